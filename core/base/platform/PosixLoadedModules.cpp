#include "core/base/platform/LoadedModules.h"
#include "core/base/platform/MemoryMaps.h"

#include <QFile>
#include <QRegularExpression>

#include <sys/uio.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Asks the kernel, because another thread may take the memory away at any moment.
bool isLibraryAt(quint64 address)
{
    char start[4] {};
    iovec here { start, sizeof start };
    iovec there { reinterpret_cast<void*>(address), sizeof start };
    const auto read = ::process_vm_readv(::getpid(), &here, 1, &there, 1, 0);
    return read == sizeof start
        && QByteArrayView(start, sizeof start)
        == "\x7f"
           "ELF";
}

/// Just-in-time compilers write to deleted files and files in memory too, but what they write is no library. One whose
/// beginning is not mapped hides what it is.
bool isLibrary(const MappedCode& code) { return !code.beginning || isLibraryAt(*code.beginning); }

LoadedModule moduleOf(const MappedCode& code)
{
    using File = LoadedModule::File;
    if (!code.isGone)
        return { code.path, File::InPlace };
    if (code.path.startsWith(u"/memfd:"_s))
        return { code.path.mid(7), File::NeverThere };
    return { code.path, QFile::exists(code.path) ? File::Replaced : File::Deleted };
}

} // namespace

std::optional<std::vector<LoadedModule>> loadedModules()
{
    const auto maps = contentOf(u"/proc/self/maps"_s);
    if (maps.isEmpty())
        return {};
    std::vector<LoadedModule> modules;
    for (const auto& code : mappedCode(maps)) {
        const bool isDevice = code.path.startsWith(u"/dev/"_s);
        if (!(code.isGone || isDevice) || isLibrary(code))
            modules.push_back(moduleOf(code));
    }
    return modules;
}

QStringList librariesLoadedFirst()
{
    static const QRegularExpression separators(u"[\\s:]+"_s);
    static const QRegularExpression comment(u"#[^\n]*"_s);
    const auto forAll = QString::fromLocal8Bit(contentOf(u"/etc/ld.so.preload"_s)).remove(comment);
    const auto told = QStringList { qEnvironmentVariable("LD_PRELOAD"), qEnvironmentVariable("LD_AUDIT"), forAll };
    return told.join(u' ').split(separators, Qt::SkipEmptyParts);
}

QStringList systemLibraryFolders()
{
    return { u"/lib"_s, u"/lib32"_s, u"/lib64"_s, u"/libx32"_s, u"/usr/lib"_s, u"/usr/lib32"_s, u"/usr/lib64"_s,
        u"/usr/libx32"_s, u"/usr/libexec"_s, u"/usr/local/lib"_s, u"/usr/local/lib64"_s, u"/nix/store"_s,
        u"/gnu/store"_s };
}

} // namespace bidseal::platform
