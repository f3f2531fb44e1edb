#include "core/base/Log.h"
#include "core/base/platform/SecretStore.h"
#include "core/seal/SealLibrary.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::seal;
using namespace bidseal::testing;
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

/// As versions before 2 wrote it.
QString writePlainEntry(const QString& folder, const QString& name, int order)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QDir().mkpath(folder);
    const auto facts
        = u"{ \"name\": \"%1\", \"kind\": \"company\", \"widthMm\": 40, \"heightMm\": 20, \"order\": %2 }"_s;
    if (!sample({}, Kind::Other, {}).picture.save(QDir(folder).filePath(id + u".png"_s), "png")
        || !writeFile(QDir(folder).filePath(id + u".json"_s), facts.arg(name).arg(order).toUtf8()))
        qFatal("cannot write an entry");
    return id;
}

QByteArray everythingIn(const QString& folder)
{
    QByteArray all;
    for (const auto& file : QDir(folder).entryInfoList(QDir::Files))
        all += readFile(file.filePath());
    return all;
}

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

} // namespace

class tst_SealLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void isEmptyBeforeTheFirstSeal();
    void givesBackWhatWasAddedInItsOrder();
    void keepsEveryFact();
    void holdsNothingInTheClear();
    void encryptsEntriesOfEarlierVersions();
    void usesAPlainEntryThatCannotBeEncryptedNow();
    void finishesAConversionThatWasCutShort();
    void leavesADamagedPlainEntryAlone();
    void removesOneSealAndNoOther();
    void leavesADamagedEntryWhereItIs();
    void takesNoEntryForAnother();
    void saysSoWhereTheKeyIsGone();
    void anotherKeyLeavesForeignEntriesOut();
    void everyChangedBitIsFound();
    void takesNoIdThatIsAPath();
    void isPrivateToItsUser();
    void twoAtOnceUseOneKey();

private:
    [[nodiscard]] QString folder() const { return m_place->filePath(u"seals"_s); }
    [[nodiscard]] QString keyFile() const { return m_place->filePath(u"seals.key"_s); }
    [[nodiscard]] QString entry(const QString& id) const { return folder() + u'/' + id + u".seal"_s; }
    [[nodiscard]] QStringList files() const { return QDir(folder()).entryList(QDir::Files); }

    std::unique_ptr<QTemporaryDir> m_place;
};

void tst_SealLibrary::init() { m_place = std::make_unique<QTemporaryDir>(); }

void tst_SealLibrary::isEmptyBeforeTheFirstSeal()
{
    const auto seals = SealLibrary(folder()).seals();
    QVERIFY(seals);
    QVERIFY(seals->empty());
    QVERIFY(!QFile::exists(keyFile()));
}

void tst_SealLibrary::givesBackWhatWasAddedInItsOrder()
{
    SealLibrary library(folder());
    for (const auto& name : { u"公章"_s, u"法定代表人章"_s, u"A 日期章"_s })
        QVERIFY(library.add(sample(name, Kind::Date, { 40, 20 })));
    QCOMPARE(namesIn(library), QStringList({ u"公章"_s, u"法定代表人章"_s, u"A 日期章"_s }));

    const auto seal = library.seals()->front();
    QCOMPARE(seal.kind, Kind::Date);
    QCOMPARE(seal.sizeMm, QSizeF(40, 20));
    QCOMPARE(seal.picture, sample({}, Kind::Date, {}).picture);
}

void tst_SealLibrary::keepsEveryFact()
{
    SealLibrary library(folder());
    QVERIFY(library.add(sample(u"first"_s, Kind::Other, { 40, 20 })));
    for (const auto kind : allKinds()) {
        auto seal = *library.add(sample(u"second"_s, Kind::Other, { 40, 20 }));
        seal.name = u"合同专用章"_s;
        seal.kind = kind;
        seal.sizeMm = { 58, 29 };
        seal.holder = u"示例建设工程有限公司"_s;
        seal.certificates = { { u"00ff"_s, u"示例建设工程有限公司"_s }, { u"0123"_s, {} } };
        seal.validFrom = QDate(2026, 1, 1);
        seal.validUntil = QDate(2027, 12, 31);
        QVERIFY(library.update(seal));

        const auto seals = *library.seals();
        QCOMPARE(seals.size(), std::size_t(2));
        const auto& kept = seals.back();
        QCOMPARE(kept.id, seal.id);
        QCOMPARE(kept.name, seal.name);
        QCOMPARE(kept.kind, kind);
        QCOMPARE(kept.sizeMm, seal.sizeMm);
        QCOMPARE(kept.holder, seal.holder);
        QVERIFY(kept.certificates == seal.certificates);
        QCOMPARE(kept.validFrom, seal.validFrom);
        QCOMPARE(kept.validUntil, seal.validUntil);
        QCOMPARE(kept.picture, seal.picture);
        QVERIFY(seals.front().holder.isEmpty() && seals.front().validFrom.isNull());
        QVERIFY(library.remove(seal.id));
    }
}

