#include "ui/plan/PlanKeeper.h"

#include "core/base/Log.h"
#include "core/base/ShownTime.h"
#include "core/plan/DateSeal.h"
#include "ui/document/MarkGesture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <mutex>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

using document::PlacedMark;
using tasks::SerialWorker;

namespace {

constexpr std::chrono::milliseconds kSoon { 50 }; ///< what changes together is written together

QString fileFor(const QString& folder, const QString& document)
{
    const QByteArray path = QFileInfo(document).absoluteFilePath().toUtf8();
    const QByteArray name = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex();
    return QDir(folder).filePath(QString::fromLatin1(name) + u".kept"_s);
}

/// A damaged file may still tell somebody something, and must not be read again at every start.
void setAside(const QString& path)
{
    const QString aside = path + u".damaged"_s;
    QFile::remove(aside);
    if (!QFile::rename(path, aside))
        QFile::remove(path);
}

/// A date seal is made anew: it is called by what it shows.
std::optional<seal::Seal> madeAgain(const KeptSeal& kept)
{
    if (kept.kind != seal::Kind::Date || !kept.day.isValid())
        return {};
    const bool isChinese = kept.name == dateText(kept.day, DateStyle::Chinese);
    auto made = dateSeal(kept.day, isChinese ? DateStyle::Chinese : DateStyle::Digits, kept.sizeMm.height());
    if (!made)
        return {};
    made->id = kept.id;
    made->name = kept.name;
    return std::move(*made);
}

/// Where the document has become another one, there may be no such page or no room on it.
std::optional<pdf::Placement> placeOn(const document::DocumentSession& session, const pdf::Placement& placement)
{
    if (placement.page >= session.pageCount())
        return {};
    const pdf::PageGeometry& page = session.page(placement.page);
    if (liesOnPage(placement, page))
        return placement;
    if (!document::fits(placement, page))
        return {};
    return document::heldOnPage(placement, page);
}

} // namespace

/// What is to be written, by file: a newer state takes an older one's place. Filled on the GUI thread, emptied on the
/// worker's.
class PlanKeeper::Outbox {
public:
    using Writing = std::function<Status()>;

    void put(const QString& file, Writing writing)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting[file] = std::move(writing);
    }

    /// The last error, if any.
    std::optional<Error> empty()
    {
        std::map<QString, Writing> waiting;
        {
            const std::lock_guard lock(m_mutex);
            waiting.swap(m_waiting);
        }
        std::optional<Error> error;
        for (const auto& [file, writing] : waiting) {
            const Status written = writing();
            if (written)
                continue;
            qCWarning(logUi).noquote() << "plan not kept:" << logText(written.error());
            error = written.error();
        }
        return error;
    }

private:
    std::mutex m_mutex;
    std::map<QString, Writing> m_waiting;
};

/// What the worker found for a document.
struct PlanKeeper::Found {
    QString file;
    pdf::FileState document; ///< now
    Kept kept;
};

PlanKeeper::Found PlanKeeper::find(const QString& file, const QString& path)
{
    const QFileInfo document(path);
    Found found { file, { document.size(), document.lastModified() }, {} };
    auto kept = readKept(file);
    if (kept) {
        found.kept = std::move(*kept);
    } else if (kept.error().code != ErrorCode::FileNotFound) {
        qCWarning(logUi).noquote() << "kept plan set aside:" << logText(kept.error());
        setAside(file);
    }
    return found;
}

/// For the document as it is now: what was kept last, or else what was offered before and never answered.
Kept PlanKeeper::waitingIn(Found found)
{
    const bool isNewer = !found.kept.current.isEmpty();
    return { found.document, {}, isNewer ? std::move(found.kept.current) : std::move(found.kept.offered) };
}

PlanKeeper::PlanKeeper(QString folder, SealLookup seals, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_seals(std::move(seals))
    , m_outbox(std::make_shared<Outbox>())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PlanKeeper::write);
}

PlanKeeper::~PlanKeeper()
{
    watch(nullptr);
    m_worker.finish([outbox = m_outbox] { outbox->empty(); });
}

void PlanKeeper::watch(document::DocumentSession* session)
{
    if (m_isChanged)
        write();
    if (m_session)
        disconnect(&m_session->marks(), nullptr, this, nullptr);
    m_timer.stop();
    m_session = session;
    m_offered = {};
    m_isLoaded = false;
    m_isChanged = false;
    if (!session)
        return;
    m_file = fileFor(m_folder, session->path());
    connect(&session->marks(), &document::MarkList::changed, this, &PlanKeeper::noteChange);
    load();
}

void PlanKeeper::load()
{
    m_worker.run(
        SerialWorker::Priority::Soon, this, [file = m_file, path = m_session->path()] { return find(file, path); },
        [this](const Found& found) { takeUp(found); });
}

