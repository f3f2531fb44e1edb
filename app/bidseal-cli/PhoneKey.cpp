#include "app/bidseal-cli/PhoneKey.h"

#include "core/base/ComputerId.h"
#include "core/base/UserFolder.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

key::MobileOptions mobileOptions()
{
    key::MobileOptions options;
    options.client = u"BidSeal %1"_s.arg(QCoreApplication::applicationVersion());
    options.computerId = computerId(userFolder());
    options.computerName = QSysInfo::machineHostName();
    return options;
}

} // namespace

PhoneKey::PhoneKey(relay::RelayAddress address, PhoneWishes wishes, ErrorOutput& output)
    : m_timeout(wishes.timeout)
    , m_screen(output, wishes.pictureFile)
    , m_key(std::move(address), mobileOptions(), [this](const key::MobileProgress& progress) { show(progress); })
{
}

/// Without its picture nobody would ever scan the code.
void PhoneKey::show(const key::MobileProgress& progress)
{
    m_screen.show(progress);
    if (!m_screen.pictureStatus() && m_underWay)
        m_underWay->request();
}

template <class Call> auto PhoneKey::inTime(const std::stop_token& stop, const Call& call)
{
    key::LinkedStop limited(stop);
    std::optional<key::StopLater> limit;
    if (m_timeout) {
        const auto left = std::chrono::ceil<milliseconds>(m_begun + *m_timeout - steady_clock::now());
        limit.emplace(limited, std::max(left, milliseconds(0)));
    }
    m_underWay = &limited;
    auto result = call(limited.token());
    m_underWay = nullptr;
    if (result || result.error().code != ErrorCode::Cancelled || stop.stop_requested())
        return result;
    if (const auto& picture = m_screen.pictureStatus(); !picture)
        result = failure(picture.error());
    else
        result = failure(
            m_screen.isScanned() ? ErrorCode::PhoneSessionExpired : ErrorCode::PhoneCodeExpired, u"--timeout"_s);
    return result;
}

Result<std::vector<certificate::Certificate>> PhoneKey::certificateChain(
    const key::DescribeDocuments& describe, std::stop_token stop)
{
    if (const auto isFree = m_screen.checkPictureIsFree(); !isFree)
        return failure(isFree.error());
    m_begun = steady_clock::now();
    auto chain
        = inTime(stop, [&](const std::stop_token& limited) { return m_key.certificateChain(describe, limited); });
    m_screen.takeCodeAway();
    return chain;
}

Result<std::vector<QByteArray>> PhoneKey::sign(
    const std::vector<key::ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop)
{
    return inTime(stop, [&](const std::stop_token& limited) { return m_key.sign(documents, algorithm, limited); });
}

void PhoneKey::tellOutcome(key::SigningOutcome outcome) { m_key.tellOutcome(outcome); }

} // namespace bidseal::cli
