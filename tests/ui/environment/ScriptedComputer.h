#pragma once

#include "ui/environment/SelfCheckModel.h"

namespace bidseal::testing {

/// A computer whose checks find what a test says: the model runs them as it runs the real ones.
class ScriptedComputer {
public:
    using Measure = std::function<environment::Finding(const environment::Situation&, const std::stop_token&)>;
    struct Script {
        QByteArray id;
        environment::Group group = environment::Group::System;
        environment::Requirement requirement = environment::Requirement::Advisory;
        Measure measure;
        environment::Cost cost = environment::Cost::Instant;
        std::chrono::milliseconds limit { 20'000 };
    };

    ScriptedComputer();

    /// One check more, or another script for it. Its title is "Title of ID".
    void set(Script script);
    /// How often a check was run.
    [[nodiscard]] int runs(const QByteArray& id) const;
    [[nodiscard]] environment::SelfCheckModel::Sources sources(
        std::chrono::milliseconds lookCounts = std::chrono::hours(1)) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

[[nodiscard]] ScriptedComputer::Measure always(environment::Finding finding);

} // namespace bidseal::testing
