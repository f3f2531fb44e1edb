#include "core/base/platform/ChildProcess.h"
#include "core/environment/CheckHost.h"

#include <chrono>
#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;
using namespace bidseal;

/// Does what the id of the check says: a check that crashes, hangs, babbles, or works.
int main()
{
    const auto pipe = platform::InheritedPipe::open();
    const auto wanted = pipe ? environment::receiveHostedCheck(**pipe) : std::nullopt;
    if (!wanted)
        return 2;
    if (wanted->id == u"crashes"_s)
        std::abort();
    if (wanted->id == u"hangs"_s)
        std::this_thread::sleep_for(std::chrono::minutes(5));
    if (wanted->id == u"babbles"_s) {
        const std::array<std::byte, 8> nonsense { std::byte { 0xff }, std::byte { 0xff }, std::byte { 0xff },
            std::byte { 0xff } };
        (void)(*pipe)->write(nonsense);
        return 0;
    }
    if (wanted->id == u"says-little"_s)
        return 0;
    environment::answerHostedCheck(**pipe,
        environment::passed("answered", u"{folder} {limit}"_s)
            .with({ u"folder"_s, wanted->situation.outputs.front().folder, environment::Privacy::Personal })
            .with({ u"limit"_s, wanted->policy.thresholds.clockFailureSeconds }));
    return 0;
}
