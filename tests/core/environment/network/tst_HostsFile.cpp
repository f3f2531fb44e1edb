#include "core/environment/network/HostsFile.h"
#include "core/environment/network/Inspectors.h"

#include <QtTest>

using namespace bidseal::environment;
using namespace Qt::StringLiterals;

class tst_HostsFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheAddressesOfAName_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("addresses");
        const QStringList found { u"203.0.113.7"_s };
        QTest::newRow("empty") << QByteArray() << QStringList();
        QTest::newRow("plain") << QByteArray("203.0.113.7 relay.example.com\n") << found;
        QTest::newRow("without an end") << QByteArray("203.0.113.7 relay.example.com") << found;
        QTest::newRow("Windows' line ends, tabs") << QByteArray("\r\n\t203.0.113.7\t\trelay.example.com\r\n") << found;
        QTest::newRow("Notepad's mark") << QByteArray("\xEF\xBB\xBF"
                                                      "203.0.113.7 relay.example.com\r\n")
                                        << found;
        QTest::newRow("an alias") << QByteArray("203.0.113.7 x relay.example.com y") << found;
        QTest::newRow("case") << QByteArray("203.0.113.7 Relay.EXAMPLE.com") << found;
        QTest::newRow("a dot at the end") << QByteArray("203.0.113.7 relay.example.com.") << found;
        QTest::newRow("before a remark") << QByteArray("203.0.113.7 relay.example.com# test") << found;
        QTest::newRow("two of them") << QByteArray("203.0.113.7 relay.example.com\n2001:db8::7 relay.example.com")
                                     << QStringList { u"203.0.113.7"_s, u"2001:db8::7"_s };
        QTest::newRow("the same twice") << QByteArray("203.0.113.7 relay.example.com\n203.0.113.7 relay.example.com")
                                        << found;
        QTest::newRow("in a remark") << QByteArray("# 203.0.113.7 relay.example.com") << QStringList();
        QTest::newRow("behind a remark") << QByteArray("203.0.113.7 x # relay.example.com") << QStringList();
        QTest::newRow("another name") << QByteArray("203.0.113.7 arelay.example.com example.com") << QStringList();
        QTest::newRow("no address") << QByteArray("relay.example.com relay.example.com") << QStringList();
    }
    void findsTheAddressesOfAName()
    {
        QFETCH(const QByteArray, content);
        QTEST(addressesInHostsFile(content, u"relay.example.com"_s), "addresses");
    }

    void comparesChineseNamesInTheirAsciiForm()
    {
        const QByteArray content = "203.0.113.7 xn--fiq228c.example.com\n";
        QCOMPARE(addressesInHostsFile(content, u"中文.example.com"_s), QStringList { u"203.0.113.7"_s });
    }

    void knowsWhoLooksIntoConnections_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("inspector");
        QTest::newRow("Kaspersky") << u"Kaspersky Anti-Virus Personal Root Certificate"_s << u"Kaspersky"_s;
        QTest::newRow("Avast") << u"Avast Web/Mail Shield Root"_s << u"Avast"_s;
        QTest::newRow("AVG") << u"AVG Web/Mail Shield Root"_s << u"AVG"_s;
        QTest::newRow("ESET") << u"ESET SSL Filter CA"_s << u"ESET"_s;
        QTest::newRow("Bitdefender") << u"Bitdefender Personal CA.Net-Defender"_s << u"Bitdefender"_s;
        QTest::newRow("360") << u"360安全根证书"_s << u"360"_s;
        QTest::newRow("Fiddler") << u"DO_NOT_TRUST_FiddlerRoot"_s << u"Fiddler"_s;
        QTest::newRow("Charles") << u"Charles Proxy CA (1 Nov 2026, DESKTOP)"_s << u"Charles"_s;
        QTest::newRow("mitmproxy") << u"mitmproxy"_s << u"mitmproxy"_s;
        QTest::newRow("Zscaler") << u"Zscaler Intermediate Root CA (zscaler.net)"_s << u"Zscaler"_s;
        QTest::newRow("Fortinet") << u"FortiGate CA"_s << u"Fortinet"_s;
        QTest::newRow("Sangfor") << u"SANGFOR SSL Inspection CA"_s << u"Sangfor (深信服)"_s;
        // Public authorities, of China too.
        for (const auto* name : { "DigiCert Global Root G2", "ISRG Root X1", "GlobalSign Root R46", "CFCA EV ROOT",
                 "TrustAsia RSA DV TLS CA G3", "GDCA TrustAUTH R5 ROOT", "WoTrus DV Server CA", "vTrus Root CA",
                 "UniTrust Global TLS RSA Root CA R1", "GeoTrust CN RSA CA G1", "Sectigo RSA Domain Validation",
                 "Go Daddy Root Certificate Authority - G2", "Certum Trusted Network CA", "示例根证书 (Sample Root CA)",
                 "Microsoft RSA Root Certificate Authority 2017", "Amazon Root CA 1", "iTrusChina Co.,Ltd." })
            QTest::newRow(name) << QString::fromUtf8(name) << QString();
    }
    void knowsWhoLooksIntoConnections()
    {
        QFETCH(const QString, issuer);
        QTEST(inspectorNamedBy({ u"CN"_s, issuer }).value_or(QString()), "inspector");
    }
};

QTEST_APPLESS_MAIN(tst_HostsFile)
#include "tst_HostsFile.moc"
