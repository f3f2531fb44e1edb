#include "ui/verification/SignatureList.h"
#include "ui/verification/Verdict.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal::verification;
using bidseal::style::Tone;

namespace {

constexpr Integrity kIntegrities[] { Integrity::Intact, Integrity::Broken, Integrity::Undecided };
constexpr Coverage kCoverages[] { Coverage::WholeDocument, Coverage::EarlierRevision, Coverage::Malformed };

SignatureReport signature(Integrity integrity, Coverage coverage)
{
    SignatureReport report;
    report.integrity = integrity;
    report.coverage = coverage;
    return report;
}

Report reportOf(std::vector<SignatureReport> signatures)
{
    Report report;
    report.signatures = std::move(signatures);
    return report;
}

} // namespace

class tst_Verdict : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsGreenBeforeTrustIsChecked();
    void brokenIsRed();
    void undecidedIsAmber();
    void additionsBehindTheLastSignatureAreAmber();
    void intactSaysWhatWasNotChecked();
    void eachSignatureHasItsCard();
};

void tst_Verdict::nothingIsGreenBeforeTrustIsChecked()
{
    for (const auto integrity : kIntegrities) {
        for (const auto coverage : kCoverages) {
            QVERIFY(verdictOn(signature(integrity, coverage)).tone != Tone::Good);
            for (const auto other : kIntegrities)
                QVERIFY(
                    verdictOn(reportOf({ signature(other, Coverage::EarlierRevision), signature(integrity, coverage) }))
                        .tone
                    != Tone::Good);
        }
    }
    QVERIFY(verdictOn(Report()).tone != Tone::Good);
}

void tst_Verdict::brokenIsRed()
{
    const auto report = reportOf({ signature(Integrity::Broken, Coverage::EarlierRevision),
        signature(Integrity::Intact, Coverage::WholeDocument) });
    QCOMPARE(verdictOn(report).tone, Tone::Bad);
}

void tst_Verdict::undecidedIsAmber()
{
    QCOMPARE(verdictOn(reportOf({ signature(Integrity::Undecided, Coverage::WholeDocument) })).tone, Tone::Caution);
    QCOMPARE(verdictOn(signature(Integrity::Intact, Coverage::Malformed)).tone, Tone::Caution);
}

void tst_Verdict::additionsBehindTheLastSignatureAreAmber()
{
    QCOMPARE(verdictOn(reportOf({ signature(Integrity::Intact, Coverage::EarlierRevision) })).tone, Tone::Caution);
}

void tst_Verdict::intactSaysWhatWasNotChecked()
{
    const auto verdict = verdictOn(reportOf({ signature(Integrity::Intact, Coverage::WholeDocument) }));
    QCOMPARE(verdict.tone, Tone::Neutral);
    QVERIFY(verdict.text.contains(u"has not been checked"_s));
    QVERIFY(verdict.text.contains(u"claimed"_s));
}

void tst_Verdict::eachSignatureHasItsCard()
{
    SignatureList list;
    list.showReport(reportOf({ signature(Integrity::Intact, Coverage::EarlierRevision),
        signature(Integrity::Broken, Coverage::WholeDocument) }));
    QCOMPARE(list.findChildren<QFrame*>(u"signatureCard"_s).size(), 2);
    list.showNothing();
    QCOMPARE(list.findChildren<QFrame*>(u"signatureCard"_s).size(), 0);
}

QTEST_MAIN(tst_Verdict)
#include "tst_Verdict.moc"
