#include "app/bidseal-cli/SealArguments.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

std::optional<double> finiteNumber(const QString& text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber); // the C locale's point, whatever the user's
    if (!isNumber || !std::isfinite(value))
        return {};
    return value;
}

std::optional<double> millimetres(const QString& text)
{
    if (!text.endsWith("mm"_L1))
        return {};
    return finiteNumber(text.chopped(2));
}

/// "a=1,b=2" as its parts; each name once and known.
Parsed<QHash<QString, QString>> namedValues(const QString& text, const QStringList& names)
{
    QHash<QString, QString> values;
    for (const auto& part : text.split(u',')) {
        const auto equals = part.indexOf(u'=');
        const QString name = part.left(equals);
        if (equals < 0 || !names.contains(name))
            return fault(Words::tr("“%1” in --at is not understood; write page=3,x=120mm,y=230mm.").arg(part));
        if (values.contains(name))
            return fault(Words::tr("“%1” stands twice in one --at.").arg(name));
        values.insert(name, part.mid(equals + 1));
    }
    return values;
}

} // namespace

Parsed<Place> parsePlace(const QString& text)
{
    const auto values = namedValues(text, { u"page"_s, u"x"_s, u"y"_s, u"rotate"_s });
    if (!values)
        return tl::unexpected(values.error());
    for (const auto& name : { u"page"_s, u"x"_s, u"y"_s }) {
        if (!values->contains(name))
            return fault(Words::tr("“%1” is missing in --at %2; write page=3,x=120mm,y=230mm.").arg(name, text));
    }
    bool isPage = false;
    Place place;
    place.page = values->value(u"page"_s).toInt(&isPage);
    if (!isPage || place.page < 1)
        return fault(Words::tr("“%1” is not a page; the first page is 1.").arg(values->value(u"page"_s)));
    const auto x = millimetres(values->value(u"x"_s));
    const auto y = millimetres(values->value(u"y"_s));
    if (!x || !y)
        return fault(Words::tr("x and y in --at %1 are needed in millimetres, as in x=120mm.").arg(text));
    place.centreMm = { *x, *y };
    const auto rotation = finiteNumber(values->value(u"rotate"_s, u"0"_s));
    if (!rotation || std::abs(*rotation) > 360)
        return fault(Words::tr("“%1” is not an angle from -360 to 360 degrees.").arg(values->value(u"rotate"_s)));
    place.rotationDegrees = *rotation;
    return place;
}

Parsed<QSizeF> parseSealSize(const QString& text)
{
    const auto wrong = [&] {
        return fault(
            Words::tr("“%1” is not a size; write --seal-size 42mm, or 40x30mm for width and height.").arg(text));
    };
    if (!text.endsWith("mm"_L1))
        return wrong();
    const auto sides = text.chopped(2).split(u'x');
    const auto width = finiteNumber(sides.first());
    const auto height = sides.size() == 2 ? finiteNumber(sides.last()) : std::optional<double>(0);
    if (!width || *width <= 0 || !height || sides.size() > 2 || (sides.size() == 2 && *height <= 0))
        return wrong();
    return QSizeF(*width, *height);
}

Parsed<std::vector<SealArgument>> parseSeals(const std::vector<SealToken>& tokens)
{
    std::vector<SealArgument> seals;
    for (const auto& token : tokens) {
        if (token.option != SealOption::Seal && seals.empty())
            return fault(Words::tr("--seal-size, --at and --seal-holder stand behind the --seal that they belong to."));
        switch (token.option) {
        case SealOption::Seal:
            seals.push_back({ token.value, {}, {} });
            break;
        case SealOption::Holder:
            if (!seals.back().holder.isEmpty())
                return fault(Words::tr("--seal %1 has two holders.").arg(seals.back().file));
            seals.back().holder = token.value;
            break;
        case SealOption::Size: {
            const auto size = parseSealSize(token.value);
            if (!size)
                return tl::unexpected(size.error());
            if (seals.back().sizeMm.width() > 0)
                return fault(Words::tr("--seal %1 has two sizes.").arg(seals.back().file));
            seals.back().sizeMm = *size;
            break;
        }
        case SealOption::At: {
            const auto place = parsePlace(token.value);
            if (!place)
                return tl::unexpected(place.error());
            seals.back().places.push_back(*place);
            break;
        }
        }
    }
    for (const auto& seal : seals) {
        if (seal.sizeMm.width() <= 0)
            return fault(Words::tr("--seal %1 has no size; add --seal-size 42mm.").arg(seal.file));
        if (seal.places.empty())
            return fault(Words::tr("--seal %1 has no place; add --at page=3,x=120mm,y=230mm.").arg(seal.file));
    }
    return seals;
}

} // namespace bidseal::cli
