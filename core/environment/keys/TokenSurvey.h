#pragma once

#include "core/environment/Situation.h"
#include "core/key/pkcs11/TokenHost.h"

#include <mutex>
#include <stop_token>

namespace bidseal::environment {

/// What one driver told when it was asked for its tokens.
struct DriverAnswer {
    QString module; ///< absolute
    Result<std::vector<key::TokenContents>> tokens;

    /// A UKey may be plugged in that cannot be seen: the driver is there, and did not tell.
    [[nodiscard]] bool isSilent() const;
};

/// Asks every driver once in a run, all side by side, each in a process and with a time limit of its own: one that
/// hangs or crashes costs only its own answer. Shared by the checks that need it; whoever comes first asks.
class TokenSurvey {
public:
    static constexpr std::chrono::seconds kPatience { 5 };

    /// In the order of the situation's modules, each file once. The same for everybody who asks this object.
    [[nodiscard]] const std::vector<DriverAnswer>& answers(const Situation& situation, const std::stop_token& stop);

private:
    std::once_flag m_once;
    std::vector<DriverAnswer> m_answers;
};

} // namespace bidseal::environment
