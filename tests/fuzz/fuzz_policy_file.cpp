// A policy file as somebody wrote it: JSON with comments, and what stands in it.
#include "core/base/CommentedJson.h"
#include "core/environment/PolicyFile.h"

#include <cstdlib>

using namespace bidseal;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto json = parseCommentedJson(text);
    const auto policy = json ? environment::policyFrom(*json) : failure(ErrorCode::PolicyInvalid);
    if (!policy)
        return 0;
    const auto again = environment::policyFrom(policy->toJson());
    if (!again || again->toJson() != policy->toJson())
        std::abort(); // it says the same, however often it is written down
    return 0;
}
