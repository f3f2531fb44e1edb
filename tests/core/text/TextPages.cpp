#include "tests/core/text/TextPages.h"

#include <QDataStream>
#include <QStringList>

namespace bidseal::testing {

namespace {

constexpr qint16 kEm = 1000, kLeft = 50, kLow = -50, kSide = 900;

QByteArray padded(QByteArray bytes)
{
    while (bytes.size() % 4 != 0)
        bytes += '\0';
    return bytes;
}

template <class... Values> QByteArray bigEndian(Values... values)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    (stream << ... << values);
    return bytes;
}

/// A square of four points (the OpenType specification, glyf).
QByteArray boxGlyph()
{
    constexpr qint16 right = kLeft + kSide, high = kLow + kSide;
    QByteArray glyph = bigEndian(qint16(1), kLeft, kLow, right, high, quint16(3), quint16(0));
    glyph += QByteArray(4, '\1'); // on the curve
    glyph += bigEndian(kLeft, qint16(0), kSide, qint16(0)); // x steps
    glyph += bigEndian(kLow, kSide, qint16(0), qint16(-kSide)); // y steps
    return padded(glyph);
}

/// The smallest TrueType file that a PDF may embed: glyph 0 is empty, the others are boxes.
QByteArray boxFontFile(int glyphs)
{
    const auto count = quint16(glyphs);
    QByteArray shapes, offsets = bigEndian(quint32(0)), advances;
    for (int glyph = 0; glyph < glyphs; ++glyph) {
        shapes += glyph == 0 ? QByteArray() : boxGlyph();
        offsets += bigEndian(quint32(shapes.size()));
        advances += bigEndian(quint16(kEm), kLeft);
    }
    const QByteArray head
        = bigEndian(quint32(0x10000), quint32(0x10000), quint32(0), quint32(0x5F0F3CF5), quint16(0), quint16(kEm),
            qint64(0), qint64(0), qint16(0), kLow, kEm, kEm, quint16(0), quint16(8), qint16(2), qint16(1), qint16(0));
    const QByteArray horizontal = bigEndian(quint32(0x10000), qint16(880), qint16(-120), qint16(0), quint16(kEm),
                                      qint16(0), qint16(0), kEm, qint16(1))
        + QByteArray(14, '\0') + bigEndian(count);
    const QByteArray profile
        = bigEndian(quint32(0x10000), count, quint16(4), quint16(1), quint16(0), quint16(0), quint16(1))
        + QByteArray(16, '\0');
    const std::vector<std::pair<QByteArray, QByteArray>> tables { { "glyf", shapes }, { "head", head },
        { "hhea", horizontal }, { "hmtx", advances }, { "loca", offsets }, { "maxp", profile } };

    QByteArray directory = bigEndian(quint32(0x10000), quint16(tables.size()), quint16(64), quint16(2), quint16(32));
    QByteArray content;
    const auto contentBegins = quint32(12 + 16 * tables.size());
    for (const auto& [tag, table] : tables) {
        directory += tag + bigEndian(quint32(0), contentBegins + quint32(content.size()), quint32(table.size()));
        content += padded(table);
    }
    return directory + content;
}

QByteArray hex16(int value) { return QByteArray::number(value, 16).rightJustified(4, '0'); }

QByteArray utf16(const QString& text)
{
    QByteArray hex;
    for (const QChar unit : text)
        hex += hex16(unit.unicode());
    return hex;
}

QStringList characterList(const QString& text)
{
    QStringList list;
    for (const char32_t character : text.toStdU32String())
        list += QString::fromUcs4(&character, 1);
    return list;
}

QByteArray toUnicode(const QStringList& shown)
{
    QByteArray map
        = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Shown def /CMapType 2 def\n"
          "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + QByteArray::number(shown.size()) + " beginbfchar\n";
    for (int glyph = 1; glyph <= shown.size(); ++glyph)
        map += "<" + hex16(glyph) + "> <" + utf16(shown.at(glyph - 1)) + ">\n";
    return map + "endbfchar endcmap end end\n";
}

QByteArray reference(int object) { return QByteArray::number(object) + " 0 R"; }

} // namespace

QByteArray BoxFont::codes(const QString& text) const
{
    const QStringList known = characterList(characters);
    QByteArray hex;
    for (const QString& character : characterList(text))
        hex += hex16(int(known.indexOf(character)) + 1);
    return "<" + hex + ">";
}

TextPages::TextPages()
{
    m_buffer.open(QIODevice::WriteOnly);
    m_pdf = std::make_unique<PdfBuilder>(m_buffer);
}

BoxFont TextPages::boxFont(const QString& characters, Writing writing, const QStringList& shown)
{
    const QStringList list = characterList(characters);
    const int file = m_pdf->addStream({}, boxFontFile(int(list.size()) + 1));
    const int descriptor
        = m_pdf->add("<</Type/FontDescriptor/FontName/AAAAAA+Boxes/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0"
                     "/Ascent 880/Descent -120/CapHeight 850/StemV 80/FontFile2 "
            + reference(file) + ">>");
    const int descendant
        = m_pdf->add("<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Boxes/CIDSystemInfo<</Registry(Adobe)"
                     "/Ordering(Identity)/Supplement 0>>/DW 1000/CIDToGIDMap/Identity/FontDescriptor "
            + reference(descriptor) + ">>");
    const int map = m_pdf->addStream({}, toUnicode(shown.isEmpty() ? list : shown));
    const QByteArray encoding = writing == Writing::Vertical ? "Identity-V" : "Identity-H";
    const int font = m_pdf->add("<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Boxes/Encoding/" + encoding
        + "/DescendantFonts[" + reference(descendant) + "]/ToUnicode " + reference(map) + ">>");
    return { font, characters };
}

int TextPages::songFont(const QByteArray& cmap)
{
    const int descriptor
        = m_pdf->add("<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
                     "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>");
    const int descendant = m_pdf->add("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<<"
                                      "/Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor "
        + reference(descriptor) + ">>");
    return m_pdf->add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-" + cmap + "/Encoding/" + cmap
        + "/DescendantFonts[" + reference(descendant) + "]>>");
}

void TextPages::page(const QByteArray& content, int font, const PageShape& shape)
{
    m_pdf->addPageWith("BT /F 12 Tf " + content + " ET\n", shape, "/Resources<</Font<</F " + reference(font) + ">>>>");
}

QByteArray TextPages::finished()
{
    m_pdf->finish();
    return m_buffer.data();
}

QByteArray shownAt(const QPointF& points, const QByteArray& codes)
{
    return "1 0 0 1 " + QByteArray::number(points.x()) + " " + QByteArray::number(points.y()) + " Tm " + codes + " Tj ";
}

} // namespace bidseal::testing
