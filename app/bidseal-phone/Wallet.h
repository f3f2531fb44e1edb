#pragma once

#include "core/key/SigningKey.h"
#include "core/relay/Messages.h"

namespace bidseal::phone {

/// The key files that stand in for a phone's keys. A key file hides its certificates behind its password too, so they
/// are read once at the start (a phone shows them without a PIN); the keys are not kept. To sign, the file is opened
/// again with a PIN that was asked for at that moment.
class Wallet {
public:
    struct Entry {
        QString file;
        std::vector<certificate::Certificate> chain; ///< the signer's first
    };

    /// Errors: those of key::Pkcs12Key.
    [[nodiscard]] static Result<Wallet> open(
        const QStringList& files, const key::PinSource& password, std::stop_token stop);

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    /// Errors: those of key::Pkcs12Key.
    [[nodiscard]] static Result<std::vector<QByteArray>> sign(const Entry& with,
        const std::vector<relay::DocumentToSign>& documents, const key::PinSource& pin, std::stop_token stop);

private:
    std::vector<Entry> m_entries;
};

/// What the certificate message says of a key. Errors: KeyUnsupported.
[[nodiscard]] Result<relay::KeyAlgorithm> relayAlgorithm(const certificate::Certificate& certificate);

} // namespace bidseal::phone