void tst_SealLibrary::holdsNothingInTheClear()
{
    SealLibrary library(folder());
    auto seal = sample(u"PLAINNAME"_s, Kind::Company, { 40, 20 });
    seal.holder = u"PLAINHOLDER"_s;
    const auto added = *library.add(seal);
    QVERIFY(library.update(added));
    const auto everything = everythingIn(folder());
    for (const auto* plain : { "PLAINNAME", "PLAINHOLDER", "company", "widthMm", "PNG", "IDAT" })
        QVERIFY2(!everything.contains(plain), plain);
    QVERIFY(readFile(keyFile()).size() >= 32); // Windows wraps it for this account
    QVERIFY(!everything.contains(readFile(keyFile())));
}

void tst_SealLibrary::encryptsEntriesOfEarlierVersions()
{
    SealLibrary library(folder());
    const auto second = writePlainEntry(folder(), u"法人章"_s, 2);
    const auto first = writePlainEntry(folder(), u"公章"_s, 1);
    for (int round = 0; round < 2; ++round) {
        const auto seals = library.seals();
        QVERIFY2(seals, problemOf(seals).constData());
        QCOMPARE(seals->size(), std::size_t(2));
        QCOMPARE(seals->front().id, first);
        QCOMPARE(seals->front().name, u"公章"_s);
        QCOMPARE(seals->front().kind, Kind::Company);
        QCOMPARE(seals->front().picture, sample({}, Kind::Other, {}).picture);
        QCOMPARE(seals->back().id, second);
        QCOMPARE(files().size(), 2);
        QVERIFY(QFile::exists(entry(first)) && QFile::exists(entry(second)));
    }
}

void tst_SealLibrary::usesAPlainEntryThatCannotBeEncryptedNow()
{
    const auto id = writePlainEntry(folder(), u"公章"_s, 1);
    QVERIFY(QDir(folder()).mkdir(id + u".seal"_s)); // something is in the way
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is not encrypted"_s));
    QCOMPARE(namesIn(SealLibrary(folder())), QStringList(u"公章"_s));
    QVERIFY(QFile::exists(folder() + u'/' + id + u".png"_s));
}

void tst_SealLibrary::finishesAConversionThatWasCutShort()
{
    SealLibrary library(folder());
    const auto id = writePlainEntry(folder(), u"公章"_s, 1);
    const auto facts = readFile(folder() + u'/' + id + u".json"_s);
    const auto picture = readFile(folder() + u'/' + id + u".png"_s);
    QVERIFY(library.seals());
    QVERIFY(writeFile(folder() + u'/' + id + u".json"_s, facts));
    QVERIFY(writeFile(folder() + u'/' + id + u".png"_s, picture));
    QCOMPARE(namesIn(library), QStringList(u"公章"_s));
    QCOMPARE(files(), QStringList(id + u".seal"_s));
}

void tst_SealLibrary::leavesADamagedPlainEntryAlone()
{
    const auto good = writePlainEntry(folder(), u"good"_s, 1);
    const auto damaged = writePlainEntry(folder(), u"damaged"_s, 2);
    QFile picture(folder() + u'/' + damaged + u".png"_s);
    QVERIFY(picture.resize(20));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out.*seal-picture-unreadable"_s));
    QCOMPARE(namesIn(SealLibrary(folder())), QStringList(u"good"_s));
    QCOMPARE(picture.size(), 20);
    QVERIFY(QFile::exists(folder() + u'/' + damaged + u".json"_s));
    QVERIFY(QFile::exists(entry(good)));
}

void tst_SealLibrary::removesOneSealAndNoOther()
{
    SealLibrary library(folder());
    const auto first = *library.add(sample(u"first"_s, Kind::Other, { 40, 20 }));
    QVERIFY(library.add(sample(u"second"_s, Kind::Other, { 40, 20 })));
    QVERIFY(library.remove(first.id));
    QCOMPARE(namesIn(library), QStringList(u"second"_s));
    QCOMPARE(files().size(), 1);
    QVERIFY(!library.update(first));
}

void tst_SealLibrary::leavesADamagedEntryWhereItIs()
{
    SealLibrary library(folder());
    const auto damaged = *library.add(sample(u"damaged"_s, Kind::Other, { 40, 20 }));
    QVERIFY(library.add(sample(u"good"_s, Kind::Other, { 40, 20 })));
    QVERIFY(writeFile(folder() + u"/notes.txt"_s, "somebody's"));
    QFile file(entry(damaged.id));
    QVERIFY(file.resize(20));

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out.*seal-picture-unreadable"_s));
    QCOMPARE(namesIn(library), QStringList(u"good"_s));
    QCOMPARE(files().size(), 3);
}

