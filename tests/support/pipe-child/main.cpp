// The other end of a platform::ChildProcess, for its tests. Each call is one letter:
//
//   e + 4 bytes of size + bytes    sends the bytes back
//   a + index                      sends the argument back, as 4 bytes of size + UTF-8
//   i                              sends one byte: how many files it has inherited besides the standard streams
//   t                              talks on standard output and reads standard input, then sends one byte: what it read
//   h                              hangs
//   x                              ends with exit code 3
#include "core/base/platform/ChildProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QtEndian>

#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace bidseal;
using namespace Qt::StringLiterals;

namespace {

using platform::InheritedPipe;

std::span<std::byte> spanOf(QByteArray& bytes)
{
    return std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
}

void sendSized(InheritedPipe& pipe, QByteArray bytes)
{
    QByteArray size(4, '\0');
    qToLittleEndian(static_cast<quint32>(bytes.size()), size.data());
    if (!pipe.write(spanOf(size)) || !pipe.write(spanOf(bytes)))
        std::exit(4);
}

void sendByte(InheritedPipe& pipe, int value)
{
    QByteArray byte(1, static_cast<char>(value));
    if (!pipe.write(spanOf(byte)))
        std::exit(4);
}

/// The standard streams and the folder that is being listed are expected.
int countInherited()
{
    constexpr auto kExpected = 4;
    const QDir files(u"/proc/self/fd"_s);
    return static_cast<int>(files.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size()) - kExpected;
}

QByteArray receive(InheritedPipe& pipe, qsizetype size)
{
    QByteArray bytes(size, '\0');
    if (!pipe.read(spanOf(bytes)))
        std::exit(0);
    return bytes;
}

void answer(InheritedPipe& pipe, char call, int inherited)
{
    switch (call) {
    case 'e':
        return sendSized(pipe, receive(pipe, qFromLittleEndian<quint32>(receive(pipe, 4).constData())));
    case 'a':
        return sendSized(pipe, QCoreApplication::arguments().value(receive(pipe, 1)[0]).toUtf8());
    case 'i':
        return sendByte(pipe, inherited);
    case 't':
        std::puts("a driver talks");
        std::fflush(stdout);
        return sendByte(pipe, std::getchar());
    case 'h':
        std::this_thread::sleep_for(std::chrono::hours(1));
        return;
    default:
        std::_Exit(3);
    }
}

} // namespace

int main(int argc, char* argv[])
{
    const auto inherited = countInherited(); // before Qt opens files of its own
    const QCoreApplication application(argc, argv);
    const auto pipe = InheritedPipe::open();
    if (!pipe)
        return 2;
    for (;;)
        answer(**pipe, receive(**pipe, 1)[0], inherited);
}
