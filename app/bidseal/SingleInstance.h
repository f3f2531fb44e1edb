#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

class QLocalServer;
class QLocalSocket;

namespace bidseal::app {

/// The first start of the program in a session listens; every further one hands its files over and leaves. Only the
/// same user is heard, the message is short, and all it can say is "open these paths".
class SingleInstance : public QObject {
    Q_OBJECT
public:
    enum class Role { First, HandedOver };

    static constexpr qsizetype kLargestMessage = 64 * 1024; ///< bytes
    static constexpr int kMostPaths = 64;

    /// `name` tells apart those who do not belong together: other users, other data folders.
    explicit SingleInstance(QString name, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// HandedOver: another process of this user has taken `paths` (absolute), and this one can leave.
    [[nodiscard]] Role start(const QStringList& paths);

    /// Of this user and this data folder.
    [[nodiscard]] static QString nameForThisUser();

Q_SIGNALS:
    void openRequested(const QStringList& paths); ///< may be empty: only come to the front

private:
    [[nodiscard]] bool handOver(const QStringList& paths);
    [[nodiscard]] bool listen();
    void accept();
    void read(QLocalSocket& socket);

    QString m_name;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace bidseal::app
