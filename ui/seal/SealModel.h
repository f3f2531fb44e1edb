#pragma once

#include "core/plan/DateSeal.h"
#include "core/seal/SealLibrary.h"
#include "ui/tasks/BackgroundTask.h"

#include <QAbstractListModel>
#include <QTimer>

namespace bidseal::seal {

/// The user's seals as the client shows them. Reads and writes the library off the GUI thread, one change after the
/// other, and shows what the library then holds. A date seal may follow them, which is in no library: it shows the day
/// of today, and is drawn anew when that is another one.
class SealModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { SealRole = Qt::UserRole }; ///< a seal::Seal

    explicit SealModel(SealLibrary library, QObject* parent = nullptr);

    void load();
    void add(const Seal& seal);
    void update(const Seal& seal);
    void removeSeal(const QString& id);

    /// Called on the GUI thread, while `guard` lives.
    using Exported = std::function<void(const Status&)>;
    using Imported = std::function<void(const Result<ImportedSeals>&)>;
    void exportTo(const QString& file, Secret password, const QStringList& ids, QObject* guard, Exported done);
    void importFrom(const QString& file, Secret password, QObject* guard, Imported done);

    /// In which style the date seal shows the day; none: there is no such seal.
    void showDateSeal(std::optional<plan::DateStyle> style);
    [[nodiscard]] static bool isDateSeal(const Seal& seal);

    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] const std::vector<Seal>& seals() const { return m_seals; } ///< the date seal last
    [[nodiscard]] std::optional<Seal> seal(const QString& id) const;
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;
    /// The longest side of any seal, in mm: what true proportions are measured against.
    [[nodiscard]] double longestSideMm() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override;

Q_SIGNALS:
    void loaded();
    void added(const QString& id);
    void failed(const bidseal::Error& error);

private:
    struct Outcome;
    using Change = std::function<Outcome(SealLibrary&)>;
    void run(Change change);
    void show(const Outcome& outcome);
    void drawAnewTomorrow();

    SealLibrary m_library;
    std::optional<plan::DateStyle> m_dateStyle;
    QTimer m_midnight;
    std::vector<Seal> m_seals;
    std::vector<Change> m_waiting;
    tasks::BackgroundTask m_task;
};

} // namespace bidseal::seal
