#include "core/environment/network/Inspectors.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

struct Inspector {
    const char16_t* sign; ///< occurs in its issuers' names, whatever the case
    const char16_t* name; ///< as people know it
};

/// None of the signs occurs in the name of a public authority.
constexpr Inspector kInspectors[] = {
    // Antivirus programs
    { u"Kaspersky", u"Kaspersky" },
    { u"avast! Web/Mail Shield", u"Avast" },
    { u"Avast Web/Mail Shield", u"Avast" },
    { u"AVG Web/Mail Shield", u"AVG" },
    { u"ESET SSL Filter", u"ESET" },
    { u"Bitdefender", u"Bitdefender" },
    { u"Dr.Web", u"Dr.Web" },
    { u"AdGuard", u"AdGuard" },
    { u"McAfee Web Gateway", u"McAfee Web Gateway" },
    { u"360安全", u"360" },
    { u"360 Total Security", u"360" },
    { u"360 Internet Security", u"360" },
    { u"Qihoo", u"360" },
    { u"奇虎", u"360" },
    // Debugging proxies
    { u"Fiddler", u"Fiddler" },
    { u"Charles Proxy", u"Charles" },
    { u"mitmproxy", u"mitmproxy" },
    { u"PortSwigger", u"Burp Suite" },
    { u"Proxyman", u"Proxyman" },
    { u"Reqable", u"Reqable" },
    { u"HTTP Toolkit", u"HTTP Toolkit" },
    { u"OWASP Zed Attack Proxy", u"OWASP ZAP" },
    { u"AnyProxy", u"AnyProxy" },
    // Companies' gateways
    { u"Zscaler", u"Zscaler" },
    { u"Netskope", u"Netskope" },
    { u"Fortinet", u"Fortinet" },
    { u"FortiGate", u"Fortinet" },
    { u"Sangfor", u"Sangfor (深信服)" },
    { u"深信服", u"Sangfor (深信服)" },
    { u"奇安信", u"QiAnXin (奇安信)" },
    { u"Qi An Xin", u"QiAnXin (奇安信)" },
    { u"QiAnXin", u"QiAnXin (奇安信)" },
    { u"天融信", u"Topsec (天融信)" },
    { u"Topsec", u"Topsec (天融信)" },
    { u"NSFOCUS", u"NSFOCUS (绿盟)" },
    { u"绿盟", u"NSFOCUS (绿盟)" },
    { u"Netentsec", u"Netentsec (网康)" },
    { u"网康", u"Netentsec (网康)" },
    { u"Hillstone", u"Hillstone (山石网科)" },
    { u"山石网科", u"Hillstone (山石网科)" },
    { u"Palo Alto Networks", u"Palo Alto Networks" },
    { u"Blue Coat", u"Blue Coat" },
    { u"ProxySG", u"Blue Coat" },
    { u"Forcepoint", u"Forcepoint" },
    { u"Websense", u"Forcepoint" },
    { u"Cisco Umbrella", u"Cisco Umbrella" },
    { u"SonicWall", u"SonicWall" },
    { u"WatchGuard", u"WatchGuard" },
    { u"Barracuda", u"Barracuda" },
    { u"Sophos", u"Sophos" },
    { u"Squid", u"Squid" },
};

} // namespace

std::optional<QString> inspectorNamedBy(const QStringList& issuerNames)
{
    const auto* found = std::find_if(std::begin(kInspectors), std::end(kInspectors), [&](const Inspector& inspector) {
        return std::any_of(issuerNames.begin(), issuerNames.end(), [&inspector](const QString& name) {
            return name.contains(QStringView(inspector.sign), Qt::CaseInsensitive);
        });
    });
    if (found == std::end(kInspectors))
        return {};
    return QString::fromUtf16(found->name);
}

} // namespace bidseal::environment
