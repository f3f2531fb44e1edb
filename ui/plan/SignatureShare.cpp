#include "ui/plan/SignatureShare.h"

namespace bidseal::plan {

namespace {
// The same as in core/pdf/SigningRules.cpp, which has the reasons.
constexpr int kMostSharedWidgets = 16;
constexpr int kMostWidgets = 200;
constexpr int kMostStamps = 50000;
} // namespace

SignatureShare shareOfSignature(int marks, EarlierSignature earlier)
{
    if (marks <= kMostSharedWidgets)
        return { marks, 0, false };
    if (earlier == EarlierSignature::There)
        return { marks, 0, marks > kMostWidgets };
    return { 1, marks - 1, marks > kMostStamps };
}

ShareRule shareRuleOf(const pdf::MarkAllowance& allowance)
{
    using Pictures = pdf::MarkAllowance::Pictures;
    return [most = allowance.most, isSigned = allowance.pictures == Pictures::WouldBreakEarlierSignature](
               int marks, EarlierSignature earlier) {
        SignatureShare share = shareOfSignature(marks, isSigned ? EarlierSignature::There : earlier);
        share.tooMany = share.tooMany || static_cast<std::size_t>(marks) > most;
        return share;
    };
}

} // namespace bidseal::plan
