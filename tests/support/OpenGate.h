#pragma once

#include "core/environment/Readiness.h"

#include <mutex>

namespace bidseal::testing {

/// For tests that are not about the self-check: every computer is fit. It keeps what it was asked; asked from any
/// thread.
class OpenGate : public environment::SigningGate {
public:
    [[nodiscard]] environment::Report beforeSigning(const std::vector<environment::OutputPlace>& outputs,
        const std::vector<environment::Server>& servers, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        m_outputs = outputs;
        m_servers = servers;
        return m_report;
    }

    [[nodiscard]] environment::AnotherHoldersSeal sealOfAnotherHolder() override { return m_sealOfAnotherHolder; }

    /// As a policy says it; not while somebody signs.
    void setSealOfAnotherHolder(environment::AnotherHoldersSeal rule) { m_sealOfAnotherHolder = rule; }
    /// What it answers from now on.
    void answer(environment::Report report)
    {
        const std::lock_guard lock(m_mutex);
        m_report = std::move(report);
    }
    /// The same, of one check that must pass and found this.
    void answer(environment::Finding finding)
    {
        environment::CheckResult result;
        result.id = QStringLiteral("sample");
        result.rule = { environment::Requirement::MustPass, environment::WhenUnknown::Ask };
        result.finding = std::move(finding);
        environment::Report report;
        report.results.push_back(std::move(result));
        answer(std::move(report));
    }
    [[nodiscard]] std::vector<environment::OutputPlace> outputs() const
    {
        const std::lock_guard lock(m_mutex);
        return m_outputs;
    }
    [[nodiscard]] std::vector<environment::Server> servers() const
    {
        const std::lock_guard lock(m_mutex);
        return m_servers;
    }

private:
    mutable std::mutex m_mutex;
    environment::Report m_report;
    environment::AnotherHoldersSeal m_sealOfAnotherHolder = environment::AnotherHoldersSeal::Refuse;
    std::vector<environment::OutputPlace> m_outputs;
    std::vector<environment::Server> m_servers;
};

} // namespace bidseal::testing
