#pragma once

#include "app/bidseal-cli/PhoneScreen.h"
#include "core/key/mobile/StopSignals.h"

#include <chrono>

namespace bidseal::cli {

struct PhoneWishes {
    QString pictureFile; ///< empty: none
    std::optional<std::chrono::seconds> timeout; ///< for the scan, the choice and the confirmation together
};

/// The certificate on a phone, as the command line uses it: with its states in words and a bound on the wait. Further
/// errors: OutputExists (the picture's file), PhoneCodeExpired and PhoneSessionExpired where the bound is reached.
class PhoneKey : public key::SigningKey {
public:
    PhoneKey(relay::RelayAddress address, PhoneWishes wishes, ErrorOutput& output);

    [[nodiscard]] Result<std::vector<certificate::Certificate>> certificateChain(
        const key::DescribeDocuments& describe, std::stop_token stop) override;
    [[nodiscard]] Result<std::vector<QByteArray>> sign(const std::vector<key::ToBeSigned>& documents,
        cms::SignatureAlgorithm algorithm, std::stop_token stop) override;
    void tellOutcome(key::SigningOutcome outcome) override;
    [[nodiscard]] QString description() const override { return m_key.description(); }

private:
    void show(const key::MobileProgress& progress);
    template <class Call> [[nodiscard]] auto inTime(const std::stop_token& stop, const Call& call);

    std::optional<std::chrono::seconds> m_timeout;
    std::chrono::steady_clock::time_point m_begun;
    key::LinkedStop* m_underWay = nullptr; ///< ends the call that is under way
    PhoneScreen m_screen;
    key::MobileKey m_key;
};

} // namespace bidseal::cli
