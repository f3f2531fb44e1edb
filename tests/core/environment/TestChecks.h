#pragma once

#include "core/environment/Check.h"

#include <functional>

namespace bidseal::environment::testing {

/// A check that does what the test says.
class TestCheck : public Check {
public:
    using Measure = std::function<Finding(const Situation&, const std::stop_token&)>;

    TestCheck(CheckTraits traits, Measure measure)
        : m_traits(traits)
        , m_measure(std::move(measure))
    {
    }
    [[nodiscard]] CheckTraits traits() const override { return m_traits; }
    [[nodiscard]] QString title() const override { return QString::fromLatin1(m_traits.id).toUpper(); }
    [[nodiscard]] Finding measure(const Situation& situation, const Policy&, const std::stop_token& stop) override
    {
        return m_measure(situation, stop);
    }

private:
    CheckTraits m_traits;
    Measure m_measure;
};

[[nodiscard]] inline std::unique_ptr<Check> check(CheckTraits traits, TestCheck::Measure measure)
{
    return std::make_unique<TestCheck>(traits, std::move(measure));
}

/// One that always finds the same.
[[nodiscard]] inline std::unique_ptr<Check> check(CheckTraits traits, Finding finding)
{
    return check(traits, [finding](const Situation&, const std::stop_token&) { return finding; });
}

template <class... Each> [[nodiscard]] Checks checks(Each... each)
{
    Checks all;
    (all.push_back(std::move(each)), ...);
    return all;
}

} // namespace bidseal::environment::testing
