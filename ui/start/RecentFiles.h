#pragma once

#include <QObject>
#include <QStringList>

namespace bidseal::start {

/// The documents opened last, newest first, remembered for this user. Whether they are still there is found out off the
/// GUI thread: a network drive that sleeps must not keep the window waiting.
class RecentFiles : public QObject {
    Q_OBJECT
public:
    enum class Presence { Unknown, There, Missing };
    struct Entry {
        QString path;
        Presence presence = Presence::Unknown;
    };

    explicit RecentFiles(QObject* parent = nullptr);

    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }
    void add(const QString& path);
    void remove(const QString& path);
    void clear();
    /// Looks again which of them are there.
    void check();

Q_SIGNALS:
    void changed();

private:
    void save();

    QList<Entry> m_entries;
};

} // namespace bidseal::start
