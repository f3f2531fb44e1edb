#include "core/certificate/AesGcm.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::openssl;

namespace {

Secret secretOf(const QByteArray& bytes) { return Secret::fromUtf8({ bytes.constData(), std::size_t(bytes.size()) }); }

// Test case 16 of "The Galois/Counter Mode of Operation" by McGrew and Viega.
const auto kKey = QByteArray::fromHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
const auto kNonce = QByteArray::fromHex("cafebabefacedbaddecaf888");
const auto kData = QByteArray::fromHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
const auto kPlain = QByteArray::fromHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
const auto kSealed = QByteArray::fromHex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                         "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                                         "76fc6ece0f4e1768cddf8853bb2d551b");

} // namespace

class tst_AesGcm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithThePublishedVector()
    {
        QCOMPARE(sealGcm(secretOf(kKey), kNonce, kData, kPlain), std::optional(kSealed));
        QCOMPARE(openGcm(secretOf(kKey), kNonce, kData, kSealed), std::optional(kPlain));
    }

    void protectsWithoutText()
    {
        const auto sealed = sealGcm(secretOf(kKey), kNonce, kData, {});
        QVERIFY(sealed);
        QCOMPARE(sealed->size(), kGcmTagSize);
        QCOMPARE(openGcm(secretOf(kKey), kNonce, kData, *sealed), std::optional(QByteArray("")));
    }

    void anyOtherBitOpensNothing()
    {
        for (qsizetype i = 0; i < kSealed.size(); ++i) {
            auto altered = kSealed;
            altered[i] = char(altered[i] ^ 1);
            QVERIFY(!openGcm(secretOf(kKey), kNonce, kData, altered));
            QVERIFY(!openGcm(secretOf(kKey), kNonce, kData, kSealed.first(i)));
        }
        QVERIFY(!openGcm(secretOf(kKey), kNonce, {}, kSealed));
        QVERIFY(!openGcm(secretOf(QByteArray(32, 'k')), kNonce, kData, kSealed));
    }

    void keysAndNoncesOfAnotherSizeAreRefused()
    {
        QVERIFY(!sealGcm(secretOf(kKey.first(16)), kNonce, kData, kPlain));
        QVERIFY(!sealGcm(secretOf(kKey), kNonce + kNonce, kData, kPlain));
        QVERIFY(!openGcm(secretOf(kKey), kNonce.first(8), kData, kSealed));
    }
};

QTEST_GUILESS_MAIN(tst_AesGcm)
#include "tst_AesGcm.moc"
