#pragma once

#include "core/key/SigningKey.h"

namespace bidseal::key {

/// A key file (.p12, .pfx). Errors of both calls: FileNotFound, KeyFileUnreadable, KeyFilePasswordWrong,
/// KeyWithoutCertificate, KeyUnsupported.
class Pkcs12Key : public SigningKey {
public:
    Pkcs12Key(QString path, PinSource pin);
    ~Pkcs12Key() override;

    [[nodiscard]] Result<std::vector<certificate::Certificate>> certificateChain(std::stop_token stop) override;
    [[nodiscard]] Result<QByteArray> sign(
        const QByteArray& bytes, cms::SignatureAlgorithm algorithm, std::stop_token stop) override;
    [[nodiscard]] QString description() const override;

private:
    struct Opened;
    [[nodiscard]] Status open();
    QString m_path;
    PinSource m_pin;
    std::unique_ptr<Opened> m_opened;
};

} // namespace bidseal::key
