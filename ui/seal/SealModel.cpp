#include "ui/seal/SealModel.h"

#include "ui/seal/SealMime.h"
#include "ui/seal/SealText.h"

#include <QMimeData>
#include <QPointer>

#include <algorithm>

namespace bidseal::seal {

using namespace Qt::StringLiterals;

namespace {

constexpr double kDateHeightMm = 5; // of its characters, as plans have it

/// Nothing in the library has such an id.
constexpr QLatin1StringView kDateSealId("date-seal");

/// Nothing where no font shows it.
std::optional<Seal> dateSealOf(std::optional<plan::DateStyle> style)
{
    if (!style)
        return {};
    auto seal = plan::dateSeal(QDate::currentDate(), *style, kDateHeightMm);
    if (!seal)
        return {};
    seal->id = kDateSealId;
    return *seal;
}

} // namespace

/// What the library holds after a change, or why there was none.
struct SealModel::Outcome {
    Result<std::vector<Seal>> seals;
    QString added {}; ///< id
    std::optional<Error> error {};
    std::function<void()> answer {}; ///< to whoever asked
    std::optional<Seal> dateSeal {};
};

SealModel::SealModel(SealLibrary library, QObject* parent)
    : QAbstractListModel(parent)
    , m_library(std::move(library))
{
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &SealModel::load);
}

void SealModel::load()
{
    run([](SealLibrary& library) { return Outcome { library.seals() }; });
}

void SealModel::add(const Seal& seal)
{
    run([seal](SealLibrary& library) {
        const Result<Seal> added = library.add(seal);
        if (!added)
            return Outcome { library.seals(), {}, added.error() };
        return Outcome { library.seals(), added->id };
    });
}

void SealModel::update(const Seal& seal)
{
    run([seal](SealLibrary& library) {
        const Status updated = library.update(seal);
        return Outcome { library.seals(), {}, updated ? std::nullopt : std::optional(updated.error()) };
    });
}

void SealModel::removeSeal(const QString& id)
{
    run([id](SealLibrary& library) {
        const Status removed = library.remove(id);
        return Outcome { library.seals(), {}, removed ? std::nullopt : std::optional(removed.error()) };
    });
}

void SealModel::exportTo(const QString& file, Secret password, const QStringList& ids, QObject* guard, Exported done)
{
    const auto secret = std::make_shared<Secret>(std::move(password));
    run([=, guard = QPointer<QObject>(guard)](SealLibrary& library) {
        const Status exported = library.exportTo(file, *secret, ids);
        return Outcome { library.seals(), {}, {}, [=] {
                            if (guard)
                                done(exported);
                        } };
    });
}

void SealModel::importFrom(const QString& file, Secret password, QObject* guard, Imported done)
{
    const auto secret = std::make_shared<Secret>(std::move(password));
    run([=, guard = QPointer<QObject>(guard)](SealLibrary& library) {
        const Result<ImportedSeals> imported = library.importFrom(file, *secret);
        const QString first = imported && !imported->added.isEmpty() ? imported->added.front() : QString();
        return Outcome { library.seals(), first, {}, [=] {
                            if (guard)
                                done(imported);
                        } };
    });
}

void SealModel::showDateSeal(std::optional<plan::DateStyle> style)
{
    m_dateStyle = style;
    run([](SealLibrary& library) { return Outcome { library.seals(), QString(kDateSealId) }; });
}

bool SealModel::isDateSeal(const Seal& seal) { return seal.id == kDateSealId; }

void SealModel::drawAnewTomorrow()
{
    constexpr int kSlack = 2000; // ms
    m_midnight.start(QTime::currentTime().msecsTo(QTime(23, 59, 59, 999)) + kSlack);
}

void SealModel::run(Change change)
{
    if (m_task.isRunning()) {
        m_waiting.push_back(std::move(change));
        return;
    }
    m_task = tasks::BackgroundTask::run(
        this,
        [library = m_library, change = std::move(change), style = m_dateStyle](std::stop_token) mutable {
            Outcome outcome = change(library);
            outcome.dateSeal = dateSealOf(style);
            return outcome;
        },
        [this](const Outcome& outcome) { show(outcome); });
}

void SealModel::show(const Outcome& outcome)
{
    if (outcome.seals) {
        beginResetModel();
        m_seals = *outcome.seals;
        if (outcome.dateSeal)
            m_seals.push_back(*outcome.dateSeal);
        endResetModel();
        if (outcome.dateSeal)
            drawAnewTomorrow();
        Q_EMIT loaded();
    } else {
        Q_EMIT failed(outcome.seals.error());
    }
    if (outcome.error)
        Q_EMIT failed(*outcome.error);
    if (!outcome.added.isEmpty() && indexOf(outcome.added).isValid())
        Q_EMIT added(outcome.added);
    if (outcome.answer)
        outcome.answer();
    if (!m_waiting.empty()) {
        Change next = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        run(std::move(next));
    }
}

bool SealModel::isLoading() const { return m_task.isRunning(); }

std::optional<Seal> SealModel::seal(const QString& id) const
{
    const QModelIndex index = indexOf(id);
    return index.isValid() ? std::optional(m_seals[static_cast<std::size_t>(index.row())]) : std::nullopt;
}

QModelIndex SealModel::indexOf(const QString& id) const
{
    const auto found = std::find_if(m_seals.begin(), m_seals.end(), [&id](const Seal& seal) { return seal.id == id; });
    return found == m_seals.end() ? QModelIndex() : index(static_cast<int>(found - m_seals.begin()));
}

double SealModel::longestSideMm() const
{
    double longest = 0;
    for (const Seal& seal : m_seals) {
        if (isDateSeal(seal) && m_seals.size() > 1)
            continue; // a long line of small characters, beside which the others would be small
        longest = std::max({ longest, seal.sizeMm.width(), seal.sizeMm.height() });
    }
    return longest;
}

int SealModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_seals.size());
}

QVariant SealModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Seal& seal = m_seals[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return seal.name;
    case Qt::AccessibleTextRole:
        return descriptionOf(seal);
    case SealRole:
        return QVariant::fromValue(seal);
    default:
        return {};
    }
}

Qt::ItemFlags SealModel::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList SealModel::mimeTypes() const { return { kSealMimeType }; }

QMimeData* SealModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* const data = new QMimeData;
    data->setData(kSealMimeType, m_seals[static_cast<std::size_t>(indexes.front().row())].id.toUtf8());
    return data;
}

Qt::DropActions SealModel::supportedDragActions() const { return Qt::CopyAction; }

} // namespace bidseal::seal
