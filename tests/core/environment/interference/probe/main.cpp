#include "core/base/platform/Process.h"
#include "core/environment/Catalogue.h"
#include "core/environment/FindingJson.h"
#include "core/environment/PolicyFile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <thread>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace bidseal;

namespace {

/// As an attacker does who leaves no file behind.
bool loadFromMemory(const QString& library)
{
    QFile file(library);
    const int memory = ::memfd_create("unseen", 0);
    if (memory < 0 || !file.open(QIODevice::ReadOnly))
        return false;
    const auto content = file.readAll();
    return ::write(memory, content.constData(), static_cast<std::size_t>(content.size())) == content.size()
        && ::dlopen(qPrintable(u"/proc/self/fd/%1"_s.arg(memory)), RTLD_NOW);
}

bool load(const QString& library) { return ::dlopen(qPrintable(library), RTLD_NOW) != nullptr; }

/// What a just-in-time compiler does: code that is no library, in a file that has no name any more.
bool compileIntoDeletedFile()
{
    char path[] = "/tmp/probe-code-XXXXXX";
    const int file = ::mkstemp(path);
    if (file < 0 || ::unlink(path) != 0 || ::ftruncate(file, 4096) != 0)
        return false;
    return ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_SHARED, file, 0) != MAP_FAILED;
}

/// One line of JSON: each finding by the check's id.
void measure(const QStringList& ids)
{
    auto checks = environment::checksNamed(ids);
    QJsonObject findings;
    for (auto& check : *checks) {
        const auto finding = check->measure({}, environment::standardPolicy(), {});
        findings[QString::fromLatin1(check->traits().id)] = toJson(finding, environment::Disclosure::Full);
    }
    std::puts(QJsonDocument(findings).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

/// Runs checks in a process of its own that tests do bad things to: once, or with --wait for each line it is sent.
int main(int argc, char* argv[])
{
    platform::hardenProcess(); // as the client does
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"ids"_s, u"of checks"_s);
    parser.addOptions({ { u"wait"_s, u"for lines"_s }, { u"load"_s, u"this library"_s, u"file"_s },
        { u"load-from-memory"_s, u"this library"_s, u"file"_s }, { u"compile"_s, u"at run time"_s } });
    parser.process(application);
    const auto ids = parser.positionalArguments();
    if (!environment::checksNamed(ids))
        return 2;
    if (parser.isSet(u"load"_s) && !load(parser.value(u"load"_s)))
        return 3;
    if (parser.isSet(u"load-from-memory"_s) && !loadFromMemory(parser.value(u"load-from-memory"_s)))
        return 3;
    if (parser.isSet(u"compile"_s) && !compileIntoDeletedFile())
        return 3;
    if (!parser.isSet(u"wait"_s)) {
        measure(ids);
        return 0;
    }
    // A second thread, for who attaches to that one.
    const std::jthread second([](const std::stop_token& stop) {
        while (!stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
    });
    std::puts("ready");
    std::fflush(stdout);
    for (char line[64]; std::fgets(line, sizeof line, stdin);)
        measure(ids);
    return 0;
}
