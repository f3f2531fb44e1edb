#pragma once

#include <QHash>
#include <QTemporaryDir>

namespace bidseal::test {

/// The script of tests/support/scripted-module, which forwards to SoftHSM. BIDSEAL_SCRIPT points to it for every child
/// started while this lives, so there is one at a time.
class ScriptedModule {
public:
    ScriptedModule();
    ~ScriptedModule();
    ScriptedModule(const ScriptedModule&) = delete;
    ScriptedModule& operator=(const ScriptedModule&) = delete;

    [[nodiscard]] static QString path();
    /// From the next call of the module on, also in a process that runs already.
    void set(const QByteArray& name, const QByteArray& value);
    /// How often something was counted: "logins", "wrong", "signatures".
    [[nodiscard]] int counted(const QByteArray& name) const;

private:
    [[nodiscard]] QString scriptPath() const;

    QTemporaryDir m_folder;
    QHash<QByteArray, QByteArray> m_lines;
};

} // namespace bidseal::test
