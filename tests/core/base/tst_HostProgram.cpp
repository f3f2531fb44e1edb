#include "core/base/HostProgram.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;

class tst_HostProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsThemWhereTheyWereBuilt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("tokens") << u"bidseal-token-host"_s;
        QTest::newRow("checks") << u"bidseal-check-host"_s;
    }

    void findsThemWhereTheyWereBuilt()
    {
        QFETCH(QString, name);
        const QFileInfo host(hostProgram(name));
        QVERIFY2(host.isAbsolute() && host.isFile() && host.isExecutable(), qPrintable(host.filePath()));
        QCOMPARE(host.completeBaseName(), name);
    }
};

QTEST_GUILESS_MAIN(tst_HostProgram)
#include "tst_HostProgram.moc"
