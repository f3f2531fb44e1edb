#include "core/base/Log.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace Qt::StringLiterals;

class tst_Log : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesPrivatelyAndStartsAnewWhenFull()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"log/bidseal.log"_s);
        QVERIFY(startLogFile(folder.filePath(u"log"_s)).has_value());
        qCWarning(logFlow).noquote() << logText({ ErrorCode::PinWrong, u"C_Login: CKR_PIN_INCORRECT"_s, {} });

        QFile log(path);
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("bidseal.flow pin-wrong: C_Login: CKR_PIN_INCORRECT"));
        log.close();
#ifndef Q_OS_WIN
        QVERIFY(!(log.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
#endif
        QVERIFY(log.resize(2 * 1024 * 1024));
        QVERIFY(startLogFile(folder.filePath(u"log"_s)).has_value());
        QVERIFY(QFile::exists(path + u".1"_s));
        QVERIFY(QFileInfo(path).size() < 1024);
    }
};

QTEST_GUILESS_MAIN(tst_Log)
#include "tst_Log.moc"
