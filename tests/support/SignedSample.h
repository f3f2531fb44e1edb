#pragma once

#include "resources/demonstration/CertificateMint.h"

#include <QByteArray>
#include <QRectF>

#include <optional>
#include <vector>

namespace bidseal::testing {

/// A made-up company's key that signs bytes with OpenSSL's own CMS functions, independent of core/cms.
class SampleSigner {
public:
    SampleSigner();

    [[nodiscard]] bool isReady() const { return m_key.has_value(); }
    struct Form {
        bool withSigningCertificate = true; ///< the ESS attribute (CAdES)
        const char* digest = "SHA256";
    };
    /// A detached SignedData over `bytes`, DER.
    [[nodiscard]] QByteArray sign(const QByteArray& bytes, Form form) const;
    [[nodiscard]] QByteArray sign(const QByteArray& bytes) const { return sign(bytes, Form()); }

private:
    std::optional<demonstration::MintedKey> m_key;
};

/// How a signature is written into a sample. The defaults are right; everything can be made wrong.
struct SignatureShape {
    QByteArray subFilter = "ETSI.CAdES.detached";
    QByteArray moreEntries; ///< of the signature dictionary: "/Reference[…]"
    int certificationLevel = 0; ///< DocMDP P; 0: an approval signature
    QByteArray fieldEntries; ///< of the field: "/Lock<<…>>"
    bool secondField = false; ///< another field with the same /V
    SampleSigner::Form form;
    qint64 beginsAt = 0; ///< first number of /ByteRange, 0 if it is right
    qint64 endsEarlier = 0; ///< bytes that the end of /ByteRange falls short of the file's end
};

/// A two-page document that grows by incremental updates with a cross-reference table, each written by hand:
/// signatures, later changes, and what attackers append.
class SignedSample {
public:
    /// `emptyField`: the name of a visible signature field on the first page that waits for its signature; empty: none.
    explicit SignedSample(const QByteArray& emptyField = {}, const QRectF& box = { 100, 100, 120, 120 });

    /// Where things are in bytes() of the signature that was added last.
    struct Place {
        int dictionary = 0; ///< object number
        qint64 byteRangeBegin = 0; ///< of '['
        qint64 byteRangeEnd = 0; ///< behind ']'
        qint64 contentsBegin = 0; ///< of '<'
        qint64 contentsEnd = 0; ///< behind '>'
        qint64 end = 0; ///< of the revision
    };
    void sign(const SampleSigner& signer, const QByteArray& field, const SignatureShape& shape = {});

    /// An update with these objects, unsigned.
    void update(const std::vector<std::pair<int, QByteArray>>& objects);
    /// An update that puts other text on the first page.
    void changeFirstPage();

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] const std::vector<Place>& signatures() const { return m_signatures; }
    /// The whole signature dictionary as it stands in the file.
    [[nodiscard]] QByteArray dictionaryText(const Place& place) const;
    [[nodiscard]] int nextNumber() const { return m_next; }

private:
    QByteArray m_bytes;
    std::vector<Place> m_signatures;
    QByteArray m_fields;
    QByteArray m_catalogEntries;
    int m_form = 0, m_firstPage = 0, m_next = 0;
};

} // namespace bidseal::testing
