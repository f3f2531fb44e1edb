#include "tests/core/text/MupdfCharacters.h"

#include "core/base/Units.h"
#include "tests/support/ForeignTools.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

namespace {

/// The four corners of a cell: "x y x y x y x y" in points.
QRectF cellOf(QStringView quad)
{
    QRectF cell;
    const QList<QStringView> numbers = quad.split(u' ');
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (qsizetype corner = 0; corner + 1 < numbers.size(); corner += 2) {
        const double x = millimetresFromPoints(numbers.at(corner).toDouble());
        const double y = millimetresFromPoints(numbers.at(corner + 1).toDouble());
        left = std::min(left, x), right = std::max(right, x);
        top = std::min(top, y), bottom = std::max(bottom, y);
    }
    return { QPointF(left, top), QPointF(right, bottom) };
}

} // namespace

std::vector<SeenCharacter> charactersByMupdf(const QString& file, int page)
{
    const QTemporaryDir folder;
    const QString output = folder.filePath(u"page.xml"_s);
    runTool(u"mutool"_s, { u"draw"_s, u"-q"_s, u"-F"_s, u"stext"_s, u"-o"_s, output, file, QString::number(page + 1) });
    // XML has no control characters, however they are written.
    QXmlStreamReader xml(readFile(output).replace("&#x2;", "&#xfffd;"));
    std::vector<SeenCharacter> characters;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "char"_L1) {
            const auto attributes = xml.attributes();
            characters.push_back({ attributes.value("c"_L1).toString(), cellOf(attributes.value("quad"_L1)) });
        }
    }
    return characters;
}

} // namespace bidseal::testing
