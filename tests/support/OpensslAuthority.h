#pragma once

#include "resources/demonstration/CertificateMint.h"
#include "tests/support/ForeignProcess.h"

#include <QTemporaryDir>
#include <QUrl>

namespace bidseal::test {

/// A certification authority that the openssl program runs: it issues, revokes, publishes its list and answers by OCSP.
/// What it says about a certificate is not this project's own opinion. Fails the running test by qFatal where openssl
/// does.
class OpensslAuthority {
public:
    /// Names differ between authorities of different `name`.
    explicit OpensslAuthority(const QString& name = QStringLiteral("Sample Authority"));
    OpensslAuthority(const OpensslAuthority&) = delete;
    OpensslAuthority& operator=(const OpensslAuthority&) = delete;

    [[nodiscard]] static bool isInstalled();

    /// `extensions`: further lines of an OpenSSL configuration section, "authorityInfoAccess=OCSP;URI:http://…".
    [[nodiscard]] demonstration::MintedKey issue(const QString& commonName, const QStringList& extensions);
    /// Another certificate for the same key.
    [[nodiscard]] demonstration::MintedKey renew(
        const demonstration::MintedKey& key, const QDateTime& from, const QDateTime& until);
    /// By somebody who got a certificate here and plays authority with it.
    [[nodiscard]] demonstration::MintedKey issueBy(const demonstration::MintedKey& issuer, const QString& commonName);
    void revoke(const demonstration::MintedKey& key, const QString& reason = QStringLiteral("keyCompromise"));
    /// DER; valid for `days` from now on.
    [[nodiscard]] QByteArray list(int days = 7);

    /// Answers one request, offline. The signer: the authority itself, or a key that it issued.
    [[nodiscard]] QByteArray answer(
        const QByteArray& request, const demonstration::MintedKey* signer = nullptr, const QStringList& options = {});
    /// Starts answering over HTTP as things stand now.
    [[nodiscard]] QUrl startResponder();

    [[nodiscard]] QByteArray certificate() const; ///< DER
    [[nodiscard]] QString certificateFile() const; ///< PEM

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    void openssl(const QStringList& arguments) const;
    void write(const QString& name, const QByteArray& content) const;

    QTemporaryDir m_folder;
    testing::ForeignProcess m_responder;
    int m_issued = 0;
};

} // namespace bidseal::test
