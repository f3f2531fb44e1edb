#include "core/base/platform/FileNames.h"
#include "core/base/platform/Files.h"

#include <QOperatingSystemVersion>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace Qt::StringLiterals;

class tst_Files : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder { QDir::temp().filePath(u"标书 folder XXXXXX"_s) };

    QString path(const QString& name) const { return m_folder.filePath(name); }

    void write(const QString& name, const QByteArray& content)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    QByteArray read(const QString& name)
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        for (const QString& name : QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden))
            QFile::remove(path(name));
    }

    void createsPrivateFilesAndNeverOpensAnExistingOne()
    {
        QFile file(path(u"投标文件.part"_s));
        QVERIFY(platform::createPrivate(file).has_value());
        QCOMPARE(file.write("abc"), 3);
        QVERIFY(platform::sync(file).has_value());
#ifndef Q_OS_WIN
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
#endif
        QFile again(file.fileName());
        QVERIFY(!platform::createPrivate(again));
        QCOMPARE(read(u"投标文件.part"_s), QByteArray("abc"));
    }

    void copiesEveryByte()
    {
        QByteArray content(20 * 1024 * 1024 + 7, Qt::Uninitialized);
        for (qsizetype i = 0; i < content.size(); ++i)
            content[i] = char(i * 31 + i / 4096);
        write(u"a"_s, content);
        QFile from(path(u"a"_s));
        QFile to(path(u"b"_s));
        QVERIFY(from.open(QIODevice::ReadOnly));
        QVERIFY(platform::createPrivate(to).has_value());
        qint64 last = 0;
        QVERIFY(platform::copyContents(from, to, [&](const Progress& p) { last = p.done; }, {}).has_value());
        QCOMPARE(last, content.size());
        to.close();
        QVERIFY(read(u"b"_s) == content);
    }

    void stopsCopyingWhenAsked()
    {
        write(u"a"_s, QByteArray(1024, 'x'));
        QFile from(path(u"a"_s));
        QFile to(path(u"b"_s));
        QVERIFY(from.open(QIODevice::ReadOnly));
        QVERIFY(platform::createPrivate(to).has_value());
        std::stop_source source;
        source.request_stop();
        QCOMPARE(platform::copyContents(from, to, {}, source.get_token()).error().code, ErrorCode::Cancelled);
    }

    void namesThatOtherProgramsCouldNotOpenAreNone()
    {
        for (const auto* name : { "投标文件 1.pdf", "CONSOLE.pdf", "COM10.pdf", ".bidseal-1.part", "null" })
            QVERIFY2(platform::isFileName(QString::fromUtf8(name)), name);
        QVERIFY(!platform::isFileName({}));
        QVERIFY(!platform::isFileName(u"a/b"_s));
        for (const auto* name : { "CON", "con.pdf", "NUL.tar.gz", "aux .pdf", "COM1.pdf", "LPT¹.pdf", "a.pdf.",
                 "a.pdf ", "a.pdf:b", "a?.pdf" })
            QCOMPARE(platform::isFileName(QString::fromUtf8(name)),
                QOperatingSystemVersion::currentType() != QOperatingSystemVersion::Windows);
    }

    void publishesOnlyWhereNothingStands()
    {
        write(u"new"_s, "new");
        write(u"old"_s, "old");
        QCOMPARE(platform::publish(path(u"new"_s), path(u"old"_s), platform::Overwrite::Refuse).error().code,
            ErrorCode::OutputExists);
        QCOMPARE(read(u"old"_s), QByteArray("old"));
        QVERIFY(platform::publish(path(u"new"_s), path(u"signed"_s), platform::Overwrite::Refuse).has_value());
        QCOMPARE(read(u"signed"_s), QByteArray("new"));
        QVERIFY(!QFile::exists(path(u"new"_s)));
    }

    void overwritesOnlyWhatNobodyHasOpen()
    {
        write(u"new"_s, "new");
        write(u"old"_s, "old");
        {
            QFile reader(path(u"old"_s));
            QVERIFY(reader.open(QIODevice::ReadOnly));
            QVERIFY(platform::isOpenElsewhere(path(u"old"_s)));
            QCOMPARE(platform::publish(path(u"new"_s), path(u"old"_s), platform::Overwrite::Allow).error().code,
                ErrorCode::OutputInUse);
        }
        QVERIFY(!platform::isOpenElsewhere(path(u"old"_s)));
        QVERIFY(platform::publish(path(u"new"_s), path(u"old"_s), platform::Overwrite::Allow).has_value());
        QCOMPARE(read(u"old"_s), QByteArray("new"));
    }

    /// Windows' old limit is 260 characters; bids lie in deep folders with long names.
    void pathsMayBeLong()
    {
        QString folder = m_folder.path();
        for (int depth = 0; depth < 8; ++depth)
            folder += u"/某某大厦机电安装工程施工总承包第二标段投标文件正本"_s + QString(20, u'附');
        QVERIFY(folder.size() > 300);
        QVERIFY(QDir().mkpath(folder));
        const auto temporary = folder + u"/signed.part"_s;
        QFile file(temporary);
        QVERIFY(platform::createPrivate(file).has_value());
        QCOMPARE(file.write("signed"), 6);
        QVERIFY(platform::sync(file).has_value());
        file.close();
        const auto final = folder + u"/已签章.pdf"_s;
        QVERIFY(platform::publish(temporary, final, platform::Overwrite::Refuse).has_value());
        QVERIFY(platform::isSameFile(final, folder + u"/../"_s + QFileInfo(folder).fileName() + u"/已签章.pdf"_s));
        QFile reader(final);
        QVERIFY(reader.open(QIODevice::ReadOnly));
        QCOMPARE(reader.readAll(), QByteArray("signed"));
        QVERIFY(platform::isOpenElsewhere(final));
    }

    void knowsAFileByAllItsNames()
    {
        write(u"a"_s, "a");
        write(u"b"_s, "a");
        QVERIFY(QFile::link(path(u"a"_s), path(u"link"_s)));
        QVERIFY(platform::isSameFile(path(u"a"_s), path(u"link"_s)));
        QVERIFY(!platform::isSameFile(path(u"a"_s), path(u"b"_s)));
        QVERIFY(!platform::isSameFile(path(u"a"_s), path(u"none"_s)));
    }
};

QTEST_GUILESS_MAIN(tst_Files)
#include "tst_Files.moc"
