#pragma once

#include "core/key/SigningKey.h"

namespace bidseal::key {

/// A key file (.p12, .pfx). Its password is asked for once, and not at all where the file has none; from then on the
/// opened key lives as long as this object. Errors of both calls: FileNotFound, FileNotReadable, KeyFileUnreadable,
/// KeyFilePasswordWrong, KeyWithoutCertificate, Cancelled, and those of the PinSource. Old files need OpenSSL's legacy
/// provider; where that is missing they are KeyFileUnreadable.
class Pkcs12Key : public SigningKey {
public:
    Pkcs12Key(QString path, PinSource password);
    ~Pkcs12Key() override;

    [[nodiscard]] Result<std::vector<certificate::Certificate>> certificateChain(
        const DescribeDocuments& describe, std::stop_token stop) override;
    /// Further errors: KeyUnsupported.
    [[nodiscard]] Result<std::vector<QByteArray>> sign(
        const std::vector<ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop) override;
    [[nodiscard]] QString description() const override;

private:
    struct Opened;
    [[nodiscard]] Status open(const std::stop_token& stop);

    QString m_path;
    PinSource m_password;
    std::unique_ptr<Opened> m_opened;
};

} // namespace bidseal::key
