#include "core/text/TextFolding.h"

namespace bidseal::text {

namespace {

// What each CJK radical U+2E80 ... U+2EF2 is written with in running text (Unicode's EquivalentUnifiedIdeograph where
// it names one). NFKC covers the Kangxi radicals and leaves these alone.
constexpr char16_t kFirstRadical = 0x2E80;
constexpr std::u16string_view kRadicals = u"⺀厂⺂⺃乙亻冂几⺈刂卜㔾小小兀尣"
                                          u"尢⺑巳幺彑彐忄㣺扌攵⺚旡日月歺母"
                                          u"民氵氺灬爫爫丬牛犭王疋目示礻竹糹"
                                          u"纟罓罒㓁⺴罒羊羊羊耂肀聿月臼艹艹"
                                          u"艹虎衤覀西见角角讠贝足车辶辶辶阝"
                                          u"钅長镸长门阜阝雨青韦页风飞食食飠"
                                          u"饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜"
                                          u"龙龜亀";

/// What people type for each other and producers put for each other. Units as NFKC leaves them.
struct Alike {
    char16_t as;
    std::u16string_view units;
};
constexpr Alike kAlike[] {
    { u'(', u"[{〔【〖〘〚「『❨❪❲⟦⦅⌈⁅" },
    { u')', u"]}〕】〗〙〛」』❩❫❳⟧⦆⌉⁆" },
    { u'<', u"《〈⟨⟪«‹≪❮〈" },
    { u'>', u"》〉⟩⟫»›≫❯〉" },
    { u'-', u"‐‑‒–—―−─━⸺⸻" },
    { u'~', u"〜∼∽˜" },
    { u'·', u"•‧∙⋅・⸱" },
    { u':', u"∶꞉ː" },
    { u'/', u"∕⁄╱" },
    { u'"', u"“”„‟″〝〞" },
    { u'\'', u"‘’‚‛′`" },
    { u'〇', u"○◯⚪" },
};

char16_t alike(char16_t unit)
{
    for (const Alike& same : kAlike) {
        if (same.units.find(unit) != std::u16string_view::npos)
            return same.as;
    }
    return unit;
}

bool isWordOfLetters(char16_t unit)
{
    const bool isChinese = (unit >= 0x2E80 && unit <= 0x9FFF) || (unit >= 0xF900 && unit <= 0xFAFF)
        || (unit >= 0xFF00 && unit <= 0xFFEF) || QChar::isSurrogate(unit);
    return !isChinese && QChar::isLetterOrNumber(unit);
}

bool isLeftOut(char16_t unit)
{
    return unit == 0x00AD || unit == 0xFEFF || unit == 0xFFFE || (unit >= 0x200B && unit <= 0x200D)
        || (unit >= 0xFE00 && unit <= 0xFE0F); // soft hyphen, zero widths, variation selectors
}

/// U+E0100 ... U+E01EF: which shape of a rare character is meant.
bool isIdeographicVariation(const QString& character)
{
    return character.size() == 2 && character.at(0).unicode() == 0xDB40 && character.at(1).unicode() >= 0xDD00
        && character.at(1).unicode() <= 0xDDEF;
}

bool staysAsItIs(char16_t unit) { return unit >= 0x3400 && unit <= 0x9FFF; }

/// Collects the folded text; knows where it is in the raw one.
class Folder {
public:
    explicit Folder(const QString& raw)
        : m_raw(raw)
    {
        m_folded.text.reserve(raw.size());
        m_folded.origins.reserve(static_cast<std::size_t>(raw.size()) + 1);
    }

    FoldedText fold()
    {
        for (m_position = 0; m_position < m_raw.size(); ++m_position)
            take(m_raw.at(m_position));
        m_folded.origins.push_back(static_cast<int>(m_raw.size()));
        return std::move(m_folded);
    }

private:
    void take(QChar character)
    {
        const char16_t unit = character.unicode();
        if (isLeftOut(unit))
            return;
        if (character.isSpace() || unit == 0) {
            m_spaceAt = m_spaceAt < 0 ? static_cast<int>(m_position) : m_spaceAt;
            return;
        }
        const int start = static_cast<int>(m_position);
        if (unit < 0x80)
            append(QChar::toLower(unit), start);
        else if (staysAsItIs(unit))
            append(unit, start);
        else if (unit >= kFirstRadical && unit < kFirstRadical + kRadicals.size())
            append(kRadicals[unit - kFirstRadical], start);
        else
            appendNormalised(character, start);
    }

    void appendNormalised(QChar character, int start)
    {
        QString text(character);
        if (character.isHighSurrogate() && m_position + 1 < m_raw.size())
            text += m_raw.at(++m_position);
        if (isIdeographicVariation(text))
            return;
        for (const QChar part : text.normalized(QString::NormalizationForm_KC).toCaseFolded())
            append(part.unicode(), start);
    }

    void append(char16_t asWritten, int origin)
    {
        const char16_t unit = staysAsItIs(asWritten) ? asWritten : alike(asWritten);
        const bool isLongerDash = unit == u'-' && m_folded.text.endsWith(u'-') && m_spaceAt < 0;
        if (isLongerDash)
            return; // —— is written as one or as two
        if (m_spaceAt >= 0) {
            // Between words of letters only: beside Chinese characters and signs it is a matter of taste.
            const bool partsWords
                = isWordOfLetters(unit) && !m_folded.text.isEmpty() && isWordOfLetters(m_folded.text.back().unicode());
            if (partsWords)
                push(u' ', m_spaceAt);
            m_spaceAt = -1;
        }
        push(unit, origin);
    }

    void push(char16_t unit, int origin)
    {
        m_folded.text += QChar(unit);
        m_folded.origins.push_back(origin);
    }

    const QString& m_raw;
    FoldedText m_folded;
    qsizetype m_position = 0;
    int m_spaceAt = -1;
};

} // namespace

FoldedText fold(const QString& raw) { return Folder(raw).fold(); }

std::vector<FoldedMatch> findFolded(const FoldedText& haystack, const QString& needle)
{
    std::vector<FoldedMatch> matches;
    if (needle.isEmpty())
        return matches;
    for (qsizetype at = haystack.text.indexOf(needle); at >= 0;
         at = haystack.text.indexOf(needle, at + needle.size())) {
        const int start = haystack.origins[static_cast<std::size_t>(at)];
        const int lastUnit = haystack.origins[static_cast<std::size_t>(at + needle.size() - 1)];
        // Up to where the unit behind the match begins, but without the white space between the two.
        const int end = haystack.origins[static_cast<std::size_t>(at + needle.size())];
        matches.push_back({ start, std::max(1, std::min(end - start, lastUnit - start + 1)) });
    }
    return matches;
}

} // namespace bidseal::text
