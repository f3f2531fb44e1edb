#pragma once

#include "core/environment/Readiness.h"

#include <atomic>

namespace bidseal::environment {

/// Whether this computer is fit to sign on, from the moment that somebody asks. Policies and drivers lie on the disk:
/// whoever asks first has them read, on a working thread, and never while the window is being built.
class DeferredReadiness : public SigningGate {
public:
    using Maker = std::function<std::shared_ptr<Readiness>()>;

    explicit DeferredReadiness(Maker make);

    /// On a working thread.
    [[nodiscard]] std::shared_ptr<Readiness> readiness();
    /// Something that it goes by has changed, such as the drivers: the next one who asks has it made anew. Any thread.
    void renew();
    /// Told what was found before a signature, on the thread that asked. Set once, before anybody asks.
    void setListener(std::function<void(const Report&)> listener);

    [[nodiscard]] Report beforeSigning(
        const std::vector<OutputPlace>& outputs, const std::vector<Server>& servers, std::stop_token stop) override;
    [[nodiscard]] AnotherHoldersSeal sealOfAnotherHolder() override { return readiness()->sealOfAnotherHolder(); }

private:
    const Maker m_make;
    std::function<void(const Report&)> m_listener;
    std::mutex m_mutex;
    std::shared_ptr<Readiness> m_readiness;
    std::atomic<bool> m_outdated = true;
};

} // namespace bidseal::environment
