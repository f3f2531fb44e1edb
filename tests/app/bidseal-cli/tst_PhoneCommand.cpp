#include "core/qr/QrCode.h"
#include "tests/app/bidseal-phone/PhoneDesk.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"
#include "tests/support/RelayProcess.h"

#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;
using demonstration::KeyType;

namespace {

/// The code as a terminal shows it, one pixel a module, from among the other lines.
QImage codeIn(const QString& errors)
{
    static const QRegularExpression cell(u"\\x1b\\[(?:38;5;(\\d+);)?48;5;(\\d+)m([ \u2584])"_s);
    std::vector<std::vector<std::pair<bool, bool>>> rows;
    for (const auto& line : errors.split(u'\n')) {
        std::vector<std::pair<bool, bool>> row;
        for (auto found = cell.globalMatch(line); found.hasNext();) {
            const auto match = found.next();
            const bool above = match.captured(2) == u"16"_s;
            row.emplace_back(above, match.captured(3) == u" "_s ? above : match.captured(1) == u"16"_s);
        }
        if (!row.empty())
            rows.push_back(std::move(row));
    }
    if (rows.empty())
        return {};
    QImage picture(static_cast<int>(rows[0].size()), static_cast<int>(rows.size()) * 2, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 0; y < picture.height(); ++y) {
        const auto& row = rows[static_cast<std::size_t>(y / 2)];
        for (int x = 0; x < picture.width(); ++x) {
            const auto& [above, below] = row[static_cast<std::size_t>(x)];
            if (y % 2 == 0 ? above : below)
                picture.setPixelColor(x, y, Qt::black);
        }
    }
    return picture.scaled(picture.size() * 4);
}

} // namespace

/// What somebody sees of a phone at the command line, and how long they must wait.
class tst_PhoneCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void showsTheCodeAndTheLinkOnStandardError();
    void tellsEveryStateInWords();
    void pictureIsPrivateAndGoesWithItsUse();
    void pictureGoesOnCtrlC();
    void pictureThatIsThereAlreadyIsKept();
    void pictureThatCannotBeWrittenIsSaidAtOnce();
    void refusalOfTheOwnerIsAnAnswer();
    void timeoutBeforeTheScan();
    void timeoutAfterTheScan();
    void certificateOfAnotherHolderIsRefusedWhateverIsAgreedTo();
    void addressThatIsNoneIsWrongUse();

private:
    RelayProcess m_relay;
};

void tst_PhoneCommand::initTestCase()
{
    qunsetenv("https_proxy");
    QVERIFY(m_relay.start());
}

void tst_PhoneCommand::showsTheCodeAndTheLinkOnStandardError()
{
    PhoneDesk desk(m_relay, { .keyType = KeyType::P256 });
    auto cli = desk.sign();
    const auto link = cli.waitForLink();
    const auto phone = desk.answer(link);
    QCOMPARE(phone.outcome(), u"signed"_s);
    const auto run = cli.finish();
    QCOMPARE(run.exitCode, 0);
    QVERIFY(!run.output.contains(link.toUtf8())); // JSON and nothing else
    QCOMPARE(run.json[u"signer"_s].toString(), demonstration::sampleSupplier().name);

    const auto shown = QString::fromUtf8(run.errors);
    QVERIFY(shown.indexOf(u'\u2584') < shown.indexOf(link));
    const auto read = qr::readQrCode(codeIn(shown));
    QVERIFY2(read, problemOf(read).constData());
    QCOMPARE(*read, link);
}

void tst_PhoneCommand::tellsEveryStateInWords()
{
    PhoneDesk desk(m_relay, { .keyType = KeyType::P256 });
    desk.place.setLocale(u"C.UTF-8"_s);
    auto cli = desk.sign();
    const auto phone = desk.answer(cli.waitForLink());
    const auto code = phone.compareCode();
    const auto run = cli.finish();
    QCOMPARE(run.exitCode, 0);
    const auto shown = QString::fromUtf8(run.errors);
    qsizetype at = 0;
    for (const auto& words : { u"Connecting to the relay 127.0.0.1"_s, u"Waiting for the phone"_s, u"Scanned by “"_s,
             u"as this phone calls itself"_s, u"Certificate chosen: "_s + demonstration::sampleSupplier().name,
             u"Compare code: "_s + code.left(3) + u' ' + code.mid(3), u"Confirmed on the phone."_s }) {
        at = shown.indexOf(words, at);
        QVERIFY2(at >= 0, qPrintable(words));
    }
    QVERIFY(shown.count(u'\u2588') > 40); // the digits, large
}

