#include "app/bidseal-cli/SealArguments.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

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
Parsed<QHash<QString, QString>> placeValues(const QString& text)
{
    const QStringList names { u"page"_s, u"x"_s, u"y"_s, u"rotate"_s };
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

/// A place without its page: "x=120mm,y=230mm,rotate=15".
struct Spot {
    QPointF centreMm;
    double rotationDegrees = 0;
};

Parsed<Spot> spotOf(const QHash<QString, QString>& values, const QString& text)
{
    for (const auto& name : { u"x"_s, u"y"_s }) {
        if (!values.contains(name))
            return fault(Words::tr("“%1” is missing in --at %2; write page=3,x=120mm,y=230mm.").arg(name, text));
    }
    const auto x = millimetres(values[u"x"_s]);
    const auto y = millimetres(values[u"y"_s]);
    if (!x || !y)
        return fault(Words::tr("x and y in --at %1 are needed in millimetres, as in x=120mm.").arg(text));
    const auto rotation = finiteNumber(values.value(u"rotate"_s, u"0"_s));
    if (!rotation || std::abs(*rotation) > 360)
        return fault(Words::tr("“%1” is not an angle from -360 to 360 degrees.").arg(values[u"rotate"_s]));
    return Spot { { *x, *y }, *rotation };
}

} // namespace

Parsed<Place> parsePlace(const QString& text)
{
    const auto values = placeValues(text);
    if (!values)
        return tl::unexpected(values.error());
    if (!values->contains(u"page"_s))
        return fault(Words::tr("“%1” is missing in --at %2; write page=3,x=120mm,y=230mm.").arg(u"page"_s, text));
    bool isPage = false;
    const int page = values->value(u"page"_s).toInt(&isPage);
    if (!isPage || page < 1)
        return fault(Words::tr("“%1” is not a page; the first page is 1.").arg(values->value(u"page"_s)));
    const auto spot = spotOf(*values, text);
    if (!spot)
        return tl::unexpected(spot.error());
    return Place { page, spot->centreMm, spot->rotationDegrees };
}

