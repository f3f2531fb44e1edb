#include "core/base/Secret.h"
#include "core/base/platform/Files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace Qt::StringLiterals;

class tst_Secret : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString fileWith(const QByteArray& content, QFile::Permissions permissions)
    {
        const auto path = m_folder.filePath(u"口令.txt"_s);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner); // Windows keeps what may only be read
        QFile::remove(path);
        QFile file(path);
        if (!platform::createPrivate(file))
            qFatal("cannot write the fixture");
        file.write(content);
        file.close();
        QFile::setPermissions(path, permissions);
        return path;
    }

private Q_SLOTS:
    void removesWholeCharacters()
    {
        Secret secret = Secret::fromUtf8("a1口令");
        QCOMPARE(secret.characterCount(), 4);
        secret.removeLastCharacter();
        QCOMPARE(secret.characterCount(), 3);
        QCOMPARE(QByteArray(secret.view().data(), qsizetype(secret.size())), QByteArray("a1口"));
        for (int i = 0; i < 5; ++i)
            secret.removeLastCharacter();
        QVERIFY(secret.isEmpty());
    }

    void takesNothingBeyondItsPage()
    {
        Secret secret;
        const std::string full(Secret::kCapacity, 'x');
        QVERIFY(secret.append(full));
        QVERIFY(!secret.append("y"));
        QCOMPARE(secret.size(), Secret::kCapacity);
    }

    void leavesNothingBehindWhenMoved()
    {
        Secret first = Secret::fromUtf8("12345678");
        const Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is the promise
        QCOMPARE(second.size(), std::size_t(8));
        const Secret third = second.clone();
        QVERIFY(third.view() == second.view());
        QVERIFY(third.view().data() != second.view().data());
    }

    void readsTheFirstLineOfAPrivateFile()
    {
        const auto secret
            = readSecretFile(fileWith("Pin-123456\r\nsecond line\n", QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(secret.has_value());
        QVERIFY(secret->view() == "Pin-123456");
    }

    void refusesAFileThatOthersMayRead()
    {
        const auto secret
            = readSecretFile(fileWith("Pin-123456\n", QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(!secret);
        QCOMPARE(secret.error().code, ErrorCode::PinFileUnsafe);
    }

    void refusesAnEmptyAndAnEndlessSecret()
    {
        QCOMPARE(readSecretFile(fileWith("\n", QFile::ReadOwner)).error().code, ErrorCode::PinLengthInvalid);
        QCOMPARE(readSecretFile(fileWith(QByteArray(5000, 'x'), QFile::ReadOwner)).error().code,
            ErrorCode::PinLengthInvalid);
        QCOMPARE(readSecretFile(m_folder.filePath(u"none"_s)).error().code, ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(tst_Secret)
#include "tst_Secret.moc"
