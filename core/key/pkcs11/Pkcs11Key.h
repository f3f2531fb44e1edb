#pragma once

#include "core/key/pkcs11/TokenHost.h"

namespace bidseal::key {

/// A UKey's key. Reads the PIN's state before asking for the PIN, so that a last try is never used unasked.
class Pkcs11Key : public SigningKey {
public:
    Pkcs11Key(std::shared_ptr<TokenHost> host, KeyUri uri, PinSource pin);

    [[nodiscard]] Result<std::vector<certificate::Certificate>> certificateChain(
        const DescribeDocuments& describe, std::stop_token stop) override;
    [[nodiscard]] Result<std::vector<QByteArray>> sign(
        const std::vector<ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop) override;
    [[nodiscard]] QString description() const override;

private:
    std::shared_ptr<TokenHost> m_host;
    KeyUri m_uri;
    PinSource m_pin;
};

} // namespace bidseal::key
