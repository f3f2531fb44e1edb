#include "core/environment/https/HttpDate.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

std::optional<QDateTime> httpDateFrom(const QByteArray& value)
{
    const auto local
        = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!local.isValid())
        return {};
    return QDateTime(local.date(), local.time(), Qt::UTC);
}

} // namespace bidseal::environment
