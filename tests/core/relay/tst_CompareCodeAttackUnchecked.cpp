// The same attack on a desktop that was built without the check of the commitment: the reason why there is one.
#include "MiddleAttack.h"

#include "tests/support/Problem.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace bidseal::demonstration;

class tst_CompareCodeAttackUnchecked : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalCodesAreForcedWithinSeconds()
    {
        const auto mint = CertificateMint::create();
        QVERIFY2(mint, problemOf(mint).constData());
        const TestSigner owner(*mint, CertificateOrder { .keyType = KeyType::P256 });
        QElapsedTimer clock;
        clock.start();
        const auto codes
            = MiddleAttack(owner).run(MiddleAttack::LastMove::RevealToDesktop, MiddleAttack::Nonce::Searched);
        QVERIFY2(codes.onDesktop, problemOf(codes.onDesktop).constData());
        QVERIFY2(codes.onPhone, problemOf(codes.onPhone).constData());
        QCOMPARE(*codes.onDesktop, *codes.onPhone);
        qInfo("both show %s, forced within %lld ms", qPrintable(*codes.onPhone), clock.elapsed());
    }
};

QTEST_GUILESS_MAIN(tst_CompareCodeAttackUnchecked)
#include "tst_CompareCodeAttackUnchecked.moc"
