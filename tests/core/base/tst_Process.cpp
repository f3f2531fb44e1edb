#include "core/base/Secret.h"
#include "core/base/platform/Process.h"

#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif
#ifdef Q_OS_WIN
#include <QDir>
#include <QTemporaryDir>

#include <windows.h>
#endif

using namespace bidseal;
using namespace Qt::StringLiterals;

class tst_Process : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wipesWhatItIsGiven()
    {
        QByteArray secret("Pin-123456");
        platform::wipe(secret.data(), static_cast<std::size_t>(secret.size()));
        QCOMPARE(secret, QByteArray(10, '\0'));
    }

#ifdef Q_OS_LINUX
    void argumentsComeInWhateverCharacters()
    {
        QByteArray program("bidseal"), file = QFile::encodeName(u"投标文件.pdf"_s), option("-platformpluginpath");
        char* words[] { program.data(), file.data(), option.data(), nullptr };
        int count = 3;
        const auto arguments = platform::takeArguments(count, words);
        QCOMPARE(arguments, (QStringList { u"投标文件.pdf"_s, u"-platformpluginpath"_s }));
        QCOMPARE(count, 1); // none is left for Qt
    }

    void aHardenedProcessLeavesNoCoreAndShowsItsMemoryToNobody()
    {
        QVERIFY(prctl(PR_GET_DUMPABLE) != 0);
        platform::hardenProcess();
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
        rlimit core {};
        QCOMPARE(getrlimit(RLIMIT_CORE, &core), 0);
        QCOMPARE(core.rlim_cur, rlim_t(0));
        QCOMPARE(core.rlim_max, rlim_t(0)); // and nobody can raise it again
    }

    void aSecretsPageIsLockedAgainstSwapping()
    {
        rlimit lockable {};
        QCOMPARE(getrlimit(RLIMIT_MEMLOCK, &lockable), 0);
        if (lockable.rlim_cur < 65536)
            QSKIP("this user may not lock memory");
        const qint64 before = lockedKilobytes();
        const Secret secret = Secret::fromUtf8("Pin-123456");
        QVERIFY(lockedKilobytes() > before);
    }

private:
    static qint64 lockedKilobytes()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray text = status.readAll();
        const auto at = text.indexOf("VmLck:");
        return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong();
    }
#endif

#ifdef Q_OS_WIN
    // The order matters: nobody takes the hardening back.
    void beforeItIsHardenedAProcessLoadsFromTheCurrentFolder()
    {
        QVERIFY(plantInCurrentFolder());
        QVERIFY(LoadLibraryW(L"planted-before.dll"));
    }

    void aHardenedProcessLoadsFromItsOwnFolderAndTheSystemsOnly()
    {
        qputenv("QT_PLUGIN_PATH", "C:/somewhere");
        qputenv("QT_QPA_PLATFORM_PLUGIN_PATH", "C:/somewhere");
        qputenv("OPENSSL_CONF", "C:/somewhere/openssl.cnf");
        qputenv("PATH", QDir::toNativeSeparators(m_folder.path()).toLocal8Bit());
        platform::hardenProcess();
        QVERIFY(!LoadLibraryW(L"planted-after.dll"));
        QVERIFY(LoadLibraryW(path(u"planted-after.dll"_s).c_str()));
        QVERIFY(!qEnvironmentVariableIsSet("QT_PLUGIN_PATH"));
        QVERIFY(!qEnvironmentVariableIsSet("QT_QPA_PLATFORM_PLUGIN_PATH"));
        QCOMPARE(qgetenv("OPENSSL_CONF"), QByteArray("NUL"));
    }

    void othersMaySeeAHardenedProcessAndEndItAndNoMore()
    {
        platform::hardenProcess();
        DWORD size = 0;
        GetKernelObjectSecurity(GetCurrentProcess(), DACL_SECURITY_INFORMATION, nullptr, 0, &size);
        QByteArray descriptor(static_cast<qsizetype>(size), '\0');
        QVERIFY(
            GetKernelObjectSecurity(GetCurrentProcess(), DACL_SECURITY_INFORMATION, descriptor.data(), size, &size));
        BOOL isThere = FALSE;
        BOOL isDefault = FALSE;
        PACL list = nullptr;
        QVERIFY(GetSecurityDescriptorDacl(descriptor.data(), &isThere, &list, &isDefault) && isThere && list);
        int trusted = 0;
        for (DWORD i = 0; i < list->AceCount; ++i) {
            void* entry = nullptr;
            QVERIFY(GetAce(list, i, &entry));
            auto* allowed = static_cast<ACCESS_ALLOWED_ACE*>(entry);
            QCOMPARE(allowed->Header.AceType, BYTE(ACCESS_ALLOWED_ACE_TYPE));
            if (IsWellKnownSid(&allowed->SidStart, WinLocalSystemSid)
                || IsWellKnownSid(&allowed->SidStart, WinBuiltinAdministratorsSid)) {
                ++trusted;
                continue;
            }
            constexpr DWORD kHarmless
                = PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE | SYNCHRONIZE | READ_CONTROL;
            QCOMPARE(allowed->Mask & ~kHarmless, DWORD(0));
        }
        QCOMPARE(trusted, 2);
        QCOMPARE(list->AceCount, WORD(4));
    }

    void aCrashShowsNoDialog()
    {
        platform::hardenProcess();
        QVERIFY(GetErrorMode() & SEM_NOGPFAULTERRORBOX);
        QVERIFY(GetErrorMode() & SEM_FAILCRITICALERRORS);
    }

private:
    std::wstring path(const QString& name) const
    {
        return QDir::toNativeSeparators(m_folder.filePath(name)).toStdWString();
    }

    /// Copies of a library that this program has loaded, under names that nobody has.
    bool plantInCurrentFolder()
    {
        wchar_t library[1024] {};
        GetModuleFileNameW(GetModuleHandleW(L"libwinpthread-1.dll"), library, 1024);
        const auto from = QString::fromWCharArray(library);
        return QFile::copy(from, m_folder.filePath(u"planted-before.dll"_s))
            && QFile::copy(from, m_folder.filePath(u"planted-after.dll"_s)) && QDir::setCurrent(m_folder.path());
    }

    QTemporaryDir m_folder;
#endif
};

QTEST_GUILESS_MAIN(tst_Process)
#include "tst_Process.moc"
