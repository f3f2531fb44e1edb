#include "ui/plan/SignatureShare.h"

namespace bidseal::plan {

namespace {
// The same as in core/pdf/SignatureUpdate.cpp, which has the reasons.
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

} // namespace bidseal::plan
