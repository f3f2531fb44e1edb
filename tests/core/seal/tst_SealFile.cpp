#include "core/seal/SealFile.h"
#include "core/seal/SealLibrary.h"
#include "core/seal/SealPicture.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::seal;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr PasswordCost kQuick { 1, 1, 1 }; ///< for what is not about passwords

Secret password() { return Secret::fromUtf8("样章口令-1"); }

Seal sample(const QString& name, QRgb colour)
{
    QImage picture(12, 6, QImage::Format_ARGB32);
    picture.fill(colour);
    Seal seal { {}, name, Kind::Company, picture, { 42, 21 }, u"示例公司"_s };
    seal.certificates = { { u"00ff"_s, u"示例公司"_s } };
    seal.validUntil = QDate(2027, 12, 31);
    return seal;
}

SealRecord recordOf(const Seal& seal)
{
    SealRecord record { seal, *pngOf(seal.picture), 1 };
    record.seal.id = u"5d2b1f3a-0c4e-4c8e-9a57-0f6f4b6d2a11"_s;
    return record;
}

template <class T> ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode::InternalFault : result.error().code;
}

} // namespace

/// Seals on their way to another computer.
class tst_SealFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bringsSealsWithEveryFact();
    void importingTwiceDoublesNothing();
    void theSameSealUnderAnotherIdIsKnown();
    void wrongPasswordIsSaid();
    void needsAPassword();
    void whatIsNoSuchFileIsSaid_data();
    void whatIsNoSuchFileIsSaid();
    void everyChangedOrMissingByteIsFound();
    void asksForNoUnbearableCost();
    void aFileOfStrangersBringsNoImpossibleSeal();
    void bringsALibraryBackWhoseKeyIsLost();
    void holdsNothingInTheClear();

private:
    [[nodiscard]] SealLibrary library(const QString& name) const { return SealLibrary(m_place->filePath(name)); }
    /// A file of one seal whose password costs little.
    void writeFileOf(const QString& name) const
    {
        QVERIFY(writeFile(path(), *sealFile({ recordOf(sample(name, qRgb(200, 0, 0))) }, password(), kQuick)));
    }
    [[nodiscard]] QString path() const { return m_place->filePath(u"印章.bidseals"_s); }

    std::unique_ptr<QTemporaryDir> m_place;
};

void tst_SealFile::init() { m_place = std::make_unique<QTemporaryDir>(); }

void tst_SealFile::bringsSealsWithEveryFact()
{
    auto here = library(u"here"_s);
    const auto first = *here.add(sample(u"公章"_s, qRgb(200, 0, 0)));
    const auto second = *here.add(sample(u"合同章"_s, qRgb(0, 0, 200)));
    const auto third = *here.add(sample(u"不导出"_s, qRgb(0, 200, 0)));
    const auto exported = here.exportTo(path(), password(), { second.id, first.id });
    QVERIFY2(exported, problemOf(exported).constData());

    auto there = library(u"there"_s);
    const auto own = *there.add(sample(u"自己的"_s, qRgb(9, 9, 9)));
    const auto imported = there.importFrom(path(), password());
    QVERIFY2(imported, problemOf(imported).constData());
    QCOMPARE(imported->added, QStringList({ second.id, first.id }));
    const auto seals = *there.seals();
    QCOMPARE(seals.size(), std::size_t(3));
    QCOMPARE(seals[0].id, own.id);
    QCOMPARE(seals[1].id, second.id);
    QCOMPARE(seals[2].id, first.id);
    QCOMPARE(seals[2].name, first.name);
    QCOMPARE(seals[2].kind, first.kind);
    QCOMPARE(seals[2].sizeMm, first.sizeMm);
    QCOMPARE(seals[2].holder, first.holder);
    QVERIFY(seals[2].certificates == first.certificates);
    QCOMPARE(seals[2].validUntil, first.validUntil);
    QCOMPARE(seals[2].picture, first.picture);
}

void tst_SealFile::importingTwiceDoublesNothing()
{
    writeFileOf(u"公章"_s);
    auto there = library(u"there"_s);
    QVERIFY(there.importFrom(path(), password()));
    auto seal = there.seals()->front();
    seal.name = u"改过名的公章"_s;
    QVERIFY(there.update(seal));
    const auto again = there.importFrom(path(), password());
    QVERIFY(again);
    QVERIFY(again->added.isEmpty());
    QCOMPARE(again->known, 1);
    QCOMPARE(there.seals()->size(), std::size_t(1));
    QCOMPARE(there.seals()->front().name, u"改过名的公章"_s); // nothing is replaced
}

void tst_SealFile::theSameSealUnderAnotherIdIsKnown()
{
    writeFileOf(u"公章"_s);
    auto there = library(u"there"_s);
    QVERIFY(there.add(sample(u"公章"_s, qRgb(200, 0, 0))));
    QCOMPARE(there.importFrom(path(), password())->known, 1);
    QCOMPARE(there.seals()->size(), std::size_t(1));
}

void tst_SealFile::wrongPasswordIsSaid()
{
    writeFileOf(u"公章"_s);
    auto there = library(u"there"_s);
    const auto refused = there.importFrom(path(), Secret::fromUtf8("样章口令-2"));
    QCOMPARE(codeOf(refused), ErrorCode::SealFilePasswordWrong);
    QCOMPARE(refused.error().facts.name, u"印章.bidseals"_s);
    QVERIFY(there.seals()->empty());
    QVERIFY(!QFile::exists(m_place->filePath(u"there.key"_s)));
}

