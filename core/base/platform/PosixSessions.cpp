#include "core/base/platform/Assignments.h"
#include "core/base/platform/Sessions.h"

#include <QFile>
#include <QRegularExpression>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A desktop's programs may run outside of their session's own group (user@1000.service); then the user's session with
/// a display is theirs.
QString sessionId()
{
    static const QRegularExpression scope(u"/session-([0-9a-z]+)\\.scope"_s);
    const auto match = scope.match(QString::fromUtf8(contentOf(u"/proc/self/cgroup"_s)));
    if (match.hasMatch())
        return match.captured(1);
    if (const auto id = qEnvironmentVariable("XDG_SESSION_ID"); !id.isEmpty())
        return id;
    return assignments(contentOf(u"/run/systemd/users/%1"_s.arg(::getuid()))).value(u"DISPLAY"_s);
}

} // namespace

/// Reads what sd_session_is_remote(3) reads, without its library.
std::optional<LoginSession> loginSession()
{
    const auto id = sessionId();
    if (id.isEmpty() || id.contains(u'/'))
        return {};
    const auto record = assignments(contentOf(u"/run/systemd/sessions/"_s + id));
    if (record.value(u"UID"_s) != QString::number(::getuid()))
        return {};
    return LoginSession { record.value(u"REMOTE"_s) == u"1"_s, false, record.value(u"REMOTE_HOST"_s),
        record.value(u"SERVICE"_s) };
}

} // namespace bidseal::platform
