#pragma once

#include "core/cms/SignedData.h"
#include "resources/demonstration/CertificateMint.h"

#include <QTemporaryDir>

namespace bidseal::test {

/// A minted key that signs, and the openssl program to judge what it signed.
class TestSigner {
public:
    TestSigner(const demonstration::CertificateMint& mint, const demonstration::CertificateOrder& order);

    [[nodiscard]] const demonstration::MintedKey& minted() const { return m_minted; }
    [[nodiscard]] certificate::Certificate certificate() const { return m_chain.front(); }
    /// Without the root.
    [[nodiscard]] const std::vector<certificate::Certificate>& chain() const { return m_chain; }
    [[nodiscard]] QByteArray sign(const QByteArray& bytes, cms::SignatureAlgorithm algorithm) const;
    /// A finished SignedData over `document`.
    [[nodiscard]] QByteArray signedData(
        const QByteArray& document, cms::SignatureAlgorithm algorithm, cms::Profile profile) const;

private:
    demonstration::MintedKey m_minted;
    std::vector<certificate::Certificate> m_chain;
};

[[nodiscard]] QByteArray digestOf(const QByteArray& data, const QString& name);
/// What inspect() asks for, when `document` is what was signed.
[[nodiscard]] cms::DigestSource digestsOf(const QByteArray& document);

/// A folder with files in it for a foreign program.
class Workbench {
public:
    [[nodiscard]] QString write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] QByteArray read(const QString& name) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Runs the openssl program in the folder; both of its streams.
    QString openssl(const QStringList& arguments) const;

private:
    QTemporaryDir m_folder;
};

} // namespace bidseal::test
