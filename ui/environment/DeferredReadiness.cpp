#include "ui/environment/DeferredReadiness.h"

namespace bidseal::environment {

DeferredReadiness::DeferredReadiness(Maker make)
    : m_make(std::move(make))
{
}

std::shared_ptr<Readiness> DeferredReadiness::readiness()
{
    const std::lock_guard lock(m_mutex);
    if (m_outdated.exchange(false))
        m_readiness = m_make();
    return m_readiness;
}

void DeferredReadiness::renew() { m_outdated = true; }

void DeferredReadiness::setListener(std::function<void(const Report&)> listener) { m_listener = std::move(listener); }

Report DeferredReadiness::beforeSigning(
    const std::vector<OutputPlace>& outputs, const std::vector<Server>& servers, std::stop_token stop)
{
    auto report = readiness()->beforeSigning(outputs, servers, std::move(stop));
    if (m_listener)
        m_listener(report);
    return report;
}

} // namespace bidseal::environment
