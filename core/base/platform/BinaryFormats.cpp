#include "core/base/platform/BinaryFormats.h"

#include <QList>
#include <QMap>

namespace bidseal::platform {

namespace {

bool matches(const QByteArray& start, const QByteArray& magic, const QByteArray& mask)
{
    if (magic.isEmpty() || start.size() < magic.size())
        return false;
    for (qsizetype i = 0; i < magic.size(); ++i) {
        const char relevant = i < mask.size() ? mask[i] : '\xff';
        if ((start[i] & relevant) != (magic[i] & relevant))
            return false;
    }
    return true;
}

} // namespace

QString interpreterFor(const QByteArray& programStart, const QByteArray& registration)
{
    const auto lines = registration.split('\n');
    QMap<QByteArray, QByteArray> values;
    for (const auto& line : lines) {
        const auto space = line.indexOf(' ');
        values[line.left(space)] = line.mid(space + 1);
    }
    // Those with an extension instead of a magic are for scripts and archives.
    if (lines.value(0) != "enabled" || !values.contains("magic"))
        return {};
    const auto start = programStart.mid(values["offset"].toLongLong());
    const bool isOurs = matches(start, QByteArray::fromHex(values["magic"]), QByteArray::fromHex(values.value("mask")));
    return isOurs ? QString::fromUtf8(values["interpreter"]) : QString();
}

} // namespace bidseal::platform
