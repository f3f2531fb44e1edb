#include "core/environment/system/AptUpdates.h"

#include "tests/core/environment/interference/FindingQuestions.h"
#include "tests/core/environment/interference/Probe.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;

namespace {

const auto kCheck = u"system-updates"_s;

QByteArray package(const QByteArray& version, const QByteArray& more)
{
    return "Package: sample\nVersion: " + version
        + "\nArchitecture: all\nMaintainer: Sample <sample@example.com>\nDescription: made up\n" + more + "\n";
}

/// An archive's description of itself, as apt wants it.
QByteArray release(const QByteArray& suite, const QByteArray& label, const QByteArray& packages)
{
    const auto digest = QCryptographicHash::hash(packages, QCryptographicHash::Sha256).toHex();
    return "Origin: Sample\nLabel: " + label + "\nSuite: " + suite + "\nCodename: " + suite
        + "\nArchitectures: all amd64 arm64\nComponents: main\nDate: Thu, 01 Jan 2026 00:00:00 UTC\nSHA256:\n " + digest
        + ' ' + QByteArray::number(packages.size()) + " main/binary-all/Packages\n";
}

/// A system with apt's own state on which version 1 of one package is installed, and archives that apt has read.
class AptWorld {
public:
    AptWorld()
    {
        m_world.file(u"/mnt/dpkg/status"_s, package("1", "Status: install ok installed\n"))
            .with(u"mkdir -p /mnt/apt/apt.conf.d /mnt/apt/preferences.d /mnt/apt/trusted.gpg.d /mnt/lists/partial "
                  u"/mnt/cache/archives/partial"_s)
            .with(u"mount --bind /mnt/apt /etc/apt; mount --bind /mnt/cache /var/cache/apt"_s)
            .with(u"mkdir -p /mnt/var/lists/partial; mount --bind /mnt/var /var/lib/apt"_s)
            .with(u"mount --bind /mnt/dpkg/status /var/lib/dpkg/status"_s);
    }

    AptWorld& archive(const QString& suite, const QByteArray& label, const QByteArray& version)
    {
        const auto packages = package(version, "Filename: sample.deb\nSize: 1\nSHA256: " + QByteArray(64, '0') + "\n");
        const auto folder = u"/mnt/archive/dists/"_s + suite;
        m_world.file(folder + u"/main/binary-all/Packages"_s, packages)
            .file(folder + u"/Release"_s, release(suite.toUtf8(), label, packages))
            .with(u"echo 'deb [trusted=yes arch=all] file:/mnt/archive %1 main' >> /etc/apt/sources.list"_s.arg(suite));
        return *this;
    }

    AptWorld& fetched()
    {
        m_world.with(u"apt-get -qq -o APT::Sandbox::User=root update >&2"_s);
        return *this;
    }

    AptWorld& with(const QString& lines)
    {
        m_world.with(lines);
        return *this;
    }

    [[nodiscard]] QJsonObject measured()
    {
        const auto findings = m_world.probe({ kCheck }).run();
        return findings.empty() ? QJsonObject() : findings.front();
    }

private:
    OwnWorld m_world;
};

} // namespace

