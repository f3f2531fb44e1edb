#include "core/base/platform/SecretStore.h"

#include "core/base/platform/Files.h"
#include "core/base/platform/Process.h"
#include "core/base/platform/WindowsSecurity.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <windows.h>

#include <dpapi.h>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

namespace {

constexpr qint64 kLargestFile = 64 * 1024; // bytes; DPAPI's wrapping of a key takes some hundred

/// So that another program's data, encrypted for the same account, is not taken for a key of ours.
DATA_BLOB purpose()
{
    static char text[] = "BidSeal kept key 1";
    return { sizeof text - 1, reinterpret_cast<BYTE*>(text) };
}

DATA_BLOB blobOf(const void* bytes, std::size_t size)
{
    // The API takes a pointer that is not const and changes nothing.
    return { static_cast<DWORD>(size), static_cast<BYTE*>(const_cast<void*>(bytes)) };
}

tl::unexpected<Error> unavailable(const QString& detail) { return failure(ErrorCode::SealStoreUnavailable, detail); }

tl::unexpected<Error> refusedBySystem(const char* call)
{
    return unavailable(u"%1: Windows error %2"_s.arg(QLatin1String(call)).arg(GetLastError()));
}

Result<QByteArray> encryptedForAccount(const Secret& key)
{
    auto plain = blobOf(key.view().data(), key.size());
    auto entropy = purpose();
    DATA_BLOB encrypted {};
    if (!CryptProtectData(&plain, L"BidSeal", &entropy, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &encrypted))
        return refusedBySystem("CryptProtectData");
    const Local<void> owner(encrypted.pbData);
    return QByteArray(reinterpret_cast<const char*>(encrypted.pbData), static_cast<qsizetype>(encrypted.cbData));
}

Result<Secret> decryptedForAccount(const QByteArray& content)
{
    auto encrypted = blobOf(content.constData(), static_cast<std::size_t>(content.size()));
    auto entropy = purpose();
    DATA_BLOB plain {};
    if (!CryptUnprotectData(&encrypted, nullptr, &entropy, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &plain))
        return refusedBySystem("CryptUnprotectData");
    const Local<void> owner(plain.pbData);
    Secret key;
    const bool isKey = plain.cbData == kKeptKeySize
        && key.append({ reinterpret_cast<const char*>(plain.pbData), std::size_t(plain.cbData) });
    wipe(plain.pbData, plain.cbData);
    if (!isKey)
        return unavailable(u"a kept key of %1 bytes"_s.arg(plain.cbData));
    return key;
}

} // namespace

Result<Secret> keptKey(const QString& file)
{
    QFile kept(file);
    if (!kept.exists())
        return failure(ErrorCode::FileNotFound, u"no key is kept"_s, { QFileInfo(file).fileName(), {}, {}, {} });
    if (!kept.open(QIODevice::ReadOnly))
        return unavailable(kept.errorString());
    if (kept.size() > kLargestFile)
        return unavailable(u"a kept key of %1 bytes"_s.arg(kept.size()));
    return decryptedForAccount(kept.readAll());
}

Status keepKey(const QString& file, const Secret& key)
{
    const auto content = encryptedForAccount(key);
    if (!content)
        return failure(content.error());
    const QString path = file + u".%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'));
    QFile temporary(path);
    if (const auto created = createPrivate(temporary); !created)
        return created;
    const bool isWritten = temporary.write(*content) == content->size() && temporary.flush();
    Status written = isWritten ? sync(temporary) : Status(failure(writeError(temporary)));
    temporary.close();
    if (written)
        written = publish(path, file, Overwrite::Refuse);
    if (!written)
        QFile::remove(path);
    return written;
}

} // namespace bidseal::platform
