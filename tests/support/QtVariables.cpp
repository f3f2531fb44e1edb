// Wine hands on no environment variable of Qt's; tests/support/host-tools hides them behind another name. This puts
// them back before main() runs, and so before Qt looks.
#include <QByteArray>
#include <QProcessEnvironment>

namespace {

bool putBack()
{
    const QString prefix = QStringLiteral("HOST_");
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& name : environment.keys()) {
        if (name.startsWith(prefix + QStringLiteral("QT_")))
            qputenv(name.mid(prefix.size()).toLatin1().constData(), environment.value(name).toUtf8());
    }
    return true;
}

[[maybe_unused]] const bool arePutBack = putBack();

} // namespace