void tst_SealLibrary::takesNoEntryForAnother()
{
    SealLibrary library(folder());
    const auto own = *library.add(sample(u"公章"_s, Kind::Company, { 40, 20 }));
    const auto other = *library.add(sample(u"财务章"_s, Kind::Finance, { 40, 20 }));
    QVERIFY(QFile::remove(entry(own.id)));
    QVERIFY(QFile::copy(entry(other.id), entry(own.id)));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out"_s));
    QCOMPARE(namesIn(library), QStringList(u"财务章"_s));
}

void tst_SealLibrary::saysSoWhereTheKeyIsGone()
{
    SealLibrary library(folder());
    const auto seal = *library.add(sample(u"公章"_s, Kind::Company, { 40, 20 }));
    const auto before = readFile(entry(seal.id));
    for (const QByteArray& key : { QByteArray(), QByteArray("short"), QByteArray(33, 'x') }) {
        QVERIFY(QFile::remove(keyFile()));
        if (!key.isEmpty())
            QVERIFY(writeFile(keyFile(), key));
        QCOMPARE(codeOf(library.seals()), ErrorCode::SealStoreUnavailable);
        QCOMPARE(codeOf(library.add(seal)), ErrorCode::SealStoreUnavailable);
        QCOMPARE(codeOf(library.update(seal)), ErrorCode::SealStoreUnavailable);
        QCOMPARE(readFile(entry(seal.id)), before);
        if (key.isEmpty())
            QVERIFY(writeFile(keyFile(), "x"));
    }
}

void tst_SealLibrary::anotherKeyLeavesForeignEntriesOut()
{
    SealLibrary library(folder());
    QVERIFY(library.add(sample(u"foreign"_s, Kind::Other, { 40, 20 })));
    QVERIFY(QFile::remove(keyFile()));
    QVERIFY(platform::keepKey(keyFile(), Secret::fromUtf8(std::string(32, 'k'))));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out.*another key"_s));
    QVERIFY(library.add(sample(u"own"_s, Kind::Other, { 40, 20 })));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out.*another key"_s));
    QCOMPARE(namesIn(library), QStringList(u"own"_s));
    QCOMPARE(files().size(), 2);
}

void tst_SealLibrary::everyChangedBitIsFound()
{
    SealLibrary library(folder());
    const auto seal = *library.add(sample(u"公章"_s, Kind::Company, { 40, 20 }));
    const auto good = readFile(entry(seal.id));
    const auto isLeftOut = [&](const QByteArray& content) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out"_s));
        return writeFile(entry(seal.id), content) && library.seals()->empty();
    };
    for (qsizetype at = 0; at < good.size(); ++at) {
        auto changed = good;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        QVERIFY2(isLeftOut(changed), QByteArray::number(at).constData());
        QVERIFY2(isLeftOut(good.left(at)), QByteArray::number(at).constData());
    }
    QVERIFY(isLeftOut(good + 'x'));
    QVERIFY(writeFile(entry(seal.id), good));
    QCOMPARE(namesIn(library), QStringList(u"公章"_s));
}

void tst_SealLibrary::takesNoIdThatIsAPath()
{
    QDir(m_place->path()).mkdir(u"seals"_s);
    QFile outside(m_place->filePath(u"outside.seal"_s));
    QVERIFY(outside.open(QIODevice::WriteOnly));
    SealLibrary library(folder());
    QVERIFY(!library.remove(u"../outside"_s));
    QVERIFY(outside.exists());
}

void tst_SealLibrary::isPrivateToItsUser()
{
    QVERIFY(SealLibrary(folder()).add(sample(u"公章"_s, Kind::Company, { 42, 21 })));
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(folder()) & others));
    QVERIFY(!(QFile::permissions(keyFile()) & others));
    for (const auto& file : QDir(folder()).entryInfoList(QDir::Files))
        QVERIFY(!(file.permissions() & others));

    QVERIFY(QFile::setPermissions(keyFile(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"its permissions are mended"_s));
    QCOMPARE(namesIn(SealLibrary(folder())), QStringList(u"公章"_s));
    QVERIFY(!(QFile::permissions(keyFile()) & others));
}

/// Two processes that add the first seal make two keys, and the first one counts.
void tst_SealLibrary::twoAtOnceUseOneKey()
{
    SealLibrary first(folder());
    SealLibrary second(folder());
    QVERIFY(first.add(sample(u"one"_s, Kind::Other, { 40, 20 })));
    QVERIFY(second.add(sample(u"two"_s, Kind::Other, { 40, 20 })));
    QCOMPARE(namesIn(first), QStringList({ u"one"_s, u"two"_s }));
    QCOMPARE(QDir(m_place->path()).entryList(QDir::Files), QStringList(u"seals.key"_s));
}

QTEST_GUILESS_MAIN(tst_SealLibrary)
#include "tst_SealLibrary.moc"
