// The attack as the desktop meets it. tst_CompareCodeAttackUnchecked shows that it would succeed without the check.
#include "MiddleAttack.h"

#include "tests/support/Problem.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace bidseal::demonstration;

class tst_CompareCodeAttack : public QObject {
    Q_OBJECT

private:
    using LastMove = MiddleAttack::LastMove;
    using Nonce = MiddleAttack::Nonce;
    std::optional<TestSigner> m_owner;

private Q_SLOTS:
    void initTestCase()
    {
        const auto mint = CertificateMint::create();
        QVERIFY2(mint, problemOf(mint).constData());
        m_owner.emplace(*mint, CertificateOrder { .keyType = KeyType::P256 });
    }

    void aSearchedNonceEndsTheSession()
    {
        const auto codes = MiddleAttack(*m_owner).run(LastMove::RevealToDesktop, Nonce::Searched);
        QVERIFY(codes.onPhone);
        QVERIFY(!codes.onDesktop);
        QCOMPARE(codes.onDesktop.error().code, ErrorCode::PhoneMessageInvalid);
    }

    /// Equal codes by chance come once in 10^6 runs of the second and third kind: one is no proof of a mistake, two are
    /// (10^-7).
    void aThousandRunsForceNothing()
    {
        MiddleAttack attack(*m_owner);
        int equal = 0;
        for (int run = 0; run < 1000; ++run) {
            switch (run % 3) {
            case 0: {
                const auto codes = attack.run(LastMove::RevealToDesktop, Nonce::Another);
                QVERIFY(!codes.onDesktop);
                QCOMPARE(codes.onDesktop.error().code, ErrorCode::PhoneMessageInvalid);
                break;
            }
            case 1:
                equal += attack.run(LastMove::RevealToDesktop, Nonce::Committed).areEqual();
                break;
            default:
                equal += attack.run(LastMove::ToSignToPhone, Nonce::Committed).areEqual();
            }
        }
        QVERIFY2(equal <= 1, QByteArray::number(equal).constData());
    }

    /// The attack's own arithmetic is right: what it would make of a code is what the two ends make of it.
    void theSearchFindsWhatItLooksFor()
    {
        MemoryRelay relay(newSession());
        const auto invitation = relay::DesktopTalk::Invitation::make();
        RawSide desktop(relay.mailboxOf(relay::Side::Desktop), invitation);
        RawSide phone(relay.mailboxOf(relay::Side::Phone),
            invitation.linkFor(sampleOrigin(), relay.mailboxOf(relay::Side::Phone).session()));
        phone.sayHello();
        (void)desktop.hearHello();
        const auto nonce = nonceForCode(phone.prk(), phone.said(), QStringLiteral("000042"));
        QCOMPARE(nonce.size(), 32);
        phone.say(relay::Reveal { nonce });
        (void)desktop.hear<relay::Reveal>();
        QCOMPARE(phone.compareCode(), QStringLiteral("000042"));
        QCOMPARE(desktop.compareCode(), QStringLiteral("000042"));
    }
};

QTEST_GUILESS_MAIN(tst_CompareCodeAttack)
#include "tst_CompareCodeAttack.moc"
