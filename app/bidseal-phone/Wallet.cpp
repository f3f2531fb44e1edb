#include "app/bidseal-phone/Wallet.h"

#include "core/key/pkcs12/Pkcs12Key.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::phone {

Result<Wallet> Wallet::open(const QStringList& files, const key::PinSource& password, std::stop_token stop)
{
    Wallet wallet;
    for (const auto& name : files) {
        const QString file = QFileInfo(name).absoluteFilePath();
        auto chain = key::Pkcs12Key(file, password).certificateChain({}, stop);
        if (!chain)
            return failure(chain.error());
        wallet.m_entries.push_back({ file, std::move(*chain) });
    }
    return wallet;
}

Result<std::vector<QByteArray>> Wallet::sign(const Entry& with, const std::vector<relay::DocumentToSign>& documents,
    const key::PinSource& pin, std::stop_token stop)
{
    const auto algorithm = cms::algorithmFor(with.chain.front());
    if (!algorithm)
        return failure(algorithm.error());
    std::vector<key::ToBeSigned> toBeSigned;
    toBeSigned.reserve(documents.size());
    for (const auto& document : documents)
        toBeSigned.push_back({ { algorithm->digest, document.digest }, document.attributes });
    return key::Pkcs12Key(with.file, pin).sign(toBeSigned, *algorithm, std::move(stop));
}

Result<relay::KeyAlgorithm> relayAlgorithm(const certificate::Certificate& certificate)
{
    switch (certificate.keyKind()) {
    case certificate::KeyKind::Rsa:
        return relay::KeyAlgorithm::RsaPkcs1Sha256;
    case certificate::KeyKind::EcP256:
        return relay::KeyAlgorithm::EcdsaSha256;
    case certificate::KeyKind::EcP384:
        return relay::KeyAlgorithm::EcdsaSha384;
    case certificate::KeyKind::Sm2:
    case certificate::KeyKind::Other:
        break;
    }
    return failure(ErrorCode::KeyUnsupported, u"the protocol has no name for this kind of key"_s);
}

} // namespace bidseal::phone
