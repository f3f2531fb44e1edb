#pragma once

#include "core/environment/Readiness.h"

namespace bidseal::testing {

/// For tests that are not about the self-check: every computer is fit. It keeps what it was asked.
class OpenGate : public environment::SigningGate {
public:
    [[nodiscard]] environment::Report beforeSigning(const std::vector<environment::OutputPlace>& outputs,
        const std::vector<environment::Server>& servers, std::stop_token) override
    {
        m_outputs = outputs;
        m_servers = servers;
        return m_report;
    }

    /// What it answers from now on.
    void answer(environment::Report report) { m_report = std::move(report); }
    [[nodiscard]] const std::vector<environment::OutputPlace>& outputs() const { return m_outputs; }
    [[nodiscard]] const std::vector<environment::Server>& servers() const { return m_servers; }

private:
    environment::Report m_report;
    std::vector<environment::OutputPlace> m_outputs;
    std::vector<environment::Server> m_servers;
};

} // namespace bidseal::testing