void tst_PhoneCommand::pictureIsPrivateAndGoesWithItsUse()
{
    PhoneDesk desk(m_relay, { .keyType = KeyType::P256 });
    const QString file = desk.place.path(u"code.png"_s);
    auto cli = desk.sign({ u"--qr"_s, file });
    const auto link = cli.waitForLink();
    const auto read = qr::readQrCode(QImage(file));
    QVERIFY2(read, problemOf(read).constData());
    QCOMPARE(*read, link);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file) & others));

    const auto phone = desk.scan(link, { u"--confirm"_s, u"--delay"_s, u"2"_s });
    QVERIFY(!cli.waitForCompareCode().isEmpty());
    QVERIFY(!QFile::exists(file));
    QCOMPARE(desk.finish(*phone).outcome(), u"signed"_s);
    const auto run = cli.finish();
    QCOMPARE(run.exitCode, 0);
    QVERIFY(!QString::fromUtf8(run.errors).contains(u'\u2584')); // no terminal, and the picture is enough
}

void tst_PhoneCommand::pictureGoesOnCtrlC()
{
    PhoneDesk desk(m_relay);
    const QString file = desk.place.path(u"code.png"_s);
    auto cli = desk.sign({ u"--qr"_s, file });
    QVERIFY(!cli.waitForLink().isEmpty());
    QVERIFY(QFile::exists(file));
    cli.interrupt();
    desk.expectNothingSigned(cli.finish(), ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(file));
}

void tst_PhoneCommand::pictureThatIsThereAlreadyIsKept()
{
    PhoneDesk desk(m_relay);
    const QString file = desk.place.path(u"code.png"_s);
    QVERIFY(writeFile(file, "somebody's picture"));
    auto cli = desk.sign({ u"--qr"_s, file });
    desk.expectNothingSigned(cli.finish(), ErrorCode::OutputExists);
    QCOMPARE(readFile(file), "somebody's picture");
}

void tst_PhoneCommand::pictureThatCannotBeWrittenIsSaidAtOnce()
{
    PhoneDesk desk(m_relay);
    auto cli = desk.sign({ u"--qr"_s, desk.place.path(u"nowhere/code.png"_s) });
    desk.expectNothingSigned(cli.finish(), ErrorCode::OutputNotWritable);
}

void tst_PhoneCommand::refusalOfTheOwnerIsAnAnswer()
{
    PhoneDesk desk(m_relay);
    auto cli = desk.sign();
    const auto phone = desk.scan(cli.waitForLink(), { u"--refuse"_s });
    (void)desk.finish(*phone);
    const auto run = cli.finish();
    desk.expectNothingSigned(run, ErrorCode::PhoneRefused, 1);
    QVERIFY(!run.errors.isEmpty());
}

void tst_PhoneCommand::timeoutBeforeTheScan()
{
    PhoneDesk desk(m_relay);
    QElapsedTimer time;
    time.start();
    auto cli = desk.sign({ u"--timeout"_s, u"2"_s });
    desk.expectNothingSigned(cli.finish(), ErrorCode::PhoneCodeExpired);
    QVERIFY(time.elapsed() >= 2000 && time.elapsed() < 30'000);
}

void tst_PhoneCommand::timeoutAfterTheScan()
{
    PhoneDesk desk(m_relay, { .keyType = KeyType::P256 });
    auto cli = desk.sign({ u"--timeout"_s, u"6"_s });
    const auto phone = desk.scan(cli.waitForLink(), { u"--confirm"_s, u"--delay"_s, u"60"_s });
    QVERIFY(cli.waitForScan());
    desk.expectNothingSigned(cli.finish(), ErrorCode::PhoneSessionExpired);
    phone->kill();
    phone->waitForFinished();
}

void tst_PhoneCommand::certificateOfAnotherHolderIsRefusedWhateverIsAgreedTo()
{
    PhoneDesk desk(m_relay, { .keyType = KeyType::P256 });
    const QStringList seal { u"--seal"_s, desk.place.sealFile(u"公章.png"_s), u"--seal-size"_s, u"42mm"_s, u"--at"_s,
        u"page=1,x=60mm,y=200mm"_s, u"--seal-holder"_s, u"示例招标代理有限公司"_s };
    auto refused = desk.sign(seal + QStringList(u"--any-holder"_s));
    const auto told = desk.answer(refused.waitForLink());
    desk.expectNothingSigned(refused.finish(), ErrorCode::HolderDiffers);
    QVERIFY(!told.json.isEmpty() && told.outcome() != u"signed"_s);
}

void tst_PhoneCommand::addressThatIsNoneIsWrongUse()
{
    PhoneDesk desk(m_relay);
    for (const auto& key : { u"mobile:http://127.0.0.1:1"_s, u"mobile:"_s, u"mobile:https://127.0.0.1;what=ever"_s }) {
        auto cli = desk.signWith(key);
        desk.expectNothingSigned(cli.finish(), ErrorCode::RelayAddressInvalid, 2);
    }
}

QTEST_GUILESS_MAIN(tst_PhoneCommand)
#include "tst_PhoneCommand.moc"