void PlanKeeper::takeUp(const Found& found)
{
    if (found.file != m_file || !m_session || m_isLoaded)
        return; // of a document that was open before
    m_isLoaded = true;
    m_state = found.document;
    m_offered = waitingIn(found).offered;
    if (m_isChanged)
        writeSoon();
    if (!m_offered.isEmpty())
        Q_EMIT restoreOffered(
            { m_offered.saved, static_cast<int>(m_offered.marks.size()), found.kept.document != found.document });
}

void PlanKeeper::noteChange()
{
    m_isChanged = true;
    if (m_isLoaded)
        writeSoon();
}

void PlanKeeper::writeSoon()
{
    if (m_timer.isActive())
        return;
    const bool isFirst = !m_sinceWriting.isValid();
    m_timer.start(isFirst ? kSoon : std::max(kSoon, m_pause - std::chrono::milliseconds(m_sinceWriting.elapsed())));
}

void PlanKeeper::write()
{
    if (!m_session)
        return;
    m_isChanged = false;
    m_sinceWriting.start();
    Kept known { m_state, {}, m_offered };
    m_outbox->put(m_file,
        [file = m_file, path = m_session->path(), known = std::move(known), isLoaded = m_isLoaded,
            marks = m_session->marks().marks(), now = QDateTime::currentDateTimeUtc()] {
            Kept kept = isLoaded ? known : waitingIn(find(file, path));
            kept.current = keptPlan(marks, now);
            return writeKept(file, kept);
        });
    m_worker.run(
        SerialWorker::Priority::Soon, this, [outbox = m_outbox] { return outbox->empty(); },
        [this](const std::optional<Error>& error) { showWritten(error); });
}

void PlanKeeper::showWritten(const std::optional<Error>& error)
{
    if (error && !std::exchange(m_hasFailed, true))
        Q_EMIT failed(*error);
    if (error)
        return;
    m_hasFailed = false;
    if (!m_isChanged)
        Q_EMIT kept();
}

/// In the order of the offered plan's; nothing for one that is missing.
std::vector<std::optional<seal::Seal>> PlanKeeper::findSeals() const
{
    std::vector<std::optional<seal::Seal>> seals;
    for (const KeptSeal& wanted : m_offered.seals) {
        auto seal = m_seals(wanted.id);
        seals.push_back(seal ? std::move(seal) : madeAgain(wanted));
    }
    return seals;
}

void PlanKeeper::restore(MissingSeals missing)
{
    if (!m_session || m_offered.isEmpty())
        return;
    const auto seals = findSeals();
    QStringList names;
    for (std::size_t i = 0; i < seals.size(); ++i) {
        if (!seals[i])
            names << m_offered.seals[i].name;
    }
    if (!names.isEmpty() && missing == MissingSeals::Refuse) {
        Q_EMIT sealsMissing(names);
        return;
    }
    std::vector<std::shared_ptr<const Entry>> entries;
    for (const std::optional<Entry>& entry : m_offered.entries)
        entries.push_back(entry ? std::make_shared<const Entry>(*entry) : nullptr);
    std::vector<PlacedMark> marks;
    for (const KeptMark& kept : m_offered.marks) {
        const auto place = placeOn(*m_session, kept.placement);
        if (!seals[kept.seal] || !place)
            continue;
        marks.push_back({ m_session->marks().newId(), { *seals[kept.seal], *place, kept.part },
            kept.entry ? entries[*kept.entry] : nullptr });
    }
    const int restoredMarks = static_cast<int>(marks.size());
    const int leftOut = static_cast<int>(m_offered.marks.size()) - restoredMarks;
    m_offered = {};
    if (!marks.empty())
        m_session->undoStack().push(
            new document::PlaceMarks(m_session->marks(), std::move(marks), tr("Restore the plan")));
    noteChange();
    Q_EMIT restored(restoredMarks, leftOut);
}

void PlanKeeper::discard()
{
    m_offered = {};
    noteChange();
}

void PlanKeeper::forget()
{
    m_offered = {};
    m_isChanged = false;
    m_timer.stop();
    if (m_file.isEmpty())
        return;
    m_outbox->put(m_file, [file = m_file] { return writeKept(file, {}); });
    m_worker.run(
        SerialWorker::Priority::Soon, this, [outbox = m_outbox] { return outbox->empty(); },
        [this](const std::optional<Error>& error) { showWritten(error); });
}

QString PlanKeeper::title(const Offer& offer)
{
    //: the plan: which seals go where; %1 is a date and time
    return tr("Your plan of %1 with %n mark(s) is not signed yet.", nullptr, offer.marks).arg(shownTime(offer.saved));
}

QString PlanKeeper::explanation(const Offer& offer)
{
    if (!offer.documentChanged)
        return {};
    return tr("The document was changed since then: look whether everything still stands where it should.");
}

} // namespace bidseal::plan
