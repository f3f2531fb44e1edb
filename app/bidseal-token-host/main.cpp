#include "core/base/platform/Process.h"
#include "core/key/pkcs11/host/HostServer.h"

#include <QCoreApplication>

using namespace bidseal;

namespace {

int run(int argc, char* argv[])
{
    platform::hardenProcess();
    const auto arguments = platform::takeArguments(argc, argv);
    const QCoreApplication application(argc, argv);
    const auto pipe = platform::InheritedPipe::open();
    if (!pipe || arguments.size() != 1) {
        qCritical("bidseal-token-host is started by BidSeal itself.");
        return 2;
    }
    key::host::serve(**pipe, arguments[0]);
    return 0;
}

} // namespace

/// The process in which one token's driver lives: bidseal-token-host /absolute/path/of/module.so
int main(int argc, char* argv[]) { return platform::leave(run(argc, argv)); }