Parsed<plan::AtKeyword> parseKeyword(const QString& text)
{
    static const QRegularExpression parts(u"^(?<text>.*?)(?<more>(?:,(?:nth|dx|dy)=[^,]*)*)$"_s);
    const auto match = parts.match(text);
    plan::AtKeyword keyword;
    keyword.text = match.captured(u"text"_s).trimmed();
    if (keyword.text.isEmpty())
        return fault(Words::tr("--keyword has no text."));
    for (const auto& part : match.captured(u"more"_s).split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        if (name == u"nth"_s) {
            bool isNumber = false;
            keyword.nth = value == u"all"_s ? 0 : value.toInt(&isNumber);
            if (value != u"all"_s && (!isNumber || keyword.nth == 0))
                return fault(Words::tr("nth in --keyword is all, or a number: 1 is the first hit, -1 the last."));
            continue;
        }
        const auto mm = millimetres(value);
        if (!mm)
            return fault(Words::tr("dx and dy in --keyword are needed in millimetres, as in dx=10mm."));
        (name == u"dx"_s ? keyword.offsetMm.rx() : keyword.offsetMm.ry()) = *mm;
    }
    return keyword;
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

namespace {

Parsed<plan::PageSet> parsePages(const QString& text)
{
    const auto pages = plan::PageSet::parse(text);
    if (!pages)
        return fault(Words::tr("“%1” is not understood as pages; write 1-3,5,8- or odd, even, all.").arg(text));
    return *pages;
}

Parsed<plan::Edge> parseEdge(const QString& text)
{
    static const QHash<QString, plan::Edge> edges { { u"left"_s, plan::Edge::Left }, { u"right"_s, plan::Edge::Right },
        { u"top"_s, plan::Edge::Top }, { u"bottom"_s, plan::Edge::Bottom } };
    const auto edge = edges.find(text);
    if (edge == edges.end())
        return fault(Words::tr("“%1” is not an edge; there are left, right, top and bottom.").arg(text));
    return *edge;
}

/// One --seal or --seam while its options are being read.
class SealReader {
public:
    enum class What { Seal, Seam };

    SealReader(What what, const QString& file)
        : m_what(what)
    {
        m_seal.file = file;
    }

    Parsed<void> take(const SealToken& token)
    {
        const auto& value = token.value;
        if (isOfSeam(token.option) != (m_what == What::Seam) && !isOfBoth(token.option))
            return fault(m_what == What::Seam
                    ? Words::tr("--at, --keyword and --pages belong to a --seal, not to a --seam.")
                    : Words::tr("--seam-size, --seam-edge, --seam-pages and --seam-group belong to a --seam."));
        switch (token.option) {
        case SealOption::Seal:
        case SealOption::Seam:
            Q_UNREACHABLE();
        case SealOption::Holder:
            if (!m_seal.holder.isEmpty())
                return fault(Words::tr("--seal %1 has two holders.").arg(m_seal.file));
            m_seal.holder = value;
            return {};
        case SealOption::By:
            return takeSigner(value);
        case SealOption::Size:
        case SealOption::SeamSize:
            return takeSize(value);
        case SealOption::At:
            m_places.push_back(value);
            return {};
        case SealOption::Keyword:
            return store(
                parseKeyword(value), [this](const plan::AtKeyword& keyword) { m_keywords.push_back(keyword); });
        case SealOption::Pages:
            return store(parsePages(value), [this](const plan::PageSet& pages) { m_pages = pages; });
        case SealOption::SeamPages:
            return store(parsePages(value), [this](const plan::PageSet& pages) { m_seam.pages = pages; });
        case SealOption::SeamEdge:
            return store(parseEdge(value), [this](plan::Edge edge) { m_seam.edge = edge; });
        case SealOption::SeamGroup:
            return takeGroup(value);
        }
        Q_UNREACHABLE();
    }

    Parsed<SealArgument> finish(Placeless placeless)
    {
        if (m_what == What::Seam)
            m_seal.rules.push_back(m_seam);
        for (auto& keyword : m_keywords) {
            keyword.pages = m_pages.value_or(plan::PageSet());
            m_seal.rules.push_back(keyword);
        }
        for (const auto& text : m_places) {
            if (const auto put = putAt(text); !put)
                return tl::unexpected(put.error());
        }
        if (m_seal.sizeMm.width() <= 0)
            return fault(m_what == What::Seam
                    ? Words::tr("--seam %1 has no size; add --seam-size 42mm.").arg(m_seal.file)
                    : Words::tr("--seal %1 has no size; add --seal-size 42mm.").arg(m_seal.file));
        if (placeless == Placeless::Fault && m_seal.places.empty() && m_seal.rules.empty())
            return fault(Words::tr("--seal %1 has no place; add --at page=3,x=120mm,y=230mm.").arg(m_seal.file));
        return m_seal;
    }

private:
    static bool isOfSeam(SealOption option)
    {
        return option == SealOption::SeamSize || option == SealOption::SeamEdge || option == SealOption::SeamPages
            || option == SealOption::SeamGroup;
    }
    static bool isOfBoth(SealOption option) { return option == SealOption::Holder || option == SealOption::By; }

    template <class Value, class Store> static Parsed<void> store(const Parsed<Value>& parsed, Store store)
    {
        if (!parsed)
            return tl::unexpected(parsed.error());
        store(*parsed);
        return {};
    }

    Parsed<void> takeSize(const QString& value)
    {
        if (m_seal.sizeMm.width() > 0)
            return fault(Words::tr("--seal %1 has two sizes.").arg(m_seal.file));
        return store(parseSealSize(value), [this](QSizeF size) { m_seal.sizeMm = size; });
    }

    Parsed<void> takeSigner(const QString& value)
    {
        bool isNumber = false;
        m_seal.signer = value.toInt(&isNumber) - 1;
        if (!isNumber || m_seal.signer < 0)
            return fault(Words::tr("“%1” is not the number of a --key; the first is 1.").arg(value));
        return {};
    }

    Parsed<void> takeGroup(const QString& value)
    {
        bool isNumber = false;
        m_seam.pagesPerSeal = value.toInt(&isNumber);
        if (!isNumber || m_seam.pagesPerSeal < 2)
            return fault(Words::tr("--seam-group takes a number of pages from 2."));
        return {};
    }

    /// With its own page, or on those of --pages.
    Parsed<void> putAt(const QString& text)
    {
        const auto values = placeValues(text);
        if (!values)
            return tl::unexpected(values.error());
        if (!m_pages || values->contains(u"page"_s))
            return store(parsePlace(text), [this](const Place& place) { m_seal.places.push_back(place); });
        return store(spotOf(*values, text), [this](const Spot& spot) {
            m_seal.rules.push_back(
                plan::OnPages { *m_pages, spot.centreMm, plan::Corner::TopLeft, spot.rotationDegrees });
        });
    }

    What m_what;
    SealArgument m_seal;
    QStringList m_places;
    std::vector<plan::AtKeyword> m_keywords;
    std::optional<plan::PageSet> m_pages;
    plan::AlongSeam m_seam;
};

} // namespace

Parsed<std::vector<SealArgument>> parseSeals(const std::vector<SealToken>& tokens, Placeless placeless)
{
    std::vector<SealReader> readers;
    for (const auto& token : tokens) {
        if (token.option == SealOption::Seal || token.option == SealOption::Seam) {
            const auto what = token.option == SealOption::Seal ? SealReader::What::Seal : SealReader::What::Seam;
            readers.emplace_back(what, token.value);
            continue;
        }
        if (readers.empty())
            return fault(Words::tr(
                "What belongs to a seal (--seal-size, --at, --keyword …) stands behind its --seal or --seam."));
        if (const auto taken = readers.back().take(token); !taken)
            return tl::unexpected(taken.error());
    }
    std::vector<SealArgument> seals;
    for (auto& reader : readers) {
        auto seal = reader.finish(placeless);
        if (!seal)
            return tl::unexpected(seal.error());
        seals.push_back(std::move(*seal));
    }
    return seals;
}

} // namespace bidseal::cli
