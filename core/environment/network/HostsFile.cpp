#include "core/environment/network/HostsFile.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

QString asCompared(const QString& name)
{
    auto ascii = QString::fromLatin1(QUrl::toAce(name)).toLower();
    if (ascii.isEmpty()) // no name that a URL could have; some have underscores
        ascii = name.toLower();
    return ascii.endsWith(u'.') ? ascii.chopped(1) : ascii;
}

/// "address name alias … # remark"
QStringList fieldsOf(const QByteArray& line)
{
    const auto text = QString::fromUtf8(line.left(line.indexOf('#') < 0 ? line.size() : line.indexOf('#')));
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

QStringList addressesInHostsFile(const QByteArray& content, const QString& host)
{
    const auto wanted = asCompared(host);
    QStringList addresses;
    const auto withoutMark = content.startsWith("\xEF\xBB\xBF") ? content.mid(3) : content; // Notepad's
    for (const auto& line : withoutMark.split('\n')) {
        const auto fields = fieldsOf(line);
        if (fields.size() < 2 || QHostAddress(fields.first()).isNull() || addresses.contains(fields.first()))
            continue;
        if (std::any_of(fields.begin() + 1, fields.end(),
                [&wanted](const QString& name) { return asCompared(name) == wanted; }))
            addresses.append(fields.first());
    }
    return addresses;
}

} // namespace bidseal::environment
