#include "core/environment/Catalogue.h"
#include "core/environment/FindingJson.h"
#include "core/environment/PolicyFile.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/syscall.h>

using namespace Qt::StringLiterals;
using namespace bidseal;

namespace {

/// From now on the kernel answers as it does before its random source was filled for the first time.
bool starveOfRandomness()
{
    std::array rules {
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_getrandom, 0, 3),
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, GRND_NONBLOCK, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EAGAIN),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program { static_cast<unsigned short>(rules.size()), rules.data() };
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

} // namespace

/// bidseal-check-probe ID [--starved]: measures the check under the standard policy and prints what it found, as JSON.
int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto checks = environment::checksNamed({ arguments.value(1) });
    if (!checks || checks->empty())
        return 2;
    if (arguments.contains(u"--starved"_s) && !starveOfRandomness())
        return 3;
    const auto finding = checks->front()->measure({}, environment::standardPolicy(), {});
    std::puts(QJsonDocument(toJson(finding, environment::Disclosure::Full)).toJson().constData());
    return 0;
}
