#include "app/bidseal-cli/ChecklistCommand.h"

#include "app/bidseal-cli/DocumentPassword.h"
#include "core/plan/CautionSentence.h"
#include "core/plan/Checklist.h"
#include "core/plan/DocumentPaper.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

using plan::Checked;
using plan::Fulfilment;

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<plan::Checklist> checklistCalled(const QString& name)
{
    auto own = plan::ownChecklists(QLocale());
    const auto known
        = std::find_if(own.begin(), own.end(), [&](const auto& checklist) { return checklist.id == name; });
    if (known != own.end() && !QFileInfo::exists(name))
        return std::move(*known);
    return plan::readChecklist(name, QLocale());
}

QString statusName(Fulfilment fulfilment)
{
    switch (fulfilment) {
    case Fulfilment::Done:
        return u"done"_s;
    case Fulfilment::Missing:
        return u"missing"_s;
    case Fulfilment::CannotTell:
        return u"cannot-tell"_s;
    }
    Q_UNREACHABLE();
}

QString lineAbout(const Checked& checked)
{
    const auto& title = checked.requirement->title;
    const auto pages = plan::pagesText(checked.pages);
    switch (checked.fulfilment) {
    case Fulfilment::Done:
        return Words::tr("done         %1 (page %2)").arg(title, pages);
    case Fulfilment::CannotTell:
        return Words::tr("cannot tell  %1: another program made what stands on page %2; look at it").arg(title, pages);
    case Fulfilment::Missing:
        break;
    }
    if (!checked.textFound)
        return Words::tr("missing      %1: the document has no “%2”").arg(title, checked.requirement->near);
    if (!checked.pagesFound)
        return Words::tr("missing      %1: the document has no pages %2").arg(title, checked.requirement->pages.text());
    return checked.pages.empty() ? Words::tr("missing      %1").arg(title)
                                 : Words::tr("missing      %1 (page %2)").arg(title, pages);
}

QJsonObject jsonOf(const Checked& checked)
{
    QJsonArray pages;
    for (const int page : checked.pages)
        pages.append(page + 1);
    return { { u"id"_s, checked.requirement->id }, { u"title"_s, checked.requirement->title },
        { u"status"_s, statusName(checked.fulfilment) }, { u"pages"_s, pages } };
}

Answer answerFor(const plan::Checklist& checklist, const std::vector<Checked>& all)
{
    QString text = checklist.title + u'\n';
    QJsonArray requirements;
    int open = 0;
    for (const auto& checked : all) {
        text += u"  "_s + lineAbout(checked) + u'\n';
        requirements.append(jsonOf(checked));
        open += checked.fulfilment == Fulfilment::Done ? 0 : 1;
    }
    text += open == 0 ? Words::tr("Nothing is missing.") + u'\n'
                      : Words::tr("%n of the seals asked for are not there.", nullptr, open) + u'\n';
    const bool ready = plan::isReady(all);
    return { ready ? ExitCode::Done : ExitCode::AnswerIsNo, text,
        { { u"checklist"_s, checklist.id }, { u"ready"_s, ready }, { u"requirements"_s, requirements } } };
}

} // namespace

Answer checkAgainstChecklist(const ChecklistArguments& arguments, std::stop_token stop)
{
    const auto checklist = checklistCalled(arguments.checklist);
    if (!checklist)
        return notDone(checklist.error());
    const auto password = documentPassword(arguments.file, arguments.openPasswordFile);
    if (!password)
        return notDone(password.error());
    const auto document = plan::DocumentPaper::open(arguments.file, password->isEmpty() ? nullptr : &*password);
    if (!document)
        return notDone(document.error());
    const auto marks = (*document)->document().marks();
    if (!marks)
        return notDone(marks.error());
    const auto checked = plan::check(*checklist, plan::standingMarks(*marks), (*document)->paper(std::move(stop)));
    return checked ? answerFor(*checklist, *checked) : notDone(checked.error());
}

} // namespace bidseal::cli
