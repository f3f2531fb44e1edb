#include "ui/seal/SealModel.h"

#include "ui/seal/SealMime.h"
#include "ui/seal/SealText.h"

#include <QMimeData>

#include <algorithm>

namespace bidseal::seal {

/// What the library holds after a change, or why there was none.
struct SealModel::Outcome {
    Result<std::vector<Seal>> seals;
    QString added; ///< id
    std::optional<Error> error;
};

SealModel::SealModel(SealLibrary library, QObject* parent)
    : QAbstractListModel(parent)
    , m_library(std::move(library))
{
}

void SealModel::load()
{
    run([](SealLibrary& library) { return Outcome { library.seals(), {}, {} }; });
}

void SealModel::add(const Seal& seal)
{
    run([seal](SealLibrary& library) {
        const Result<Seal> added = library.add(seal);
        if (!added)
            return Outcome { library.seals(), {}, added.error() };
        return Outcome { library.seals(), added->id, {} };
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

void SealModel::run(Change change)
{
    if (m_task.isRunning()) {
        m_waiting.push_back(std::move(change));
        return;
    }
    m_task = tasks::BackgroundTask::run(
        this, [library = m_library, change = std::move(change)](std::stop_token) mutable { return change(library); },
        [this](const Outcome& outcome) { show(outcome); });
}

void SealModel::show(const Outcome& outcome)
{
    if (outcome.seals) {
        beginResetModel();
        m_seals = *outcome.seals;
        endResetModel();
        Q_EMIT loaded();
    } else {
        Q_EMIT failed(outcome.seals.error());
    }
    if (outcome.error)
        Q_EMIT failed(*outcome.error);
    if (!outcome.added.isEmpty())
        Q_EMIT added(outcome.added);
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
    for (const Seal& seal : m_seals)
        longest = std::max({ longest, seal.sizeMm.width(), seal.sizeMm.height() });
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
        //: a seal in the list: its name, its kind, its size
        return tr("%1, %2, %3").arg(seal.name, kindText(seal.kind), sizeText(seal.sizeMm));
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
