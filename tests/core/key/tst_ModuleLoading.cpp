#include "core/key/pkcs11/TokenHost.h"
#include "tests/support/ScriptedModule.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::key;
using namespace Qt::StringLiterals;

/// What happens with files that are no module; needs no token.
class tst_ModuleLoading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoModule_data();
    void refusesWhatIsNoModule();
    void missingHostIsToldByItsName();
};

namespace {

/// A real library that is no PKCS#11 module: the one that this program itself uses.
QString libraryOfAnotherKind()
{
    const QStringList folders { QLibraryInfo::path(QLibraryInfo::LibrariesPath),
        QLibraryInfo::path(QLibraryInfo::BinariesPath), u"/opt/bidseal-mingw/bin"_s };
    for (const QDir folder : folders) {
        const auto names = folder.entryList({ u"libQt6Core.so.*"_s, u"Qt6Core.dll"_s });
        if (!names.isEmpty())
            return folder.absoluteFilePath(names.first());
    }
    return {};
}

} // namespace

void tst_ModuleLoading::refusesWhatIsNoModule_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no file") << QDir::temp().absoluteFilePath(u"no-such-driver.so"_s) << ErrorCode::ModuleNotFound;
    QTest::newRow("a folder") << QDir::tempPath() << ErrorCode::ModuleNotFound;
    QTest::newRow("not an absolute path") << u"driver.so"_s << ErrorCode::ModuleNotFound;
    QTest::newRow("a program") << QCoreApplication::applicationFilePath() << ErrorCode::ModuleUnusable;
    QTest::newRow("a library of another kind") << libraryOfAnotherKind() << ErrorCode::ModuleUnusable;
    QTest::newRow("a module that has nothing behind it")
        << bidseal::test::ScriptedModule::path() << ErrorCode::ModuleUnusable;
}

void tst_ModuleLoading::refusesWhatIsNoModule()
{
    QFETCH(QString, path);
    QFETCH(ErrorCode, code);
    TokenHost host(path);
    const auto tokens = host.tokens();
    QVERIFY(!tokens);
    QVERIFY2(tokens.error().code == code, qPrintable(errorCodeName(tokens.error().code) + tokens.error().detail));
    QCOMPARE(tokens.error().facts.name, QFileInfo(path).fileName());
}

void tst_ModuleLoading::missingHostIsToldByItsName()
{
    TokenHost host(bidseal::test::ScriptedModule::path(), u"/nowhere/bidseal-token-host"_s);
    const auto tokens = host.tokens();
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, ErrorCode::TokenHostMissing);
}

QTEST_GUILESS_MAIN(tst_ModuleLoading)
#include "tst_ModuleLoading.moc"
