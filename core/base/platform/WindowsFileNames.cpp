#include "core/base/platform/FileNames.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

/// As Microsoft's "Naming Files, Paths, and Namespaces" has it: a device keeps its name with every ending.
bool isFileName(const QString& name)
{
    static const QRegularExpression device(u"^(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³]) *(\\.|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression forbidden(u"[<>:\"/\\\\|?*\\x00-\\x1f]"_s);
    return !name.isEmpty() && !name.endsWith(u'.') && !name.endsWith(u' ') && !name.contains(forbidden)
        && !name.contains(device);
}

} // namespace bidseal::platform