void tst_SealFile::needsAPassword()
{
    auto here = library(u"here"_s);
    const auto seal = *here.add(sample(u"公章"_s, qRgb(200, 0, 0)));
    QCOMPARE(codeOf(here.exportTo(path(), Secret(), { seal.id })), ErrorCode::UsageWrong);
    QCOMPARE(codeOf(here.exportTo(path(), password(), { u"../here"_s })), ErrorCode::FileNotFound);
    QVERIFY(!QFile::exists(path()));
}

void tst_SealFile::whatIsNoSuchFileIsSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto good = *sealFile({ recordOf(sample(u"公章"_s, qRgb(200, 0, 0))) }, password(), kQuick);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a picture") << *pngOf(sample({}, qRgb(1, 2, 3)).picture);
    QTest::newRow("the beginning only") << QByteArray("BIDSEALS");
    QTest::newRow("cut off") << good.chopped(1);
    QTest::newRow("cut off in its header") << good.left(20);
    QTest::newRow("something behind it") << good + "x";
    QTest::newRow("of a later version") << QByteArray(good).replace(8, 1, "\2");
}

void tst_SealFile::whatIsNoSuchFileIsSaid()
{
    QFETCH(QByteArray, content);
    QVERIFY(writeFile(path(), content));
    QCOMPARE(codeOf(library(u"there"_s).importFrom(path(), password())), ErrorCode::SealFileUnreadable);
}

void tst_SealFile::everyChangedOrMissingByteIsFound()
{
    const auto good = *sealFile({ recordOf(sample(u"公章"_s, qRgb(200, 0, 0))) }, password(), kQuick);
    const auto secret = password();
    const auto isFound = [&](const QByteArray& content) {
        const auto code = codeOf(recordsIn(content, secret));
        return code == ErrorCode::SealFileUnreadable || code == ErrorCode::SealFilePasswordWrong
            || code == ErrorCode::SealStoreUnavailable;
    };
    constexpr int kCostBegin = 9; // logN, r, p: what asks for more memory or time is another test's
    constexpr int kCostEnd = 12;
    for (qsizetype at = 0; at < good.size(); ++at) {
        QVERIFY2(isFound(good.left(at)), QByteArray::number(at).constData());
        for (int bit = 0; bit < (at >= kCostBegin && at < kCostEnd ? 3 : 8); ++bit) {
            auto changed = good;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            QVERIFY2(isFound(changed), QByteArray::number(at).constData());
        }
    }
    QVERIFY(recordsIn(good, secret));
}

void tst_SealFile::asksForNoUnbearableCost()
{
    const auto good = *sealFile({ recordOf(sample(u"公章"_s, qRgb(200, 0, 0))) }, password(), kQuick);
    for (const auto& cost : { PasswordCost { 0, 8, 1 }, PasswordCost { 21, 1, 1 }, PasswordCost { 63, 1, 1 },
             PasswordCost { 255, 255, 255 }, PasswordCost { 18, 16, 1 }, PasswordCost { 17, 0, 1 },
             PasswordCost { 17, 8, 0 }, PasswordCost { 17, 8, 255 } }) {
        QVERIFY(!isBearable(cost));
        auto changed = good;
        changed[9] = static_cast<char>(cost.logN);
        changed[10] = static_cast<char>(cost.r);
        changed[11] = static_cast<char>(cost.p);
        QCOMPARE(codeOf(recordsIn(changed, password())), ErrorCode::SealFileUnreadable);
    }
    QVERIFY(isBearable(PasswordCost()));
}

void tst_SealFile::aFileOfStrangersBringsNoImpossibleSeal()
{
    const auto good = recordOf(sample(u"公章"_s, qRgb(200, 0, 0)));
    std::vector<SealRecord> impossible(4, good);
    impossible[0].seal.sizeMm = { 5000, 2500 };
    impossible[1].png = "no picture";
    impossible[2].png.clear();
    impossible[3].seal.id = u"../../elsewhere"_s;
    for (const auto& record : impossible) {
        QVERIFY(writeFile(path(), *sealFile({ good, record }, password(), kQuick)));
        QCOMPARE(codeOf(library(u"there"_s).importFrom(path(), password())), ErrorCode::SealFileUnreadable);
        QVERIFY(!QFile::exists(m_place->filePath(u"there"_s))); // all or nothing
    }
}

void tst_SealFile::bringsALibraryBackWhoseKeyIsLost()
{
    auto here = library(u"here"_s);
    const auto seal = *here.add(sample(u"公章"_s, qRgb(200, 0, 0)));
    const auto unexported = *here.add(sample(u"法人章"_s, qRgb(0, 0, 200)));
    QVERIFY(here.exportTo(path(), password(), { seal.id }));
    QVERIFY(writeFile(m_place->filePath(u"here.key"_s), "damaged"));
    QCOMPARE(codeOf(here.seals()), ErrorCode::SealStoreUnavailable);

    const auto back = here.importFrom(path(), password());
    QVERIFY2(back, problemOf(back).constData());
    QCOMPARE(here.seals()->size(), std::size_t(1));
    QCOMPARE(here.seals()->front().id, seal.id);
    QVERIFY(QFile::exists(m_place->filePath(u"here.key.unusable"_s)));
    QVERIFY(QFile::exists(m_place->filePath(u"here/%1.seal"_s.arg(unexported.id)))); // never removed
}

void tst_SealFile::holdsNothingInTheClear()
{
    const auto content = *sealFile({ recordOf(sample(u"PLAINNAME"_s, qRgb(200, 0, 0))) }, password(), kQuick);
    for (const auto* plain : { "PLAINNAME", "company", "picture", "PNG", "IDAT" })
        QVERIFY2(!content.contains(plain), plain);
    QVERIFY(*sealFile({}, password(), kQuick) != *sealFile({}, password(), kQuick)); // another salt, another nonce
}

QTEST_GUILESS_MAIN(tst_SealFile)
#include "tst_SealFile.moc"
