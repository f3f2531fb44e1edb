#include "ui/placing/Placer.h"

#include "core/plan/CautionSentence.h"
#include "ui/placing/CopyToPagesDialog.h"
#include "ui/placing/KeywordDialog.h"
#include "ui/placing/PagesDialog.h"
#include "ui/placing/SeamDialog.h"

#include <QLocale>

#include <algorithm>

namespace bidseal::placing {

using namespace Qt::StringLiterals;

struct Placer::Line {
    plan::Entry entry;
    seal::Seal seal;
};

/// What the background makes of all lines: everything, or why there is nothing.
struct Placer::Worked {
    std::vector<std::pair<plan::Entry, std::vector<seal::PlacedSeal>>> placed;
    std::vector<plan::Noticed> noticed;
    std::optional<Error> error;
};

namespace {

/// What concerns those marks of `all` that stand behind the first `standing`.
std::vector<plan::Noticed> lookAtNew(
    const std::vector<seal::PlacedSeal>& all, int standing, const std::vector<pdf::PageGeometry>& pages)
{
    std::vector<plan::Noticed> noticed = plan::look(all, pages);
    std::erase_if(noticed, [standing](const plan::Noticed& notice) {
        return std::all_of(notice.marks.begin(), notice.marks.end(), [=](int mark) { return mark < standing; });
    });
    return noticed;
}

seal::Seal inWishedSize(seal::Seal seal, const plan::SealWish& wish)
{
    if (!wish.sizeMm.isEmpty())
        seal.sizeMm = wish.sizeMm;
    return seal;
}

} // namespace

Placer::Placer(QWidget* dialogParent)
    : QObject(dialogParent)
    , m_dialogParent(dialogParent)
{
}

Placer::~Placer() = default;

void Placer::setSession(document::DocumentSession* session)
{
    if (m_session == session && m_paper)
        return;
    if (m_session)
        m_session->disconnect(this);
    delete m_dialog;
    m_work.requestStop();
    m_session = session;
    m_paper.reset();
    if (!session)
        return;
    const auto takePaper = [this] { m_paper = std::make_shared<SharedPaper>(*m_session); };
    connect(session, &document::DocumentSession::opened, this, takePaper);
    connect(session, &QObject::destroyed, this, [this] {
        delete m_dialog;
        m_work.requestStop();
        m_paper.reset();
    });
    if (session->isOpen())
        takePaper();
}

// ---- dialogs

void Placer::placeOnPages(const seal::Seal& seal)
{
    if (m_paper)
        connectAndShow(new PagesDialog(seal, *m_session, m_paper, m_dialogParent), seal);
}

void Placer::placeAtKeyword(const seal::Seal& seal)
{
    if (m_paper)
        connectAndShow(new KeywordDialog(seal, *m_session, m_paper, m_dialogParent), seal);
}

void Placer::placeAlongSeam(const seal::Seal& seal)
{
    if (!m_paper)
        return;
    if (m_session->pageCount() < 2) {
        Q_EMIT noticed(tr("A cross-page seal needs at least two pages; this document has one."));
        return;
    }
    connectAndShow(new SeamDialog(seal, *m_session, m_paper, m_dialogParent), seal);
}

void Placer::copyToPages(document::MarkId id)
{
    const document::PlacedMark* const mark = m_paper ? m_session->marks().find(id) : nullptr;
    if (!mark)
        return;
    auto* const dialog
        = new CopyToPagesDialog(mark->placed.seal.name, mark->page(), m_session->pageCount(), m_dialogParent);
    connect(dialog, &CopyToPagesDialog::pagesChosen, this, [this, id](const std::vector<int>& pages) {
        const int before = m_session->marks().count();
        const int tooSmall = m_session->copyMarkToPages(id, pages);
        Q_EMIT placed(m_session->marks().count() - before);
        if (tooSmall > 0)
            Q_EMIT noticed(tr("Pages too small for this seal, left out: %1").arg(QLocale().toString(tooSmall)));
    });
    show(dialog);
}

void Placer::connectAndShow(PlacingDialog* dialog, const seal::Seal& seal)
{
    connect(dialog, &PlacingDialog::chosen, this, [this, seal](const plan::Entry& entry) { place(entry, seal); });
    connect(dialog, &PlacingDialog::lookedAt, this, &Placer::lookedAt);
    show(dialog);
}

void Placer::show(QDialog* dialog)
{
    delete m_dialog;
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    dialog->activateWindow();
}

// ---- placing

void Placer::place(const plan::Entry& entry, const seal::Seal& seal)
{
    workOut(
        [line = Line { entry, inWishedSize(seal, entry.seal) }]() -> Result<std::vector<Line>> {
            return std::vector<Line> { line };
        },
        {});
}

void Placer::apply(const plan::Plan& plan, const std::vector<seal::Seal>& seals, const QDate& day)
{
    workOut(
        [plan, seals, day]() -> Result<std::vector<Line>> {
            std::vector<Line> lines;
            int fields = 0;
            for (const plan::Entry& entry : plan.entries) {
                auto seal = plan::sealFor(entry.seal, seals, day);
                if (!seal)
                    return failure(seal.error());
                fields += std::holds_alternative<plan::InField>(entry.rule) ? 1 : 0;
                lines.push_back({ entry, std::move(*seal) });
            }
            if (fields > 1)
                return failure(
                    ErrorCode::PlanInvalid, u"one signature cannot fill two fields"_s, { plan.title, {}, {}, {} });
            return lines;
        },
        plan.title.isEmpty() ? tr("Apply sealing plan") : tr("Apply sealing plan %1").arg(plan.title));
}

/// `title`: of the step of undo where there are several lines.
void Placer::workOut(std::function<Result<std::vector<Line>>()> lines, const QString& title)
{
    if (!m_paper)
        return;
    m_work = tasks::BackgroundTask::run(
        this,
        [paper = m_paper, lines = std::move(lines), marks = m_session->placedSeals()](
            std::stop_token stop, const ProgressCallback& progress) mutable {
            Worked worked;
            const auto known = lines();
            if (!known) {
                worked.error = known.error();
                return worked;
            }
            const int standing = static_cast<int>(marks.size());
            for (const Line& line : *known) {
                Outcome outcome = paper->place(line.seal, line.entry.rule, progress, stop);
                if (!outcome.placed) {
                    worked.error = outcome.placed.error();
                    return worked;
                }
                const plan::Placed& placed = *outcome.placed;
                worked.noticed.insert(worked.noticed.end(), placed.noticed.begin(), placed.noticed.end());
                marks.insert(marks.end(), placed.marks.begin(), placed.marks.end());
                worked.placed.emplace_back(line.entry, placed.marks);
            }
            const auto seen = lookAtNew(marks, standing, paper->pages());
            worked.noticed.insert(worked.noticed.end(), seen.begin(), seen.end());
            return worked;
        },
        [this, paper = m_paper, title](const Worked& worked) {
            if (paper == m_paper) // still the same document
                takeUp(worked, title);
        });
}

void Placer::takeUp(const Worked& worked, const QString& title)
{
    if (worked.error) {
        if (worked.error->code != ErrorCode::Cancelled)
            Q_EMIT failed(*worked.error);
        return;
    }
    int count = 0;
    if (!title.isEmpty())
        m_session->undoStack().beginMacro(title);
    for (const auto& [entry, marks] : worked.placed) {
        m_session->placeByRule(entry, marks);
        count += static_cast<int>(marks.size());
    }
    if (!title.isEmpty())
        m_session->undoStack().endMacro();
    Q_EMIT placed(count);
    if (const QStringList sentences = plan::sentencesAbout(worked.noticed); !sentences.isEmpty())
        Q_EMIT noticed(sentences.join(u'\n'));
}

} // namespace bidseal::placing
