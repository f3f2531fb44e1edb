#pragma once

#include "core/key/SigningKey.h"
#include "core/relay/Messages.h"
#include "core/relay/RelayClient.h"

#include <atomic>

namespace bidseal::key {

/// What the person at the computer is shown while the phone works.
struct MobileProgress {
    enum class Step {
        Connecting, ///< to the relay
        WaitingForScan, ///< `link` is shown until `expires`
        CodeExpired, ///< a new code is shown as soon as MobileKey::renewCode() is called
        Scanned, ///< by `device`; the owner reads and chooses
        CertificateChosen, ///< `holder`; the files are being prepared
        Comparing, ///< `compareCode` stands on both screens; the owner confirms
        Confirmed,
    };
    Step step = Step::Connecting;
    QString link; ///< holds the session's secret: for the screen only
    QString relay; ///< host, for people
    std::chrono::steady_clock::time_point expires; ///< of the code, then of the session
    QString app, device; ///< as the phone says; not verified
    QString holder; ///< of the chosen certificate
    QString compareCode; ///< six digits
    bool isInterrupted = false; ///< the network is gone and is being waited for
};
/// Called on the working thread, at each change.
using MobileObserver = std::function<void(const MobileProgress&)>;

struct MobileOptions {
    QString client; ///< "BidSeal 0.1.0"
    QByteArray computerId; ///< 16 bytes, the same each time
    QString computerName;
    QString project;
    /// How many codes are shown one after the other by themselves, each renewed some seconds before it runs out.
    int codes = 5;
    /// What then: wait for renewCode() (a window), or end with PhoneCodeExpired (a command line).
    enum class AfterLastCode { Wait, End } afterLastCode = AfterLastCode::End;
};

/// A certificate on a phone, reached through a relay. Errors of both calls: those of relay::RelayClient and
/// relay::DesktopTalk, PhoneCodeExpired, PhoneBatchTooLarge.
class MobileKey : public SigningKey {
public:
    MobileKey(relay::RelayAddress address, MobileOptions options, MobileObserver observer);
    ~MobileKey() override;

    [[nodiscard]] Result<std::vector<certificate::Certificate>> certificateChain(
        const DescribeDocuments& describe, std::stop_token stop) override;
    [[nodiscard]] Result<std::vector<QByteArray>> sign(
        const std::vector<ToBeSigned>& documents, cms::SignatureAlgorithm algorithm, std::stop_token stop) override;
    void tellOutcome(SigningOutcome outcome) override;
    /// "mobile:https://relay.example.com"
    [[nodiscard]] QString description() const override;

    /// From any thread: shows a new code instead of the one that nobody has scanned.
    void renewCode();

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

/// "mobile:https://HOST:PORT[;ca=FILE]". Errors: RelayAddressInvalid.
[[nodiscard]] Result<relay::RelayAddress> parseMobileAddress(const QString& text);

} // namespace bidseal::key
