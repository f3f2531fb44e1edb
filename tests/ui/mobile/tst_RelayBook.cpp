#include "ui/mobile/RelayBook.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using mobile::Relay;
using mobile::RelayBook;

namespace {

Relay sample(const QString& name, const QString& address, const QString& ca = {})
{
    return { name, { relay::Origin::parse(address).value(), ca } };
}

} // namespace

class tst_RelayBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void keepsWhatWasEntered();
    void choosesTheOneUsedLast();
    void offersPresetsWithoutTakingThemOver();
    void offersPresetsOfThisUserAlone();
    void leavesOutWhatIsNoAddress();

private:
    QTemporaryDir m_folder;
};

void tst_RelayBook::initTestCase()
{
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QCoreApplication::setApplicationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(u"user"_s));
    QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, m_folder.filePath(u"system"_s));
    qputenv("BIDSEAL_DATA_DIR", QFile::encodeName(m_folder.filePath(u"data"_s)));
}

void tst_RelayBook::init()
{
    QDir(m_folder.filePath(u"system"_s)).removeRecursively();
    QDir(m_folder.filePath(u"data"_s)).removeRecursively();
    QSettings().clear();
}

void tst_RelayBook::keepsWhatWasEntered()
{
    QVERIFY(!RelayBook::load().chosen());
    auto book = RelayBook::load();
    book.setOwn({ sample(u"示例平台"_s, u"https://relay.example.com"_s),
        sample({}, u"https://other.example.com:8443"_s, u"/tmp/authority.pem"_s) });
    const auto again = RelayBook::load();
    QCOMPARE(again.relays().size(), std::size_t(2));
    QCOMPARE(again.relays()[0].name, u"示例平台"_s);
    QCOMPARE(again.relays()[0].address.origin.ascii(), QByteArray("https://relay.example.com"));
    QCOMPARE(again.relays()[1].address.caFile, u"/tmp/authority.pem"_s);
    QCOMPARE(again.relays()[1].shownName(), u"other.example.com:8443"_s);
    book.setOwn({});
    QVERIFY(RelayBook::load().relays().empty());
}

void tst_RelayBook::choosesTheOneUsedLast()
{
    auto book = RelayBook::load();
    book.setOwn({ sample(u"甲"_s, u"https://first.example.com"_s), sample(u"乙"_s, u"https://second.example.com"_s) });
    QCOMPARE(RelayBook::load().chosen()->name, u"甲"_s);
    book.choose(relay::Origin::parse(u"https://second.example.com"_s).value());
    QCOMPARE(RelayBook::load().chosen()->name, u"乙"_s);
    book.setOwn({ sample(u"甲"_s, u"https://first.example.com"_s) });
    QCOMPARE(RelayBook::load().chosen()->name, u"甲"_s);
}

void tst_RelayBook::offersPresetsWithoutTakingThemOver()
{
    {
        QSettings everybody(QSettings::IniFormat, QSettings::SystemScope, u"BidSeal-test"_s, u"BidSeal-test"_s);
        everybody.beginWriteArray(u"relays"_s, 1);
        everybody.setArrayIndex(0);
        everybody.setValue(u"name"_s, u"示例省平台"_s);
        everybody.setValue(u"address"_s, u"https://preset.example.com"_s);
        everybody.endArray();
    }
    auto book = RelayBook::load();
    QCOMPARE(book.relays().size(), std::size_t(1));
    QCOMPARE(book.relays()[0].source, Relay::Source::Preset);
    book.setOwn({ sample(u"自有"_s, u"https://own.example.com"_s) });
    const auto again = RelayBook::load();
    QCOMPARE(again.relays().size(), std::size_t(2));
    QCOMPARE(again.relays()[0].source, Relay::Source::Preset);
    QCOMPARE(again.relays()[1].source, Relay::Source::Own);
}

void tst_RelayBook::offersPresetsOfThisUserAlone()
{
    QVERIFY(QDir().mkpath(m_folder.filePath(u"data"_s)));
    QFile presets(m_folder.filePath(u"data/presets.ini"_s));
    QVERIFY(presets.open(QIODevice::WriteOnly));
    // As the Windows installer writes it
    presets.write("[relays]\r\n1\\name=\"示例平台，省级\"\r\n1\\address=https://preset.example.com\r\n1\\ca=\r\n"
                  "2\\name=\"\"\r\n2\\address=https://second.example.com:8443\r\n2\\ca=\r\nsize=2\r\n");
    presets.close();
    const auto book = RelayBook::load();
    QCOMPARE(book.relays().size(), std::size_t(2));
    QCOMPARE(book.relays()[0].name, u"示例平台，省级"_s);
    QCOMPARE(book.relays()[0].source, Relay::Source::Preset);
    QCOMPARE(book.relays()[1].shownName(), u"second.example.com:8443"_s);
}

void tst_RelayBook::leavesOutWhatIsNoAddress()
{
    QSettings settings;
    settings.beginWriteArray(u"relays"_s, 2);
    settings.setArrayIndex(0);
    settings.setValue(u"address"_s, u"http://relay.example.com"_s);
    settings.setArrayIndex(1);
    settings.setValue(u"address"_s, u"https://relay.example.com"_s);
    settings.endArray();
    settings.sync();
    QCOMPARE(RelayBook::load().relays().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(tst_RelayBook)
#include "tst_RelayBook.moc"
