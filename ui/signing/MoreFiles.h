#pragma once

#include "core/base/Error.h"
#include "core/seal/PlacedSeal.h"
#include "ui/tasks/BackgroundTask.h"

#include <QAbstractListModel>

#include <vector>

namespace bidseal::signing {

/// Further files that get the same seals at the same places under the same confirmation. Each is looked at off the GUI
/// thread; what cannot be signed so says why and must be removed before signing.
class MoreFiles : public QAbstractListModel {
    Q_OBJECT
public:
    enum class State { Checking, Ready, Unfit };
    struct File {
        QString path;
        QString output {}; ///< beside its original; known when it is ready
        State state = State::Checking;
        int pages = 0;
        Error problem {}; ///< of an unfit one
    };
    enum Role { StateRole = Qt::UserRole, DetailRole };

    explicit MoreFiles(QObject* parent = nullptr);

    /// For which file these are more, and what is put on all of them. Looks at all again.
    void setExample(const QString& source, std::vector<seal::PlacedSeal> marks);
    /// What is there already is not added twice.
    void add(const QStringList& paths);
    void remove(QList<int> rows);
    void removeUnfit();
    void clear();

    [[nodiscard]] const std::vector<File>& files() const { return m_files; }
    [[nodiscard]] bool isEmpty() const { return m_files.empty(); }
    [[nodiscard]] bool areAllReady() const;
    [[nodiscard]] int unfitCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void changed();

private:
    struct Checked;
    void check();
    void takeOutputs(int round, const QStringList& sources, const QStringList& outputs);
    void take(const Checked& checked);

    QString m_source;
    std::vector<seal::PlacedSeal> m_marks;
    std::vector<File> m_files;
    tasks::BackgroundTask m_check;
    int m_round = 0; ///< of checking; answers of earlier ones are old
};

} // namespace bidseal::signing
