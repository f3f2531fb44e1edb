#include "core/base/Log.h"
#include "core/seal/SealLibrary.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::seal;
using namespace Qt::StringLiterals;

namespace {

Seal sample(const QString& name, Kind kind, QSizeF sizeMm)
{
    QImage picture(40, 20, QImage::Format_ARGB32);
    picture.fill(qRgba(200, 0, 0, 90));
    return { {}, name, kind, picture, sizeMm };
}

QStringList namesIn(const SealLibrary& library)
{
    QStringList names;
    const auto seals = library.seals();
    for (const auto& seal : *seals)
        names.append(seal.name);
    return names;
}

} // namespace

class tst_SealLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyBeforeTheFirstSeal();
    void givesBackWhatWasAddedInItsOrder();
    void updatesNameKindSizeAndHolder();
    void loadsEntriesOfTheTimeBeforeHolders();
    void removesOneSealAndNoOther();
    void leavesADamagedEntryWhereItIs();
    void takesNoIdThatIsAPath();
    void isPrivateToItsUser();
};

void tst_SealLibrary::isEmptyBeforeTheFirstSeal()
{
    const QTemporaryDir folder;
    const auto seals = SealLibrary(folder.filePath(u"seals"_s)).seals();
    QVERIFY(seals);
    QVERIFY(seals->empty());
}

void tst_SealLibrary::givesBackWhatWasAddedInItsOrder()
{
    const QTemporaryDir folder;
    SealLibrary library(folder.filePath(u"seals"_s));
    for (const auto& name : { u"公章"_s, u"法定代表人章"_s, u"A 日期章"_s })
        QVERIFY(library.add(sample(name, Kind::Date, { 40, 20 })));
    QCOMPARE(namesIn(library), QStringList({ u"公章"_s, u"法定代表人章"_s, u"A 日期章"_s }));

    const auto seal = library.seals()->front();
    QCOMPARE(seal.kind, Kind::Date);
    QCOMPARE(seal.sizeMm, QSizeF(40, 20));
    QCOMPARE(seal.picture, sample({}, Kind::Date, {}).picture);
}

void tst_SealLibrary::updatesNameKindSizeAndHolder()
{
    const QTemporaryDir folder;
    SealLibrary library(folder.path());
    QVERIFY(library.add(sample(u"first"_s, Kind::Other, { 40, 20 })));
    auto seal = *library.add(sample(u"second"_s, Kind::Other, { 40, 20 }));
    seal.name = u"合同专用章"_s;
    seal.kind = Kind::Contract;
    seal.sizeMm = { 58, 29 };
    seal.holder = u"示例建设工程有限公司"_s;
    QVERIFY(library.update(seal));

    const auto seals = *library.seals();
    QCOMPARE(seals.size(), std::size_t(2));
    QCOMPARE(seals.back().id, seal.id);
    QCOMPARE(seals.back().name, seal.name);
    QCOMPARE(seals.back().kind, Kind::Contract);
    QCOMPARE(seals.back().sizeMm, seal.sizeMm);
    QCOMPARE(seals.back().holder, seal.holder);
    QCOMPARE(seals.front().holder, QString());
}

void tst_SealLibrary::loadsEntriesOfTheTimeBeforeHolders()
{
    const QTemporaryDir folder;
    SealLibrary library(folder.path());
    const auto seal = *library.add(sample(u"公章"_s, Kind::Company, { 40, 20 }));
    QFile entry(folder.filePath(seal.id + u".json"_s));
    QVERIFY(entry.open(QIODevice::WriteOnly | QIODevice::Truncate));
    entry.write(R"({ "name": "公章", "kind": "company", "widthMm": 40, "heightMm": 20, "order": 1 })");
    entry.close();

    const auto seals = *library.seals();
    QCOMPARE(seals.size(), std::size_t(1));
    QCOMPARE(seals.front().name, u"公章"_s);
    QCOMPARE(seals.front().holder, QString());
}

void tst_SealLibrary::removesOneSealAndNoOther()
{
    const QTemporaryDir folder;
    SealLibrary library(folder.path());
    const auto first = *library.add(sample(u"first"_s, Kind::Other, { 40, 20 }));
    QVERIFY(library.add(sample(u"second"_s, Kind::Other, { 40, 20 })));
    QVERIFY(library.remove(first.id));
    QCOMPARE(namesIn(library), QStringList(u"second"_s));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    QVERIFY(!library.update(first));
}

void tst_SealLibrary::leavesADamagedEntryWhereItIs()
{
    const QTemporaryDir folder;
    SealLibrary library(folder.path());
    const auto damaged = *library.add(sample(u"damaged"_s, Kind::Other, { 40, 20 }));
    QVERIFY(library.add(sample(u"good"_s, Kind::Other, { 40, 20 })));
    QFile picture(folder.filePath(damaged.id + u".png"_s));
    QVERIFY(picture.resize(20));

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out.*seal-picture-unreadable"_s));
    QCOMPARE(namesIn(library), QStringList(u"good"_s));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 4);
}

void tst_SealLibrary::takesNoIdThatIsAPath()
{
    const QTemporaryDir folder;
    QDir(folder.path()).mkdir(u"seals"_s);
    QFile outside(folder.filePath(u"outside.json"_s));
    QVERIFY(outside.open(QIODevice::WriteOnly));
    SealLibrary library(folder.filePath(u"seals"_s));
    QVERIFY(!library.remove(u"../outside"_s));
    QVERIFY(outside.exists());
}

void tst_SealLibrary::isPrivateToItsUser()
{
#ifdef Q_OS_WIN
    QSKIP("a folder of the user's profile is private there already");
#endif
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"seals"_s);
    QVERIFY(SealLibrary(place).add(sample(u"公章"_s, Kind::Company, { 42, 21 })));
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(place) & others));
    for (const auto& file : QDir(place).entryInfoList(QDir::Files))
        QVERIFY(!(file.permissions() & others));
}

QTEST_GUILESS_MAIN(tst_SealLibrary)
#include "tst_SealLibrary.moc"
