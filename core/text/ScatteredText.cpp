#include "core/text/ScatteredText.h"

#include "core/text/PlaceOrder.h"

#include <algorithm>

namespace bidseal::text {

namespace {

constexpr int kMostReadings = 64; ///< of one page
constexpr double kWidestGap = 4; ///< characters: 法    定    代    表    人
constexpr double kNothingBetween = 0.9; ///< characters: no other one fits in

/// Reads where each single character stands: with one reading where the page sets each by itself.
class SingleCharacters {
public:
    SingleCharacters(const PageTexts& texts, int page)
        : m_texts(texts)
        , m_page(page)
    {
    }

    /// Nothing where it costs too much.
    std::optional<std::vector<Piece>> read(const Passage& whole)
    {
        split(0, static_cast<int>(whole.text.size()), whole);
        if (m_readings > kMostReadings)
            return std::nullopt;
        return std::move(m_pieces);
    }

private:
    void split(int first, int count, const Passage& passage)
    {
        const int characters = passage.characterCount();
        if (characters == 0 || m_readings > kMostReadings)
            return;
        if (const BoxesOf boxesOf = passage.boxesOf(); boxesOf != BoxesOf::Strings)
            return takeSingles(passage, boxesOf);
        if (passage.boxesMm.size() == 1 || count == 1)
            return m_pieces.push_back({ passage.text, passage.boundsMm(), characters == 1 });
        int half = count / 2;
        if (half < passage.text.size() && passage.text.at(half).isLowSurrogate())
            ++half;
        ++m_readings;
        split(first, half, m_texts.characters(m_page, first, half));
        ++m_readings;
        split(first + half, count - half, m_texts.characters(m_page, first + half, count - half));
    }

    void takeSingles(const Passage& passage, BoxesOf boxesOf)
    {
        auto box = passage.boxesMm.begin();
        for (int index = 0; index < passage.text.size(); ++index) {
            const QChar unit = passage.text.at(index);
            if (unit.isSpace()) {
                const bool isLineEnd = unit == u'\r' || unit == u'\n';
                box += boxesOf == BoxesOf::CharactersAndBlanks && !isLineEnd ? 1 : 0;
                continue;
            }
            QString text(unit);
            if (unit.isHighSurrogate() && index + 1 < passage.text.size())
                text += passage.text.at(++index);
            m_pieces.push_back({ text, *box++, true });
        }
    }

    const PageTexts& m_texts;
    int m_page;
    int m_readings = 0;
    std::vector<Piece> m_pieces;
};

/// What stands between white space in the page's text: PDFium puts some between strings that do not follow each other
/// on the page, so that a text drawn in parts is made of whole words, the end of one and the beginning of another.
class Words {
public:
    Words(PageTexts& texts, int page, const QString& needle)
        : m_texts(texts)
        , m_page(page)
        , m_needle(needle)
    {
    }

    std::vector<Piece> read(const QString& text)
    {
        int start = 0;
        for (int at = 0; at <= text.size(); ++at) {
            if (at < text.size() && !text.at(at).isSpace())
                continue;
            if (at > start)
                take(start, fold(text.mid(start, at - start)));
            start = at + 1;
        }
        return located();
    }

private:
    /// A word, or a part of it, that shows the needle's characters from `from` up to before `to`.
    struct Part {
        int from, to;
        FoldedMatch place;
    };

    void take(int start, const FoldedText& word)
    {
        const int length = static_cast<int>(word.text.size());
        const int whole = static_cast<int>(m_needle.size());
        const auto add = [&](int from, int to, int first) {
            const int begin = word.origins[static_cast<std::size_t>(first)];
            const int end = word.origins[static_cast<std::size_t>(first + to - from)];
            m_parts.push_back({ from, to, { start + begin, end - begin } });
        };
        for (int to = 1; to < whole && to <= length; ++to) {
            if (word.text.endsWith(QStringView(m_needle).left(to)))
                add(0, to, length - to);
            if (word.text.startsWith(QStringView(m_needle).right(to)))
                add(whole - to, whole, 0);
        }
        for (qsizetype from = m_needle.indexOf(word.text, 1); from > 0 && from + length < whole;
             from = m_needle.indexOf(word.text, from + 1))
            add(static_cast<int>(from), static_cast<int>(from) + length, 0);
    }

    /// Only of parts by which one gets from the needle's beginning to its end.
    [[nodiscard]] std::vector<Piece> located()
    {
        const auto size = static_cast<std::size_t>(m_needle.size());
        std::vector<bool> fromBeginning(size + 1), toEnd(size + 1);
        fromBeginning.front() = toEnd.back() = true;
        const auto isBlank = [this](std::size_t at) { return m_needle.at(static_cast<int>(at)) == u' '; };
        for (std::size_t at = 0; at < size; ++at) {
            if (fromBeginning[at] && isBlank(at))
                fromBeginning[at + 1] = true;
            if (toEnd[size - at] && isBlank(size - at - 1))
                toEnd[size - at - 1] = true;
            for (const Part& part : m_parts) {
                if (fromBeginning[at] && part.from == static_cast<int>(at))
                    fromBeginning[static_cast<std::size_t>(part.to)] = true;
                if (toEnd[size - at] && part.to == static_cast<int>(size - at))
                    toEnd[static_cast<std::size_t>(part.from)] = true;
            }
        }
        std::vector<Piece> pieces;
        int readings = 0;
        for (const Part& part : m_parts) {
            const bool leadsThrough
                = fromBeginning[static_cast<std::size_t>(part.from)] && toEnd[static_cast<std::size_t>(part.to)];
            if (!leadsThrough)
                continue;
            if (++readings > kMostReadings)
                return {};
            const QString shown = m_needle.mid(part.from, part.to - part.from);
            const Passage passage = m_texts.part(m_page, part.place);
            if (!passage.boxesMm.empty())
                pieces.push_back({ shown, passage.boundsMm(), passage.characterCount() == 1 });
        }
        return pieces;
    }

    PageTexts& m_texts;
    int m_page;
    const QString& m_needle;
    std::vector<Part> m_parts;
};

} // namespace

bool mayBeScattered(const QString& pageText, const QString& needle)
{
    return needle.size() > 1 && std::all_of(needle.begin(), needle.end(), [&](QChar unit) {
        return unit == u' ' || pageText.count(unit) >= needle.count(unit);
    });
}

std::vector<QRectF> findScattered(PageTexts& texts, int page, const QString& needle)
{
    const Passage& whole = texts.whole(page);
    const bool mostAreAlone = static_cast<int>(whole.boxesMm.size()) > whole.characterCount() / 2;
    if (mostAreAlone && !texts.hidesCharacters(page)) {
        if (const auto singles = SingleCharacters(texts, page).read(whole))
            return findByPlace(*singles, needle, kWidestGap);
    }
    return findByPlace(Words(texts, page, needle).read(whole.text), needle, kNothingBetween);
}

} // namespace bidseal::text
