#include "core/key/pkcs11/Pkcs11Key.h"

namespace bidseal::key {

namespace {

QString holderOf(const TokenKey& key) { return key.certificate ? key.certificate->holder().displayName : QString(); }

std::vector<QByteArray> attributesOf(const std::vector<ToBeSigned>& documents)
{
    std::vector<QByteArray> attributes;
    for (const auto& document : documents)
        attributes.push_back(document.signedAttributes);
    return attributes;
}

} // namespace

Pkcs11Key::Pkcs11Key(std::shared_ptr<TokenHost> host, KeyUri uri, PinSource pin)
    : m_host(std::move(host))
    , m_uri(std::move(uri))
    , m_pin(std::move(pin))
{
}

Result<std::vector<certificate::Certificate>> Pkcs11Key::certificateChain(
    const DescribeDocuments&, std::stop_token stop)
{
    const auto key = m_host->find(m_uri, stop);
    if (!key)
        return failure(key.error());
    return certificate::chainOf(*key->certificate, key->others);
}

Result<std::vector<QByteArray>> Pkcs11Key::sign(
    const std::vector<ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop)
{
    const auto key = m_host->find(m_uri, stop);
    if (!key)
        return failure(key.error());
    if (key->token.pinState == PinState::Locked)
        return failure(ErrorCode::PinLocked, {}, { .name = key->token.label });

    const auto pin = m_pin({ holderOf(*key), key->token.label, key->token.pinState, key->token.onTokensOwnPad });
    if (!pin)
        return failure(pin.error());
    return m_host->sign(key->uri, *pin, attributesOf(documents), algorithm, stop);
}

QString Pkcs11Key::description() const { return m_uri.toString(); }

} // namespace bidseal::key
