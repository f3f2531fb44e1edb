#pragma once

#include "core/base/platform/BootClock.h"
#include "core/environment/Catalogue.h"
#include "core/environment/SelfCheck.h"

#include <map>
#include <mutex>

namespace bidseal::environment {

/// What the flow asks before anybody is asked for a PIN.
class SigningGate {
public:
    virtual ~SigningGate() = default;
    /// The quick set, for a signature over these documents by way of these servers. Synchronous; safe from any thread.
    [[nodiscard]] virtual Report beforeSigning(
        const std::vector<OutputPlace>& outputs, const std::vector<Server>& servers, std::stop_token stop)
        = 0;
    /// What the policy says of seals that name other certificates than the one that signs. On a working thread.
    [[nodiscard]] virtual AnotherHoldersSeal sealOfAnotherHolder() = 0;
};

/// Whether this computer is fit to sign on, now. Runs the must-pass checks; what a slow one found counts for a quarter
/// of an hour, so that a signature waits for it only where nobody looked before.
class Readiness : public SigningGate {
public:
    static constexpr std::chrono::minutes kSlowResultCounts { 15 };
    /// The must-pass checks of a policy; another one in tests.
    using CheckSource = std::function<Checks(const Policy&)>;

    /// `standing` is what does not depend on the signature: drivers, the policy's servers are added by themselves.
    Readiness(Policy policy, Situation standing, CheckSource checks = quickChecks, QString checkHost = {});

    [[nodiscard]] const Policy& policy() const { return m_policy; }
    /// `standing`, with these outputs and servers.
    [[nodiscard]] Situation situationFor(
        const std::vector<OutputPlace>& outputs, const std::vector<Server>& servers) const;

    /// At the start of the program: looks at everything of the quick set, and keeps what the slow ones found.
    [[nodiscard]] Report look(
        const std::vector<Server>& servers, const ResultCallback& onResult = {}, std::stop_token stop = {});
    [[nodiscard]] Report beforeSigning(
        const std::vector<OutputPlace>& outputs, const std::vector<Server>& servers, std::stop_token stop) override;
    [[nodiscard]] AnotherHoldersSeal sealOfAnotherHolder() override { return m_policy.sealOfAnotherHolder; }

private:
    struct Kept {
        CheckResult result;
        std::vector<Server> servers; ///< whom it was about
        platform::BootClock::time_point since;
    };
    [[nodiscard]] std::vector<CheckResult> takeKept(Checks& checks, const std::vector<Server>& servers);
    void keep(const Report& report, const std::vector<Server>& servers);

    const Policy m_policy;
    const Situation m_standing;
    const CheckSource m_checks;
    const QString m_checkHost;
    std::mutex m_mutex;
    std::map<QString, Kept> m_kept; ///< slow checks by id
};

} // namespace bidseal::environment
