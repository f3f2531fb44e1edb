#pragma once

#include "core/key/pkcs11/TokenHost.h"
#include "ui/platform/DeviceWatch.h"
#include "ui/tasks/BackgroundTask.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>

namespace bidseal::signing {

/// A key on a token that is plugged in, and the driver that reaches it.
struct FoundKey {
    std::shared_ptr<key::TokenHost> host;
    key::TokenKey key;

    [[nodiscard]] QString name() const; ///< of the holder; of the key where there is no certificate
};

/// Looks again and again, off the GUI thread, which keys are plugged in; and sooner where the system tells that
/// something was. One question at a time for each driver: one that hangs keeps nobody waiting but itself.
class KeyWatch : public QObject {
    Q_OBJECT
public:
    using ModuleSource = std::function<QStringList()>;

    /// `hostProgram`: see key::TokenHost. `modules` is asked once, off the GUI thread.
    KeyWatch(QString hostProgram, ModuleSource modules, QObject* parent = nullptr);

    /// Drivers that this user has added (absolute paths), from the settings. Any thread.
    [[nodiscard]] static QStringList ownModules();

    void start();
    /// One driver more, now and next time (absolute path).
    void addModule(const QString& path);
    /// While someone signs nobody asks the token anything else.
    void pause();
    void resume();

    /// In the order of their drivers.
    [[nodiscard]] std::vector<FoundKey> keys() const;
    /// Every driver has answered once.
    [[nodiscard]] bool hasLooked() const;
    /// What the driver answered last, where that was an error.
    [[nodiscard]] std::optional<Error> problemOf(const QString& module) const;

Q_SIGNALS:
    void changed();

private:
    struct Module;
    void addToList(const QString& path);
    void lookEverywhere();
    void look(const std::shared_ptr<Module>& module);
    void take(Module& module, Result<std::vector<key::TokenKey>> keys);

    QString m_hostProgram;
    ModuleSource m_moduleSource;
    std::vector<std::shared_ptr<Module>> m_modules;
    QTimer m_timer;
    QTimer m_soon; ///< a moment after a device has come or gone
    std::unique_ptr<platform::DeviceWatch> m_devices;
    bool m_modulesKnown = false;
    bool m_paused = false;
};

} // namespace bidseal::signing
