#include "core/relay/Link.h"

#include "core/relay/KeySchedule.h"
#include "tests/support/Problem.h"

#include <QtTest>

#include <random>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

class tst_Link : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addressesAreBroughtIntoOneForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("ascii");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"https://relay.example.com"_s << QByteArray("https://relay.example.com")
                               << u"relay.example.com"_s;
        QTest::newRow("slash") << u"https://relay.example.com/"_s << QByteArray("https://relay.example.com")
                               << u"relay.example.com"_s;
        QTest::newRow("capitals") << u"HTTPS://Relay.Example.COM"_s << QByteArray("https://relay.example.com")
                                  << u"relay.example.com"_s;
        QTest::newRow("its own port") << u"https://relay.example.com:443"_s << QByteArray("https://relay.example.com")
                                      << u"relay.example.com"_s;
        QTest::newRow("another port") << u"https://relay.example.com:8443/"_s
                                      << QByteArray("https://relay.example.com:8443") << u"relay.example.com:8443"_s;
        QTest::newRow("IPv4") << u"https://127.0.0.1:8443"_s << QByteArray("https://127.0.0.1:8443")
                              << u"127.0.0.1:8443"_s;
        QTest::newRow("IPv6") << u"https://[::1]:8443"_s << QByteArray("https://[::1]:8443") << u"[::1]:8443"_s;
        QTest::newRow("Chinese") << u"https://签章.中国"_s << QByteArray("https://xn--duzpm.xn--fiqs8s")
                                 << u"签章.中国"_s;
    }
    void addressesAreBroughtIntoOneForm()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, ascii);
        QFETCH(QString, shown);
        const auto origin = Origin::parse(text);
        QVERIFY2(origin, problemOf(origin).constData());
        QCOMPARE(origin->ascii(), ascii);
        QCOMPARE(origin->shown(), shown);
        QCOMPARE(*Origin::parse(QString::fromLatin1(ascii)), *origin);
    }

    void whatIsNoRelaysAddressIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << u""_s;
        QTest::newRow("a name") << u"relay.example.com"_s;
        QTest::newRow("http") << u"http://relay.example.com"_s;
        QTest::newRow("another scheme") << u"wss://relay.example.com"_s;
        QTest::newRow("no host") << u"https://"_s;
        QTest::newRow("no host, but a port") << u"https://:8443"_s;
        QTest::newRow("a path") << u"https://relay.example.com/v1"_s;
        QTest::newRow("two slashes") << u"https://relay.example.com//"_s;
        QTest::newRow("a query") << u"https://relay.example.com?x=1"_s;
        QTest::newRow("an empty query") << u"https://relay.example.com?"_s;
        QTest::newRow("a fragment") << u"https://relay.example.com#x"_s;
        QTest::newRow("a user") << u"https://user@relay.example.com"_s;
        QTest::newRow("a password") << u"https://user:x@relay.example.com"_s;
        QTest::newRow("port 0") << u"https://relay.example.com:0"_s;
        QTest::newRow("port 65536") << u"https://relay.example.com:65536"_s;
        QTest::newRow("a port that is none") << u"https://relay.example.com:https"_s;
        QTest::newRow("a space") << u"https://relay example.com"_s;
        QTest::newRow("a dot behind") << u"https://relay.example.com."_s;
        QTest::newRow("an empty label") << u"https://relay..example.com"_s;
        QTest::newRow("an underscore") << u"https://my_relay.example.com"_s;
        QTest::newRow("an encoded slash") << u"https://relay.example.com%2Fx"_s;
        QTest::newRow("a zero") << u"https://relay.example.com%00.example.org"_s;
        QTest::newRow("65 bytes") << u"https://"_s + u"a"_s.repeated(57);
    }
    void whatIsNoRelaysAddressIsRefused()
    {
        QFETCH(QString, text);
        const auto origin = Origin::parse(text);
        QVERIFY(!origin);
        QCOMPARE(origin.error().code, ErrorCode::RelayAddressInvalid);
    }

    void aLinkComesBackAsItWas()
    {
        std::mt19937 random(20261121);
        for (int i = 0; i < 500; ++i) {
            QByteArray versions;
            for (int version = 0; version < 256 && versions.size() < 8; ++version) {
                if (random() % 64 == 0 || (version == 255 && versions.isEmpty()))
                    versions += static_cast<char>(version);
            }
            const Link link { *Origin::parse(u"https://r%1.example.com:%2"_s.arg(i).arg(1 + random() % 65535)),
                toBase64Url(randomBytes(16)), versions, randomBytes(32), randomSecret(32) };
            const auto text = link.text();
            QVERIFY(text.size() < 200);
            const auto again = Link::parse(text);
            QVERIFY2(again, problemOf(again).constData());
            QCOMPARE(again->origin, link.origin);
            QCOMPARE(again->session, link.session);
            QCOMPARE(again->versions, link.versions);
            QCOMPARE(again->desktopKey, link.desktopKey);
            QVERIFY(again->secret.view() == link.secret.view());
        }
    }

    /// Every single character of a link counts: one that is altered makes another link, or none.
    void noTwoTextsAreTheSameLink()
    {
        const Link link { *Origin::parse(u"https://relay.example.com"_s), toBase64Url(randomBytes(16)), "\1",
            randomBytes(32), randomSecret(32) };
        const auto text = link.text();
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (const char16_t character : { u'A', u'b', u'-', u'=', u'#', u'/', u' ' }) {
                auto other = text;
                other[at] = character;
                const auto parsed = Link::parse(other);
                QVERIFY2(!parsed || parsed->text() == other, qPrintable(QString::number(at)));
            }
        }
    }

    void noErrorHoldsTheSecret()
    {
        const Link link { *Origin::parse(u"https://relay.example.com"_s), toBase64Url(randomBytes(16)), "\1",
            randomBytes(32), randomSecret(32) };
        const auto hidden = link.text().section(u'#', 1);
        for (const auto& broken : { link.text() + u'=', link.text().chopped(1), u"http"_s + link.text().sliced(5) }) {
            const auto parsed = Link::parse(broken);
            QVERIFY(!parsed);
            QVERIFY(!parsed.error().detail.contains(hidden.first(8)));
        }
    }

    void base64UrlRefusesWhatEncodingDoesNotMake_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto* text :
            { "=", "A", "AA=", "AA==", "AB", "AAB", "A+", "A/", "A A", "AA\n", "AAAAA", "\xC3\xA4" })
            QTest::newRow(QByteArray(text).toPercentEncoding().constData()) << QByteArray(text);
    }
    void base64UrlRefusesWhatEncodingDoesNotMake()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!fromBase64Url(text));
    }

    void base64UrlComesBackAsItWas()
    {
        for (int size = 0; size < 200; ++size) {
            const auto bytes = randomBytes(size);
            const auto text = toBase64Url(bytes);
            QVERIFY(!text.contains('='));
            QCOMPARE(fromBase64Url(text), std::optional(bytes));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Link)
#include "tst_Link.moc"
