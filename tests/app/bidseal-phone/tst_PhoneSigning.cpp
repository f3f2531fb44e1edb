#include "resources/demonstration/SampleBid.h"
#include "resources/demonstration/SealPictures.h"
#include "tests/app/bidseal-phone/PhoneDesk.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/Problem.h"
#include "tests/support/RelayProcess.h"

#include <QJsonArray>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::KeyType;

/// The whole way, by real programs on this computer: command line, relay with TLS, phone.
class tst_PhoneSigning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void signsTheSampleBid_data();
    void signsTheSampleBid();
    void phoneShowsWhatWillBeSigned();
    void signsTwentyFilesUnderOneConfirmation();
    void signsWithThePictureOfTheCode();
    void knowsAComputerTheSecondTime();

private:
    [[nodiscard]] QStringList threeSeals(const Workplace& place) const;

    RelayProcess m_relay;
    QByteArray m_bid;
};

void tst_PhoneSigning::initTestCase()
{
    qunsetenv("https_proxy");
    QVERIFY(m_relay.start());
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"bid.pdf"_s);
    const auto written = demonstration::writeSampleBid({ .date = QDate(2026, 11, 21) }, file);
    QVERIFY2(written, problemOf(written).constData());
    m_bid = readFile(file);
}

/// 公章 on two pages, 法定代表人章 on a third.
QStringList tst_PhoneSigning::threeSeals(const Workplace& place) const
{
    const auto company = place.path(u"公章.png"_s);
    const auto person = place.path(u"法定代表人章.png"_s);
    if (!demonstration::companySeal(demonstration::sampleSupplier().name).save(company)
        || !demonstration::legalRepresentativeSeal(u"张三"_s).save(person))
        qFatal("no seals");
    return { u"--seal"_s, company, u"--seal-size"_s, u"42mm"_s, u"--at"_s, u"page=3,x=140mm,y=230mm"_s, u"--at"_s,
        u"page=6,x=140mm,y=200mm"_s, u"--seal"_s, person, u"--seal-size"_s, u"20mm"_s, u"--at"_s,
        u"page=12,x=120mm,y=180mm"_s };
}

void tst_PhoneSigning::signsTheSampleBid_data()
{
    QTest::addColumn<KeyType>("keyType");
    QTest::newRow("RSA-2048") << KeyType::Rsa2048;
    QTest::newRow("P-256") << KeyType::P256;
    QTest::newRow("P-384") << KeyType::P384;
}

void tst_PhoneSigning::signsTheSampleBid()
{
    QFETCH(KeyType, keyType);
    PhoneDesk desk(m_relay, { .keyType = keyType });
    desk.place.setSource(m_bid);
    auto cli = desk.sign(threeSeals(desk.place));
    const auto phone = desk.answer(cli.waitForLink());
    const auto code = cli.waitForCompareCode();
    const auto run = cli.finish();

    desk.expectSigned(run);
    QCOMPARE(phone.exitCode, 0);
    QCOMPARE(phone.outcome(), u"signed"_s);
    QCOMPARE(code, phone.compareCode());
    QCOMPARE(run.json[u"signer"_s].toString(), demonstration::sampleSupplier().name);
    QCOMPARE(run.json[u"serial"_s], phone.json[u"serial"_s]);
    QCOMPARE(run.json[u"marks"_s].toArray().size(), 3);
    QVERIFY2(qpdfComplaint(desk.place.output()).isEmpty(), qPrintable(qpdfComplaint(desk.place.output())));
    for (const int page : { 2, 5, 11 }) {
        const auto shapes = redShapes(render(Renderer::Poppler, desk.place.output(), page, 60), 60);
        QVERIFY2(!shapes.empty(), qPrintable(u"no seal on page %1"_s.arg(page + 1)));
    }
}

void tst_PhoneSigning::phoneShowsWhatWillBeSigned()
{
    PhoneDesk desk(m_relay);
    desk.place.setSource(m_bid);
    auto cli = desk.sign(threeSeals(desk.place));
    const auto phone = desk.answer(cli.waitForLink());
    desk.expectSigned(cli.finish());

    const auto documents = phone.json[u"documents"_s].toArray();
    QCOMPARE(documents.size(), 1);
    const auto document = documents.first().toObject();
    QCOMPARE(document[u"name"_s].toString(), u"bid.pdf"_s);
    QCOMPARE(document[u"pages"_s].toInt(), 12);
    QCOMPARE(document[u"bytes"_s].toInteger(), m_bid.size());
    QCOMPARE(document[u"sha256"_s].toString().toLatin1(),
        QCryptographicHash::hash(m_bid, QCryptographicHash::Sha256).toHex());
    QVERIFY(document[u"previews"_s].toInt() >= 1);
    const auto marks = document[u"marks"_s].toArray();
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks[0].toObject()[u"seal"_s].toString(), u"公章"_s);
    QCOMPARE(marks[0].toObject()[u"pages"_s].toArray(), QJsonArray({ 3, 6 }));
    QCOMPARE(marks[1].toObject()[u"pages"_s].toArray(), QJsonArray({ 12 }));
}

void tst_PhoneSigning::signsTwentyFilesUnderOneConfirmation()
{
    constexpr int kFiles = 20;
    PhoneDesk desk(m_relay, { .keyType = KeyType::Rsa2048 });
    QStringList sources;
    for (int i = 1; i <= kFiles; ++i) {
        sources.append(desk.place.path(u"in/标段%1.pdf"_s.arg(i)));
        QVERIFY(writeFile(sources.last(), m_bid + QByteArray("\n% lot ") + QByteArray::number(i) + '\n'));
    }
    auto cli = desk.run(QStringList { u"sign"_s } + sources
        + QStringList { u"--out-dir"_s, desk.place.path(u"out"_s), u"--key"_s, desk.key(), u"--json"_s }
        + threeSeals(desk.place));
    const auto phone = desk.answer(cli.waitForLink()); // one phone, one code, one confirmation
    const auto run = cli.finish();
    QVERIFY2(run.exitCode == 0, run.errors + run.output);
    QCOMPARE(phone.outcome(), u"signed"_s);
    QCOMPARE(phone.json[u"documents"_s].toArray().size(), kFiles);
    QCOMPARE(QDir(desk.place.path(u"out"_s)).entryList(QDir::Files | QDir::Hidden).size(), kFiles);
    for (int i = 1; i <= kFiles; ++i)
        desk.expectSigned(sources[i - 1], desk.place.path(u"out/标段%1_已签章.pdf"_s.arg(i)));
}

void tst_PhoneSigning::signsWithThePictureOfTheCode()
{
    PhoneDesk desk(m_relay);
    const auto picture = desk.place.path(u"code.png"_s);
    auto cli = desk.sign({ u"--qr"_s, picture });
    QVERIFY(!cli.waitForLink().isEmpty());
    const auto phone = desk.scanPicture(picture);
    const auto told = PhoneDesk::finish(*phone);
    desk.expectSigned(cli.finish());
    QCOMPARE(told.outcome(), u"signed"_s);
    QVERIFY(!QFile::exists(picture)); // nobody needs it any more
}

void tst_PhoneSigning::knowsAComputerTheSecondTime()
{
    PhoneDesk desk(m_relay);
    for (const bool isNew : { true, false }) {
        auto cli = desk.sign({ u"--force"_s });
        const auto phone = desk.answer(cli.waitForLink());
        desk.expectSigned(cli.finish());
        QCOMPARE(phone.json[u"computer"_s].toObject()[u"isNew"_s].toBool(), isNew);
    }
}

QTEST_MAIN(tst_PhoneSigning)

#include "tst_PhoneSigning.moc"
