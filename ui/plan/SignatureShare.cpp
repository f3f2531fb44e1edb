#include "ui/plan/SignatureShare.h"

namespace bidseal::plan {

SignatureShare shareOfSignature(int marks, EarlierSignature earlier)
{
    const auto allowance
        = earlier == EarlierSignature::There ? pdf::MarkAllowance::ofLater() : pdf::MarkAllowance::ofFirst();
    const auto count = static_cast<std::size_t>(marks);
    const auto shares = allowance.shareOut(count);
    return { static_cast<int>(shares.fields), static_cast<int>(shares.pictures), count > allowance.most };
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
