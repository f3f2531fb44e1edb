#include "ui/plan/ChecklistRun.h"

#include <mutex>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {

constexpr int kSoonMilliseconds = 150; ///< a mark that is moved by a key that is held down is checked at the end

std::vector<StandingMark> marksOf(const document::DocumentSession& session)
{
    std::vector<StandingMark> marks;
    for (const document::PlacedMark& mark : session.marks().marks())
        marks.push_back({ mark.placed.seal.kind, mark.placed.placement, mark.placed.isStrip() });
    return marks;
}

/// Seals of earlier signatures.
Result<std::vector<StandingMark>> marksInFile(const QString& path, const Secret* password)
{
    const auto document = pdf::Document::open(path, password);
    if (!document)
        return failure(document.error());
    const auto found = (*document)->marks();
    if (!found)
        return failure(found.error());
    return standingMarks(*found);
}

} // namespace

/// What a checklist is held against in one document: its words, and the seals that it carries already, which are read
/// once. For one thread at a time: the next check may begin while one that was stopped is still on its way out.
class ChecklistRun::Reader {
public:
    explicit Reader(const document::DocumentSession& session)
        : m_path(session.path())
        , m_pages(session.pages())
        , m_password(session.password())
        , m_isSigned(!session.signedWidgets().empty())
        , m_keywords(session.keywords())
    {
    }

    Result<ChecklistResult> check(const std::shared_ptr<const Checklist>& checklist, std::vector<StandingMark> marks,
        std::vector<pdf::EmptyField> fields, const std::stop_token& stop)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_inFile) {
            auto inFile = m_isSigned ? marksInFile(m_path, m_password.get()) : std::vector<StandingMark>();
            if (!inFile)
                return failure(inFile.error());
            m_inFile = std::move(*inFile);
        }
        marks.insert(marks.end(), m_inFile->begin(), m_inFile->end());
        const Paper paper { m_pages, std::move(fields),
            [this, &stop](const QString& text, const std::vector<int>& pages) {
                return m_keywords->find(text, pages, {}, stop);
            } };
        auto checked = plan::check(*checklist, marks, paper);
        if (!checked)
            return failure(checked.error());
        return ChecklistResult { checklist, std::move(*checked) };
    }

private:
    std::mutex m_mutex;
    QString m_path;
    std::vector<pdf::PageGeometry> m_pages;
    std::shared_ptr<const Secret> m_password;
    bool m_isSigned = false;
    std::optional<std::vector<StandingMark>> m_inFile; ///< once it was read
    std::shared_ptr<text::SharedSearch> m_keywords;
};

ChecklistRun::ChecklistRun(QObject* parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ChecklistRun::check);
}

ChecklistRun::~ChecklistRun() { m_task.requestStop(); }

void ChecklistRun::setSession(document::DocumentSession* session)
{
    if (m_session)
        disconnect(&m_session->marks(), nullptr, this, nullptr);
    m_task.requestStop();
    m_session = session;
    m_reader.reset();
    if (!session)
        return;
    m_reader = std::make_shared<Reader>(*session);
    connect(&session->marks(), &document::MarkList::changed, this, &ChecklistRun::checkSoon);
    checkSoon();
}

void ChecklistRun::setChecklist(std::shared_ptr<const Checklist> checklist)
{
    m_checklist = std::move(checklist);
    m_task.requestStop();
    m_soon.stop();
    m_isWanted = m_checklist && m_session;
    check();
}

void ChecklistRun::checkSoon()
{
    m_isWanted = m_checklist && m_session;
    if (m_isWanted)
        m_soon.start(kSoonMilliseconds);
}

void ChecklistRun::check()
{
    if (!m_checklist || !m_session || m_task.isRunning())
        return; // takeUp() comes back to it
    m_isWanted = false;
    m_task = tasks::BackgroundTask::run(
        this,
        [reader = m_reader, checklist = m_checklist, marks = marksOf(*m_session), fields = m_session->emptyFields()](
            std::stop_token stop) { return reader->check(checklist, marks, fields, stop); },
        [this, reader = m_reader](const Result<ChecklistResult>& result) { takeUp(result, reader); });
}

void ChecklistRun::takeUp(const Result<ChecklistResult>& result, const std::shared_ptr<Reader>& reader)
{
    const bool isCurrent = reader == m_reader && m_checklist;
    if (isCurrent && result && result->checklist == m_checklist)
        Q_EMIT finished(*result);
    if (isCurrent && !result && result.error().code != ErrorCode::Cancelled)
        Q_EMIT failed(result.error());
    if (m_isWanted && !m_soon.isActive())
        check();
}

} // namespace bidseal::plan
