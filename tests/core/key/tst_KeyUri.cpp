#include "core/key/pkcs11/KeyUri.h"

#include <QtTest>

#include <random>

using namespace bidseal;
using namespace bidseal::key;
using namespace Qt::StringLiterals;

class tst_KeyUri : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatOtherProgramsPrint();
    void takesLettersBeyondAsciiAsTyped();
    void printsPercentEncoded();
    void givesBackWhatItPrinted();
    void refuses_data();
    void refuses();
    void refusesPinsAndRepeatsNone();
    void ignoresVendorsAttributesAndTheModule();
};

namespace {

/// Text with everything that could break an encoding, the same in each run.
QString anyText(std::mt19937& random)
{
    const QString letters = u"aZ09-._~;=&?%/:@ +#,'\"\\|<>[]{}公章签é€😀\t"_s;
    QString text;
    for (auto length = random() % 12; length > 0; --length)
        text += QChar(letters[random() % letters.size()]);
    // Half a surrogate pair is no text.
    return text.isValidUtf16() ? text : QString();
}

QByteArray anyBytes(std::mt19937& random)
{
    QByteArray bytes;
    for (auto length = random() % 8; length > 0; --length)
        bytes.append(static_cast<char>(random()));
    return bytes;
}

} // namespace

void tst_KeyUri::readsWhatOtherProgramsPrint()
{
    const auto uri = KeyUri::parse(u"pkcs11:model=SoftHSM%20v2;manufacturer=SoftHSM%20project;serial=9f2c;token="
                                   u"%E7%A4%BA%E4%BE%8B;id=%01%02%ff;object=sign%20key;type=private"_s);
    QVERIFY(uri);
    QCOMPARE(uri->model, u"SoftHSM v2"_s);
    QCOMPARE(uri->manufacturer, u"SoftHSM project"_s);
    QCOMPARE(uri->serial, u"9f2c"_s);
    QCOMPARE(uri->token, u"示例"_s);
    QCOMPARE(uri->object, u"sign key"_s);
    QCOMPARE(uri->id, QByteArray("\x01\x02\xff"));
}

void tst_KeyUri::takesLettersBeyondAsciiAsTyped()
{
    const auto uri = KeyUri::parse(u"pkcs11:token=示例公司;object=签章"_s);
    QVERIFY(uri);
    QCOMPARE(uri->token, u"示例公司"_s);
    QCOMPARE(uri->object, u"签章"_s);
}

void tst_KeyUri::printsPercentEncoded()
{
    const KeyUri uri { u"示例 公司"_s, {}, {}, u"A;1"_s, u"50%=half"_s, QByteArray("\x00k", 2) };
    QCOMPARE(uri.toString(),
        u"pkcs11:serial=A%3B1;token=%E7%A4%BA%E4%BE%8B%20%E5%85%AC%E5%8F%B8;id=%00%6B;object=50%25%3Dhalf"_s);
}

void tst_KeyUri::givesBackWhatItPrinted()
{
    std::mt19937 random(7512);
    for (auto i = 0; i < 5000; ++i) {
        const KeyUri uri { anyText(random), anyText(random), anyText(random), anyText(random), anyText(random),
            anyBytes(random) };
        const auto again = KeyUri::parse(uri.toString());
        QVERIFY2(again, qPrintable(uri.toString()));
        QVERIFY2(*again == uri, qPrintable(uri.toString()));
    }
}

void tst_KeyUri::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("another scheme") << u"p12:company.p12"_s;
    QTest::newRow("no value") << u"pkcs11:token"_s;
    QTest::newRow("empty value, as of an unset variable") << u"pkcs11:token=T;object="_s;
    QTest::newRow("no name") << u"pkcs11:=value"_s;
    QTest::newRow("the same twice") << u"pkcs11:token=a;token=b"_s;
    QTest::newRow("half an escape") << u"pkcs11:token=a%2"_s;
    QTest::newRow("no hex in an escape") << u"pkcs11:token=a%zz"_s;
    QTest::newRow("a blank") << u"pkcs11:token=a b"_s;
    QTest::newRow("not UTF-8") << u"pkcs11:token=%ff%fe"_s;
    QTest::newRow("zero in text") << u"pkcs11:object=a%00b"_s;
    QTest::newRow("narrows what is not followed") << u"pkcs11:token=a;slot-id=3"_s;
    QTest::newRow("no key") << u"pkcs11:token=a;type=data"_s;
    QTest::newRow("misspelt") << u"pkcs11:tokn=a"_s;
}

void tst_KeyUri::refuses()
{
    QFETCH(QString, text);
    const auto uri = KeyUri::parse(text);
    QVERIFY(!uri);
    QCOMPARE(uri.error().code, ErrorCode::KeyUriInvalid);
}

void tst_KeyUri::refusesPinsAndRepeatsNone()
{
    for (const auto& query :
        { u"?pin-value=secret99"_s, u"?pin-source=/tmp/secret99"_s, u"?module-name=x&pin-value=secret99"_s }) {
        const auto uri = KeyUri::parse(u"pkcs11:token=a"_s + query);
        QVERIFY(!uri);
        QCOMPARE(uri.error().code, ErrorCode::KeyUriInvalid);
        QVERIFY(!uri.error().detail.contains(u"secret99"_s));
    }
    const auto inPath = KeyUri::parse(u"pkcs11:token=a;pin-value=secret99"_s);
    QVERIFY(!inPath);
    QVERIFY(!inPath.error().detail.contains(u"secret99"_s));
}

void tst_KeyUri::ignoresVendorsAttributesAndTheModule()
{
    const auto uri = KeyUri::parse(u"PKCS11:token=a;x-vendor=1?module-path=/lib/x.so&module-name=x"_s);
    QVERIFY(uri);
    QCOMPARE(uri->toString(), u"pkcs11:token=a"_s);
}

QTEST_GUILESS_MAIN(tst_KeyUri)
#include "tst_KeyUri.moc"
