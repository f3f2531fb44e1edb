#include "core/plan/CautionSentence.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>
#include <set>

namespace bidseal::plan {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kPagesNamed = 8;

class Words {
    Q_DECLARE_TR_FUNCTIONS(CautionText)
};

QString sentence(Caution caution, const std::vector<int>& pages)
{
    const int count = static_cast<int>(pages.size());
    switch (caution) {
    case Caution::PageTooSmall:
        return Words::tr("The seal is larger than %n page(s), left out: %1.", nullptr, count).arg(pagesText(pages));
    case Caution::MovedOntoPage:
        return Words::tr("Moved in on %n page(s), where the seal would have reached over the edge: %1.", nullptr, count)
            .arg(pagesText(pages));
    case Caution::OverOtherSeal:
        return Words::tr("The seal covers another one on %n page(s): %1.", nullptr, count).arg(pagesText(pages));
    case Caution::StripsTooNarrow:
        return Words::tr("With so many pages to a seal its strips would be narrower than 2 mm and could not be "
                         "recognised: more seals were used, each over fewer pages.");
    case Caution::LeavesPage:
        return Words::tr("The seal reaches over the edge of %n page(s): %1.", nullptr, count).arg(pagesText(pages));
    }
    return {};
}

} // namespace

QString pagesText(const std::vector<int>& pages)
{
    QStringList numbers;
    for (const int page : pages) {
        if (static_cast<std::size_t>(numbers.size()) == kPagesNamed && pages.size() > kPagesNamed + 1) {
            numbers += u"…"_s;
            break;
        }
        numbers += QLocale().toString(page + 1);
    }
    //: Between the numbers of pages: "3, 5, 8"
    return numbers.join(Words::tr(", "));
}

QStringList sentencesAbout(const std::vector<Noticed>& noticed)
{
    std::map<Caution, std::set<int>> pages;
    for (const Noticed& notice : noticed)
        pages[notice.caution].insert(notice.page);
    QStringList sentences;
    for (const auto& [caution, on] : pages)
        sentences += sentence(caution, { on.begin(), on.end() });
    return sentences;
}

} // namespace bidseal::plan
