#include <cstdio>
#include <string_view>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

/// On a free port of this computer alone.
int listeningSocket(sockaddr_in& address)
{
    const int listening = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool isListening = bind(listening, reinterpret_cast<sockaddr*>(&address), size) == 0
        && listen(listening, 1) == 0 && getsockname(listening, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    return isListening ? listening : -1;
}

} // namespace

/// Does nothing until it is ended, under whatever name it was copied to: --listen waits for somebody on a port,
/// --connected is its own guest. All other arguments are for show.
int main(int argc, char* argv[])
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        if (argument != "--listen" && argument != "--connected")
            continue;
        sockaddr_in address {};
        const int listening = listeningSocket(address);
        if (listening < 0)
            return 1;
        if (argument == "--connected") {
            const int guest = socket(AF_INET, SOCK_STREAM, 0);
            if (connect(guest, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0
                || accept(listening, nullptr, nullptr) < 0)
                return 1;
        }
    }
    std::puts("ready");
    std::fflush(stdout);
    for (;;)
        pause();
}
