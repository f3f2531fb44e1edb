#pragma once

#include "core/key/pkcs11/InstalledModules.h"
#include "core/key/pkcs11/KeyUri.h"
#include "core/key/pkcs11/TokenState.h"

#include <chrono>
#include <memory>
#include <optional>

namespace bidseal::key {

namespace host {
enum class Call : quint32;
struct ListedToken;
} // namespace host

/// A private key on a token with the certificate that belongs to it (same CKA_ID), as far as it can be seen without
/// PIN.
struct TokenKey {
    KeyUri uri; ///< names exactly this key
    TokenState token;
    std::optional<certificate::Certificate> certificate;
    std::vector<certificate::Certificate> others; ///< on the same token, for the chain
};

/// A token with the keys on it that can be seen without PIN.
struct TokenContents {
    TokenState token;
    std::vector<TokenKey> keys;
};

/// One driver in one process of its own (`bidseal-token-host`): a driver that hangs or crashes costs that process and
/// nothing else. Started on the first call, again after it was killed. One call at a time; safe to call from any
/// thread.
class TokenHost {
public:
    struct Limits {
        std::chrono::seconds list { 20 };
        std::chrono::seconds sign { 90 }; ///< for each signature
    };

    /// `modulePath` is absolute. `program` is the one that holds the driver; empty: see driverHostFor().
    explicit TokenHost(QString modulePath, QString program = {});
    TokenHost(QString modulePath, QString program, Limits limits);
    ~TokenHost();

    TokenHost(const TokenHost&) = delete;
    TokenHost& operator=(const TokenHost&) = delete;

    [[nodiscard]] const QString& modulePath() const;
    /// Of the driver's process, where one is running: for the log and for tests.
    [[nodiscard]] std::optional<qint64> processId() const;

    /// Errors of every call: ModuleNotFound, ModuleUnusable, TokenHostMissing, DriverCrashed, DriverNotResponding,
    /// Cancelled, TokenFailed.
    [[nodiscard]] Result<std::vector<TokenState>> tokens(std::stop_token stop = {});
    /// Keys that can be listed without a PIN; keys that show themselves only after login are found by their
    /// certificates.
    [[nodiscard]] Result<std::vector<TokenKey>> keys(std::stop_token stop = {});
    /// Tokens and keys in one call.
    [[nodiscard]] Result<std::vector<TokenContents>> contents(std::stop_token stop = {});
    /// The one key that `uri` names; where it names a token only, the one that is not for encryption. Further errors:
    /// TokenAbsent, KeyNotFound, KeyAmbiguous, KeyWithoutCertificate.
    [[nodiscard]] Result<TokenKey> find(const KeyUri& uri, std::stop_token stop = {});
    /// Logs in once, signs the bytes of each document, logs out: all or nothing. Further errors: PinWrong, PinLocked,
    /// PinLengthInvalid, TokenRemoved, KeyUnsupported.
    [[nodiscard]] Result<std::vector<QByteArray>> sign(const KeyUri& uri, const Secret& pin,
        const std::vector<QByteArray>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop = {});

private:
    [[nodiscard]] Result<std::vector<host::ListedToken>> list(host::Call call, const std::stop_token& stop);

    class Connection;
    std::unique_ptr<Connection> m_connection;
};

} // namespace bidseal::key
