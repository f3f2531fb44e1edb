#include "ui/signing/SigningJob.h"

#include "core/environment/RelayServer.h"
#include "core/key/mobile/MobileKey.h"
#include "core/key/pkcs11/Pkcs11Key.h"
#include "core/key/pkcs12/Pkcs12Key.h"
#include "ui/mobile/PhoneOptions.h"
#include "ui/signing/SigningLine.h"

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

/// Gives the PIN away once; it is not there for a second time.
key::PinSource pinSource(SignerOrder& order)
{
    return [&order](const key::PinQuestion& question) -> Result<Secret> {
        if (question.state == key::PinState::LastTry && order.lastTry == LastTry::AskFirst)
            return failure(ErrorCode::PinLastTry, u"nobody has agreed to use the last try"_s);
        if (order.pin.isEmpty() && !question.onTokensOwnPad)
            return failure(ErrorCode::PinNeeded, u"the PIN was used already"_s);
        return std::move(order.pin);
    };
}

/// The servers that the keys are reached through.
std::vector<environment::Server> serversFor(const SigningOrder& order)
{
    std::vector<environment::Server> servers;
    for (const auto& signer : order.signers) {
        if (const auto* phone = signer.key.as<PhoneRoute>())
            servers.push_back(environment::relayServer(phone->relay.address));
    }
    return servers;
}

/// A phone's key, with which the window can speak from its turn on.
class PhoneInTurn : public key::SigningKey {
public:
    PhoneInTurn(const PhoneRoute& route, SigningLine& line)
        : m_line(line)
        , m_key(route.relay.address, mobile::phoneOptions(), line.phoneObserver())
    {
    }
    Result<std::vector<certificate::Certificate>> certificateChain(
        const key::DescribeDocuments& describe, std::stop_token stop) override
    {
        m_loan.emplace(m_line.mobileKey(), m_key);
        return m_key.certificateChain(describe, std::move(stop));
    }
    Result<std::vector<QByteArray>> sign(
        const std::vector<key::ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop) override
    {
        return m_key.sign(documents, algorithm, std::move(stop));
    }
    void tellOutcome(key::SigningOutcome outcome) override { m_key.tellOutcome(outcome); }
    QString description() const override { return m_key.description(); }

private:
    SigningLine& m_line;
    key::MobileKey m_key;
    std::optional<tasks::Lent<key::MobileKey>::Loan> m_loan;
};

std::unique_ptr<key::SigningKey> openKey(SignerOrder& signer, SigningLine& line)
{
    if (const auto* token = signer.key.as<TokenRoute>())
        return std::make_unique<key::Pkcs11Key>(token->host, token->uri, pinSource(signer));
    if (const auto* file = signer.key.as<KeyFileRoute>())
        return std::make_unique<key::Pkcs12Key>(file->path, pinSource(signer));
    return std::make_unique<PhoneInTurn>(*signer.key.as<PhoneRoute>(), line);
}

} // namespace

Result<std::vector<SignedDocument>> carryOut(SigningOrder order, const SigningSurroundings& surroundings,
    SigningLine& line, const ProgressCallback& progress, std::stop_token stop)
{
    const auto journal = journal::Journal::open(surroundings.journalFile);
    if (!journal)
        return failure(journal.error());
    std::vector<std::unique_ptr<key::SigningKey>> keys;
    std::vector<SignerTurn> turns;
    for (auto& signer : order.signers) {
        keys.push_back(openKey(signer, line));
        turns.push_back({ *keys.back(), signer.requests });
    }
    const SigningServices services { *surroundings.clock, **journal, *surroundings.gate, line.confirmHolder(stop),
        line.confirmUnknown(stop), serversFor(order) };
    return signInTurn(turns, services, progress, std::move(stop));
}

} // namespace bidseal::signing
