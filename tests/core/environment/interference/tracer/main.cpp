#include <cstdio>
#include <cstdlib>

#include <sys/ptrace.h>

/// The smallest debugger there is: attaches to the thread that it is told, says so, and holds on until its standard
/// input ends.
int main(int, char* argv[])
{
    const long thread = std::strtol(argv[1], nullptr, 10);
    if (ptrace(PTRACE_SEIZE, thread, nullptr, nullptr) != 0) {
        std::perror("ptrace");
        return 1;
    }
    std::puts("attached");
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0; // the kernel detaches
}
