#include "core/base/Secret.h"
#include "core/base/platform/Process.h"

#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

using namespace bidseal;

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
};

QTEST_GUILESS_MAIN(tst_Process)
#include "tst_Process.moc"
