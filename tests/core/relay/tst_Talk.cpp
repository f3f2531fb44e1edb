#include "SampleTalk.h"

#include "tests/support/Problem.h"

#include <QtTest>

#include <thread>

using namespace bidseal;
using namespace bidseal::relay;
using namespace bidseal::test;
using namespace bidseal::testing;
using namespace bidseal::demonstration;
using namespace Qt::StringLiterals;

class tst_Talk : public QObject {
    Q_OBJECT

private:
    std::optional<CertificateMint> m_mint;
    std::map<KeyType, TestSigner> m_signers;

    const TestSigner& signer(KeyType type = KeyType::P256)
    {
        auto found = m_signers.find(type);
        if (found == m_signers.end())
            found = m_signers.emplace(type, TestSigner(*m_mint, { .keyType = type })).first;
        return found->second;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto mint = CertificateMint::create(CaLevels::WithIntermediate);
        QVERIFY2(mint, problemOf(mint).constData());
        m_mint = std::move(*mint);
    }

    void bothSidesShowTheSameCodeAndTheSignaturesArrive_data()
    {
        QTest::addColumn<KeyType>("type");
        QTest::newRow("RSA") << KeyType::Rsa2048;
        QTest::newRow("P-256") << KeyType::P256;
        QTest::newRow("P-384") << KeyType::P384;
    }
    void bothSidesShowTheSameCodeAndTheSignaturesArrive()
    {
        QFETCH(KeyType, type);
        MemoryRelay relay(newSession());
        const auto report = talkThrough(relay, signer(type), { .documents = 3 });
        QVERIFY2(report.desktopCode, problemOf(report.desktopCode).constData());
        QVERIFY2(report.phoneCode, problemOf(report.phoneCode).constData());
        QCOMPARE(*report.desktopCode, *report.phoneCode);
        QCOMPARE(report.desktopCode->size(), 6);
        QVERIFY2(report.signatures, problemOf(report.signatures).constData());
        QCOMPARE(report.signatures->size(), 3u);
        QVERIFY2(report.outcome, problemOf(report.outcome).constData());
        QCOMPARE(*report.outcome, OutcomeResult::Signed);
        QVERIFY(relay.isEnded());
    }
};

QTEST_GUILESS_MAIN(tst_Talk)
#include "tst_Talk.moc"
