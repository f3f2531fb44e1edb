#include "core/key/pkcs11/InstalledModules.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal::key;
using namespace Qt::StringLiterals;

class tst_InstalledModules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRegisteredModules();
    void leavesTrustStoresOut();
    void laterFoldersReplaceEarlierOnes();
    void namesOnlyFilesThatAreThere();
};

namespace {

void write(const QTemporaryDir& folder, const QString& name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

void tst_InstalledModules::readsRegisteredModules()
{
    QTemporaryDir folder;
    const auto driver = folder.filePath(u"maker/driver.so"_s);
    write(folder, u"a.module"_s, "# a comment: with a colon\nmodule: " + driver.toUtf8() + "\npriority: 1\n");
    write(folder, u"b.module"_s, "module:  relative.so \r\n");
    write(folder, u"c.txt"_s, "module: /opt/other.so\n");
    write(folder, u"d.module"_s, "critical: no\n");
    QCOMPARE(registeredModules({ folder.path() }, folder.path()),
        QStringList({ driver, folder.filePath(u"relative.so"_s) }));
}

void tst_InstalledModules::leavesTrustStoresOut()
{
    QTemporaryDir folder;
    write(folder, u"trust.module"_s, "module: p11-kit-trust.so\ntrust-policy: yes\n");
    QCOMPARE(registeredModules({ folder.path() }, folder.path()), QStringList());
}

void tst_InstalledModules::laterFoldersReplaceEarlierOnes()
{
    QTemporaryDir system;
    QTemporaryDir own;
    write(system, u"a.module"_s, "module: old.so\n");
    write(system, u"b.module"_s, "module: off.so\n");
    write(own, u"a.module"_s, "module: new.so\n");
    write(own, u"b.module"_s, "module:\n");
    QCOMPARE(registeredModules({ system.path(), own.path(), u"/nowhere"_s }, system.path()),
        QStringList({ system.filePath(u"new.so"_s) }));
}

void tst_InstalledModules::namesOnlyFilesThatAreThere()
{
    for (const auto& module : installedModules()) {
        const QFileInfo file(module);
        QVERIFY2(file.isAbsolute() && file.isFile(), qPrintable(module));
        QVERIFY2(!file.fileName().contains(u"trust"_s), qPrintable(module));
    }
}

QTEST_GUILESS_MAIN(tst_InstalledModules)
#include "tst_InstalledModules.moc"
