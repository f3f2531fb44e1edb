#pragma once

#include "core/base/Secret.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace bidseal::relay {

/// The address of a relay: https, host, port, nothing else.
class Origin {
public:
    /// "https://relay.example.com", also with a port or a final slash. Errors: RelayAddressInvalid.
    [[nodiscard]] static Result<Origin> parse(const QString& text);

    [[nodiscard]] const QByteArray& ascii() const { return m_ascii; } ///< docs/relay-protocol.md, 1
    [[nodiscard]] QString shown() const; ///< host and port, for people
    friend bool operator==(const Origin&, const Origin&) = default;

private:
    explicit Origin(QByteArray ascii);
    QByteArray m_ascii;
};

/// What the QR code holds (docs/relay-protocol.md, 2).
struct Link {
    Origin origin;
    QByteArray session; ///< 22 characters
    QByteArray versions; ///< V_D, one byte each
    QByteArray desktopKey; ///< K_D
    Secret secret; ///< S, 32 bytes

    /// Errors: PhoneLinkInvalid.
    [[nodiscard]] static Result<Link> parse(const QString& text);
    /// Holds the secret: for the screen, never for a log.
    [[nodiscard]] QString text() const;
};

/// base64url without padding; decoding refuses everything that encoding does not make.
[[nodiscard]] QByteArray toBase64Url(const QByteArray& bytes);
[[nodiscard]] std::optional<QByteArray> fromBase64Url(QByteArrayView text);

} // namespace bidseal::relay
