#include "tests/support/ScriptedModule.h"

#include "resources/demonstration/TokenMint.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace bidseal::test {

ScriptedModule::ScriptedModule()
{
    set("forward", demonstration::softHsmModule().toUtf8());
    qputenv("BIDSEAL_SCRIPT", scriptPath().toUtf8());
}

ScriptedModule::~ScriptedModule() { qunsetenv("BIDSEAL_SCRIPT"); }

QString ScriptedModule::path()
{
#ifdef Q_OS_WIN
    return QCoreApplication::applicationDirPath() + u"/scripted-pkcs11.dll"_s;
#else
    return QCoreApplication::applicationDirPath() + u"/scripted-pkcs11.so"_s;
#endif
}

void ScriptedModule::set(const QByteArray& name, const QByteArray& value)
{
    m_lines.insert(name, value);
    QFile file(scriptPath());
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the script cannot be written");
    for (auto line = m_lines.cbegin(); line != m_lines.cend(); ++line)
        file.write(line.key() + '=' + line.value() + '\n');
}

int ScriptedModule::counted(const QByteArray& name) const
{
    QFile file(scriptPath() + u".state"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : file.readAll().split('\n')) {
        if (line.startsWith(name + '='))
            return line.mid(name.size() + 1).toInt();
    }
    return 0;
}

QString ScriptedModule::scriptPath() const { return m_folder.filePath(u"script"_s); }

} // namespace bidseal::test
