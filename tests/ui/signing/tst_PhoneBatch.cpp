#include "resources/demonstration/CertificateMint.h"
#include "tests/support/Judges.h"
#include "tests/support/OpenGate.h"
#include "tests/support/RelayProcess.h"
#include "tests/support/SamplePdfs.h"
#include "ui/signing/KeyCard.h"
#include "ui/signing/MoreFiles.h"
#include "ui/signing/SigningSheet.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::signing;

namespace {

constexpr int kFiles = 200;
constexpr int kLong = 60'000;

} // namespace

/// Hundreds of files under one confirmation, from the sheet to the phone and back: a real relay and a real phone
/// program that was given the copied link.
class tst_PhoneBatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twoHundredFilesTakeOneConfirmation();

private:
    [[nodiscard]] QString write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] QString inFolder(const QString& name) const { return m_folder.filePath(name); }
    void startPhone(const QString& link);
    QPushButton* button(const char* name) const { return m_sheet->findChild<QPushButton*>(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    test::RelayProcess m_relay;
    QProcess m_phone;
    std::shared_ptr<testing::OpenGate> m_gate = std::make_shared<testing::OpenGate>();
    std::unique_ptr<KeyWatch> m_watch;
    std::unique_ptr<document::DocumentSession> m_session;
    std::unique_ptr<SigningSheet> m_sheet;
};

QString tst_PhoneBatch::write(const QString& name, const QByteArray& content) const
{
    QFile file(inFolder(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file for the test");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return file.fileName();
}

void tst_PhoneBatch::initTestCase()
{
    if (!test::RelayProcess::isBuilt())
        QSKIP("the relay was not built");
    QVERIFY(m_relay.start());
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QSettings settings;
    settings.beginWriteArray(u"relays"_s, 1);
    settings.setArrayIndex(0);
    settings.setValue(u"name"_s, u"示例平台"_s);
    settings.setValue(u"address"_s, m_relay.origin());
    settings.setValue(u"ca"_s, m_relay.caFile());
    settings.endArray();

    const auto mint = demonstration::CertificateMint::create();
    QVERIFY(mint);
    const auto key = mint->issue({ .keyType = demonstration::KeyType::P256 });
    QVERIFY(key);
    (void)write(u"phone.p12"_s, *demonstration::keyFile(*key, "123456"));
    (void)write(u"pin.txt"_s, "123456\n");
    qputenv("BIDSEAL_DATA_DIR", QFile::encodeName(inFolder(u"data"_s)));
}

void tst_PhoneBatch::startPhone(const QString& link)
{
    m_phone.start(QCoreApplication::applicationDirPath() + u"/bidseal-phone"_s,
        { u"--link"_s, u"-"_s, u"--p12"_s, inFolder(u"phone.p12"_s), u"--pin-file"_s, inFolder(u"pin.txt"_s), u"--ca"_s,
            m_relay.caFile(), u"--confirm"_s });
    QVERIFY(m_phone.waitForStarted());
    m_phone.write(link.toUtf8() + '\n');
    m_phone.closeWriteChannel();
}

void tst_PhoneBatch::twoHundredFilesTakeOneConfirmation()
{
    QStringList more;
    for (int number = 2; number <= kFiles; ++number)
        more << write(u"附件%1.pdf"_s.arg(number), testing::samples::twoPages());
    m_session = std::make_unique<document::DocumentSession>();
    QSignalSpy opened(m_session.get(), &document::DocumentSession::opened);
    m_session->open(write(u"附件1.pdf"_s, testing::samples::twoPages()));
    QVERIFY(opened.wait(kLong));
    m_watch = std::make_unique<KeyWatch>(QString(), [] { return QStringList(); });
    m_sheet = std::make_unique<SigningSheet>(*m_watch,
        SigningSurroundings { std::make_shared<const FixedClock>(QDateTime({ 2026, 5, 1 }, { 8, 0 }, Qt::UTC)),
            inFolder(u"journal.sqlite"_s), m_gate });
    m_sheet->resize(480, 720);
    m_sheet->show();
    m_sheet->begin(*m_session);
    m_sheet->findChild<MoreFiles*>()->add(more);
    QTRY_VERIFY(m_sheet->findChild<KeyCard*>(u"keyCard"_s));
    m_sheet->findChild<KeyCard*>(u"keyCard"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(button("signNow")->isEnabled(), kLong);

    QSignalSpy documentSigned(m_sheet.get(), &SigningSheet::documentSigned);
    button("signNow")->click();
    QTRY_VERIFY_WITH_TIMEOUT(button("copyLink")->isVisible() && button("copyLink")->isEnabled(), kLong);
    button("copyLink")->click();
    startPhone(QGuiApplication::clipboard()->text());
    QTRY_COMPARE_WITH_TIMEOUT(documentSigned.count(), 1, kLong);
    QTRY_COMPARE_WITH_TIMEOUT(m_phone.state(), QProcess::NotRunning, kLong);
    QVERIFY2(m_phone.exitCode() == 0, m_phone.readAllStandardError().constData());

    QCOMPARE(m_sheet->findChild<QListWidget*>(u"signedFiles"_s)->count(), kFiles);
    for (const int number : { 1, 2, 100, kFiles })
        QVERIFY(testing::pdfsig(inFolder(u"附件%1_已签章.pdf"_s.arg(number))).at(0).isValid);
    QCOMPARE(QDir(m_folder.path()).entryList({ u"*_已签章.pdf"_s }).size(), kFiles);
}

QTEST_MAIN(tst_PhoneBatch)
#include "tst_PhoneBatch.moc"
