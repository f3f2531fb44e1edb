// What other programs tell the self-check in texts of their own: hosts files, mount tables, Date headers, findings of
// bidseal-check-host.
#include "core/base/platform/MountTable.h"
#include "core/environment/FindingJson.h"
#include "core/environment/https/HttpDate.h"
#include "core/environment/network/HostsFile.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace bidseal;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    (void)environment::addressesInHostsFile(text, u"relay.example.com"_s);
    (void)platform::mountOf(u"/srv/sample/bids"_s, text);
    (void)environment::httpDateFrom(text);
    const auto json = QJsonDocument::fromJson(text).object();
    const auto finding = environment::findingFromRawJson(json);
    const auto again = environment::findingFromRawJson(environment::toRawJson(finding));
    if (environment::toRawJson(again) != environment::toRawJson(finding))
        std::abort();
    (void)environment::toJson(finding, environment::Disclosure::Redacted);
    return 0;
}