class tst_SystemUpdates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatAptLists()
    {
        const auto updates = environment::updatesIn(
            u"Listing... Done\n"
            "libssl3/stable-security 3.0.15-1~deb12u1 amd64 [upgradable from: 3.0.14-1~deb12u1]\n"
            "base-files/stable 12.4+deb12u9 amd64 [upgradable from: 12.4+deb12u8]\n"
            "curl/jammy-updates,jammy-security 7.81.0-1ubuntu1.20 amd64 [upgradable from: 7.81.0-1]\n"
            "debian-security-support/stable 1:13 all [upgradable from: 1:12]\n"
            "N: There is 1 additional version. Please use the '-a' switch to see it\n"_s);
        QCOMPARE(updates.all, 4);
        QCOMPARE(updates.security, QStringList({ u"libssl3"_s, u"curl"_s }));
    }

    void init()
    {
        if (qstrcmp(QTest::currentTestFunction(), "readsWhatAptLists") == 0)
            return;
        if (!OwnWorld::isPossible())
            QSKIP("no namespaces here");
        if (!environment::isAptInstalled())
            QSKIP("no apt here");
    }

    void findsSecurityUpdates()
    {
        const auto findings = AptWorld()
                                  .archive(u"stable"_s, "Debian", "1")
                                  .archive(u"stable-security"_s, "Debian-Security", "2")
                                  .fetched()
                                  .measured();
        QCOMPARE(resultOf(findings, kCheck), u"warning"_s);
        QCOMPARE(codeOf(findings, kCheck), u"updates-wait"_s);
        QVERIFY(isExplained(findings, kCheck));
        QCOMPARE(factOf(findings, kCheck, u"security"_s), 1);
        QCOMPARE(factOf(findings, kCheck, u"packages"_s).toArray(), QJsonArray { u"sample"_s });
    }

    void passesWhereNoneAreMissing()
    {
        const auto findings = AptWorld()
                                  .archive(u"stable"_s, "Debian", "2")
                                  .archive(u"stable-security"_s, "Debian-Security", "1")
                                  .fetched()
                                  .measured();
        QCOMPARE(resultOf(findings, kCheck), u"passed"_s);
        QCOMPARE(factOf(findings, kCheck, u"all"_s), 1); // a new version, but not for security
    }

    void findsARestartThatIsDue()
    {
        const auto findings = AptWorld()
                                  .archive(u"stable-security"_s, "Debian-Security", "1")
                                  .fetched()
                                  .with(u"touch /run/reboot-required"_s)
                                  .measured();
        QCOMPARE(resultOf(findings, kCheck), u"warning"_s);
        QCOMPARE(codeOf(findings, kCheck), u"restart-due"_s);
        QVERIFY(isExplained(findings, kCheck));
    }

    void cannotTellWithoutLists()
    {
        const auto findings = AptWorld().measured();
        QCOMPARE(resultOf(findings, kCheck), u"could-not-tell"_s);
        QCOMPARE(codeOf(findings, kCheck), u"no-lists"_s);
        QVERIFY(isExplained(findings, kCheck));
    }

    void cannotTellFromOldLists()
    {
        const auto findings = AptWorld()
                                  .archive(u"stable-security"_s, "Debian-Security", "2")
                                  .fetched()
                                  .with(u"touch -d '40 days ago' /var/lib/apt/lists/* /var/lib/apt/lists"_s)
                                  .measured();
        QCOMPARE(resultOf(findings, kCheck), u"could-not-tell"_s);
        QCOMPARE(codeOf(findings, kCheck), u"old-lists"_s);
        const auto from = QDateTime::fromString(factOf(findings, kCheck, u"listsFrom"_s).toString(), Qt::ISODate);
        QCOMPARE(from.daysTo(QDateTime::currentDateTimeUtc()), 40);
        QVERIFY(!findings[kCheck][u"found"_s].toString().contains(u'{'));
        QVERIFY(isExplained(findings, kCheck));
    }

    void cannotTellWhereNoArchiveIsForSecurity()
    {
        const auto findings = AptWorld().archive(u"eagle"_s, "UOS", "2").fetched().measured();
        QCOMPARE(resultOf(findings, kCheck), u"could-not-tell"_s);
        QCOMPARE(codeOf(findings, kCheck), u"no-security-archive"_s);
    }

    void cannotTellWhereAptFails()
    {
        const auto findings = AptWorld()
                                  .archive(u"stable-security"_s, "Debian-Security", "2")
                                  .fetched()
                                  .with(u"echo nonsense > /etc/apt/sources.list"_s)
                                  .measured();
        QCOMPARE(resultOf(findings, kCheck), u"could-not-tell"_s);
        QCOMPARE(codeOf(findings, kCheck), u"no-answer"_s);
        QVERIFY(isExplained(findings, kCheck));
    }

    void leavesAnAptThatHangsToItself()
    {
        const auto findings = AptWorld()
                                  .archive(u"stable-security"_s, "Debian-Security", "2")
                                  .fetched()
                                  .with(u"printf '#!/bin/sh\\nexec sleep 600\\n' > /mnt/slow; chmod +x /mnt/slow"_s)
                                  .with(u"mount --bind /mnt/slow /usr/bin/apt"_s)
                                  .measured();
        QCOMPARE(codeOf(findings, kCheck), u"no-answer"_s);
    }
};

QTEST_GUILESS_MAIN(tst_SystemUpdates)
#include "tst_SystemUpdates.moc"
