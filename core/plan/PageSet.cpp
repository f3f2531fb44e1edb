#include "core/plan/PageSet.h"

#include <QRegularExpression>

#include <set>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

/// "r2" is -2, "8" is 8; the last page may be called so.
int pageNumber(const QString& text)
{
    if (text == "r"_L1)
        return -1;
    return text.startsWith(u'r') ? -text.mid(1).toInt() : text.toInt();
}

QString numberText(int page) { return page < 0 ? u"r%1"_s.arg(-page) : QString::number(page); }

/// People write Chinese commas, dashes, full-width digits and words.
QString plain(const QString& text)
{
    QString plain = text.normalized(QString::NormalizationForm_KC).toLower();
    static const std::pair<QRegularExpression, QString> words[] = {
        { QRegularExpression(u"[,、;;，；]"_s), u","_s },
        { QRegularExpression(u"\\s*(?:[-–—~～]|至|到)\\s*"_s), u"-"_s },
        { QRegularExpression(u"奇数?页?"_s), u"odd"_s },
        { QRegularExpression(u"偶数?页?"_s), u"even"_s },
        { QRegularExpression(u"(?:全部|所有|每)页?"_s), u"all"_s },
        { QRegularExpression(u"末页|最后一页|last|end"_s), u"r1"_s },
    };
    for (const auto& [written, meant] : words)
        plain.replace(written, meant);
    return plain;
}

} // namespace

Result<PageSet> PageSet::parse(const QString& text)
{
    static const QRegularExpression span(u"^(r?\\d{1,6})(-(r?\\d{1,6})?)?$"_s);
    const auto wrong = [&] { return failure(ErrorCode::PageSetInvalid, text, { text, {}, {}, {} }); };
    PageSet set;
    bool isAll = false;
    bool isEmpty = true;
    for (const auto& piece : plain(text).split(u',', Qt::SkipEmptyParts)) {
        const auto word = piece.trimmed();
        isEmpty = false;
        if (word == "all"_L1) {
            isAll = true;
        } else if (word == "odd"_L1 || word == "even"_L1) {
            if (set.m_parity != Parity::Any)
                return wrong();
            set.m_parity = word == "odd"_L1 ? Parity::Odd : Parity::Even;
        } else {
            const auto match = span.match(word);
            if (!match.hasMatch())
                return wrong();
            const int first = pageNumber(match.captured(1));
            const int last = match.captured(2).isEmpty() ? first
                : match.captured(3).isEmpty()            ? -1
                                                         : pageNumber(match.captured(3));
            if (first == 0 || last == 0 || (first > 0 && last > 0 && last < first))
                return wrong();
            set.m_spans.push_back({ first, last });
        }
    }
    if (isEmpty || (isAll && !set.m_spans.empty()))
        return wrong();
    return set;
}

PageSet PageSet::of(const std::vector<int>& indexes)
{
    PageSet set;
    for (const int index : indexes) {
        if (set.m_spans.empty() || set.m_spans.back().last != index)
            set.m_spans.push_back({ index + 1, index + 1 });
        else
            set.m_spans.back().last = index + 1;
    }
    return set;
}

Result<std::vector<int>> PageSet::in(int pageCount) const
{
    const auto wrong = [&] { return failure(ErrorCode::PageSetInvalid, text(), { text(), {}, {}, {} }); };
    const auto counted = [&](int page) { return page < 0 ? pageCount + 1 + page : page; };
    std::set<int> pages;
    for (const auto& span : m_spans.empty() ? std::vector<Span> { {} } : m_spans) {
        const int first = counted(span.first);
        const int last = counted(span.last);
        if (first < 1 || last > pageCount || last < first)
            return wrong();
        for (int page = first; page <= last; ++page) {
            if (m_parity == Parity::Any || (page % 2 == 1) == (m_parity == Parity::Odd))
                pages.insert(page - 1);
        }
    }
    if (pages.empty())
        return wrong();
    return std::vector<int>(pages.begin(), pages.end());
}

QString PageSet::text() const
{
    QStringList parts;
    if (m_parity != Parity::Any)
        parts += m_parity == Parity::Odd ? u"odd"_s : u"even"_s;
    for (const auto& span : m_spans) {
        parts += span.first == span.last ? numberText(span.first)
            : span.last == -1            ? numberText(span.first) + u'-'
                                         : numberText(span.first) + u'-' + numberText(span.last);
    }
    return parts.isEmpty() ? u"all"_s : parts.join(u',');
}

bool PageSet::isAll() const { return m_spans.empty() && m_parity == Parity::Any; }

} // namespace bidseal::plan
