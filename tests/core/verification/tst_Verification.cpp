#include "core/verification/ReportJson.h"
#include "core/verification/Verification.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Judges.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"
#include "tests/support/SignedSample.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;
using namespace bidseal::verification;

/// What honest files are found to be.
class tst_Verification : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void unsignedDocumentIsNotSigned();
    void oneSignatureCoversTheWholeDocument();
    void signedTwiceBothAreIntact();
    void severalFieldsOfOneSignatureAreOneSignature();
    void readsTheFileOnceForEachSignature();
    void foreignSignatureIsIntact();
    void foreignSignatureWithAnOldDigestProvesNothing();
    void laterChangeIsSaid();
    void certifyingSignatureIsIntact();
    void whatIsNotCheckedIsUndecided_data();
    void whatIsNotCheckedIsUndecided();
    void cancelStops();
    void jsonSaysWhatIsNotChecked();
    void jsonHidesIdentityNumbers();

private:
    Result<Report> verified(const QByteArray& pdf)
    {
        const QString file = m_folder.filePath(u"document.pdf"_s);
        if (!writeFile(file, pdf))
            qFatal("cannot write the document");
        return verify(file);
    }

    QTemporaryDir m_folder;
    SampleSigner m_signer;
    std::optional<ForeignSigner> m_foreign;
};

void tst_Verification::initTestCase()
{
    QVERIFY(m_signer.isReady());
    m_foreign.emplace(m_folder.path());
    QVERIFY(m_foreign->isReady());
}

void tst_Verification::unsignedDocumentIsNotSigned()
{
    for (const QByteArray& pdf : { samples::twoPages(), samples::emptySignatureField("Company") }) {
        const auto report = verified(pdf);
        QVERIFY2(report, problemOf(report).constData());
        QCOMPARE(report->verdict(), Verdict::NotSigned);
        QCOMPARE(report->pageCount, 2);
        QVERIFY(!report->isIntact());
    }
}

void tst_Verification::oneSignatureCoversTheWholeDocument()
{
    SignedSample sample;
    sample.sign(m_signer, "Company");
    const auto report = verified(sample.bytes());
    QVERIFY2(report, problemOf(report).constData());
    QCOMPARE(report->signatures.size(), 1U);
    const SignatureReport& signature = report->signatures[0];
    QCOMPARE(signature.problem, QString());
    QCOMPARE(signature.integrity, Integrity::Intact);
    QCOMPARE(signature.coverage, Coverage::WholeDocument);
    QCOMPARE(signature.fieldNames, QStringList { u"Company"_s });
    QCOMPARE(signature.algorithm, u"RSA, SHA-256"_s);
    QCOMPARE(signature.reason, u"sample reason"_s);
    QCOMPARE(signature.claimedTime, QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC));
    QVERIFY(signature.signer);
    QCOMPARE(signature.signer->holder().displayName, demonstration::sampleSupplier().name);
    QVERIFY(report->isIntact());

    // The sample is no fancy of ours: poppler agrees.
    const auto verdicts = pdfsig(m_folder.filePath(u"document.pdf"_s));
    QCOMPARE(verdicts.size(), 1U);
    QVERIFY(verdicts[0].isValid && verdicts[0].coversWholeDocument);
}

void tst_Verification::signedTwiceBothAreIntact()
{
    SignedSample sample;
    sample.sign(m_signer, "First");
    SignatureShape adobe;
    adobe.subFilter = "adbe.pkcs7.detached";
    sample.sign(SampleSigner(), "Second", adobe);
    const auto report = verified(sample.bytes());
    QVERIFY(report);
    QCOMPARE(report->signatures.size(), 2U);
    QCOMPARE(report->signatures[0].fieldNames, QStringList { u"First"_s });
    QCOMPARE(report->signatures[0].integrity, Integrity::Intact);
    QCOMPARE(report->signatures[0].coverage, Coverage::EarlierRevision);
    QCOMPARE(report->signatures[1].fieldNames, QStringList { u"Second"_s });
    QCOMPARE(report->signatures[1].integrity, Integrity::Intact);
    QCOMPARE(report->signatures[1].coverage, Coverage::WholeDocument);
    QCOMPARE(report->verdict(), Verdict::Intact);
}

void tst_Verification::severalFieldsOfOneSignatureAreOneSignature()
{
    SignedSample sample;
    SignatureShape shape;
    shape.secondField = true;
    sample.sign(m_signer, "Seal", shape);
    const auto report = verified(sample.bytes());
    QVERIFY(report);
    QCOMPARE(report->signatures.size(), 1U);
    QStringList names = report->signatures[0].fieldNames;
    names.sort();
    QCOMPARE(names, (QStringList { u"Seal"_s, u"Seal_2"_s }));
    QVERIFY(report->isIntact());
}

void tst_Verification::readsTheFileOnceForEachSignature()
{
    SignedSample sample;
    sample.sign(m_signer, "First");
    SignatureShape twoFields;
    twoFields.secondField = true;
    sample.sign(m_signer, "Second", twoFields);
    const QString file = m_folder.filePath(u"passes.pdf"_s);
    QVERIFY(writeFile(file, sample.bytes()));

    qint64 hashed = 0, before = 0;
    const auto report = verify(file, nullptr, [&](const Progress& progress) {
        QCOMPARE(progress.stage, Stage::Verifying);
        QVERIFY(progress.done <= progress.total);
        hashed += progress.done - (progress.done > before ? before : 0);
        before = progress.done == progress.total ? 0 : progress.done;
    });
    QVERIFY(report && report->isIntact());
    qint64 expected = 0;
    for (const auto& place : sample.signatures())
        expected += place.end - (place.contentsEnd - place.contentsBegin);
    QCOMPARE(hashed, expected);
}

void tst_Verification::foreignSignatureIsIntact()
{
    // poppler writes its CMS in BER, with indefinite lengths.
    const QString source = m_folder.filePath(u"source.pdf"_s);
    const QString once = m_folder.filePath(u"once.pdf"_s);
    const QString twice = m_folder.filePath(u"twice.pdf"_s);
    QVERIFY(writeFile(source, samples::twoPages()));
    QVERIFY(m_foreign->signByPoppler(source, once, u"First"_s));
    QVERIFY(m_foreign->signByPoppler(once, twice, u"Second"_s));
    const auto report = verify(twice);
    QVERIFY2(report, problemOf(report).constData());
    QCOMPARE(report->signatures.size(), 2U);
    for (const SignatureReport& signature : report->signatures) {
        QVERIFY2(signature.integrity == Integrity::Intact, qPrintable(signature.problem));
        QCOMPARE(signature.signer->holder().commonName, u"Foreign Signer"_s);
    }
    QCOMPARE(report->verdict(), Verdict::Intact);
}

void tst_Verification::foreignSignatureWithAnOldDigestProvesNothing()
{
    // MuPDF signs with SHA-1: whether the bytes are what was signed cannot be told any more, unless they are not.
    const QString source = m_folder.filePath(u"empty-field.pdf"_s);
    const QString encrypted = m_folder.filePath(u"encrypted.pdf"_s);
    const QString signedFile = m_folder.filePath(u"signed.pdf"_s);
    QVERIFY(writeFile(source, samples::emptySignatureField("Company")));
    QVERIFY(qpdfConverts(source, { u"--encrypt"_s, QString(), u"owner"_s, u"256"_s, u"--"_s }, encrypted));
    for (const QString& document : { source, encrypted }) {
        QVERIFY(m_foreign->signByMupdf(document, signedFile));
        const auto report = verify(signedFile);
        QVERIFY2(report, problemOf(report).constData());
        QCOMPARE(report->signatures.size(), 1U);
        QCOMPARE(report->signatures[0].integrity, Integrity::Undecided);
        QCOMPARE(report->signatures[0].coverage, Coverage::WholeDocument);
        QVERIFY(report->signatures[0].problem.contains(u"SHA-1"_s));

        QByteArray altered = readFile(signedFile);
        const qsizetype at = altered.indexOf("/MediaBox") + 1;
        altered[at] = 'N';
        const auto broken = verified(altered);
        QVERIFY(broken);
        QCOMPARE(broken->verdict(), Verdict::Broken);
    }
}

void tst_Verification::laterChangeIsSaid()
{
    SignedSample sample;
    sample.sign(m_signer, "Company");
    sample.changeFirstPage();
    const auto report = verified(sample.bytes());
    QVERIFY(report);
    QCOMPARE(report->signatures[0].integrity, Integrity::Intact);
    QCOMPARE(report->signatures[0].coverage, Coverage::EarlierRevision);
    QCOMPARE(report->verdict(), Verdict::ContinuedAfterSigning);
    QVERIFY(!report->isIntact());
}

void tst_Verification::certifyingSignatureIsIntact()
{
    SignedSample sample;
    SignatureShape shape;
    shape.certificationLevel = 1;
    sample.sign(m_signer, "Company", shape);
    const auto report = verified(sample.bytes());
    QVERIFY(report);
    QVERIFY2(report->isIntact(), qPrintable(report->signatures.at(0).problem));
}

void tst_Verification::whatIsNotCheckedIsUndecided_data()
{
    QTest::addColumn<QByteArray>("subFilter");
    QTest::addColumn<QByteArray>("digest");
    QTest::addColumn<bool>("withSigningCertificate");
    QTest::newRow("document timestamp") << QByteArray("ETSI.RFC3161") << QByteArray("SHA256") << true;
    QTest::newRow("adbe.pkcs7.sha1") << QByteArray("adbe.pkcs7.sha1") << QByteArray("SHA256") << true;
    QTest::newRow("unknown kind") << QByteArray("Sample.Unknown") << QByteArray("SHA256") << true;
    QTest::newRow("SHA-1") << QByteArray("adbe.pkcs7.detached") << QByteArray("SHA1") << true;
    QTest::newRow("PAdES that does not bind the certificate")
        << QByteArray("ETSI.CAdES.detached") << QByteArray("SHA256") << false;
}

void tst_Verification::whatIsNotCheckedIsUndecided()
{
    QFETCH(QByteArray, subFilter);
    QFETCH(QByteArray, digest);
    QFETCH(bool, withSigningCertificate);
    SignedSample sample;
    SignatureShape shape;
    shape.subFilter = subFilter;
    shape.form = { withSigningCertificate, digest.constData() };
    sample.sign(m_signer, "Company", shape);
    const auto report = verified(sample.bytes());
    QVERIFY(report);
    QCOMPARE(report->signatures[0].integrity, Integrity::Undecided);
    QVERIFY(!report->signatures[0].problem.isEmpty());
    QCOMPARE(report->verdict(), Verdict::Undecided);
}

void tst_Verification::cancelStops()
{
    SignedSample sample;
    sample.sign(m_signer, "Company");
    const QString file = m_folder.filePath(u"cancelled.pdf"_s);
    QVERIFY(writeFile(file, sample.bytes()));
    std::stop_source stop;
    stop.request_stop();
    const auto report = verify(file, nullptr, {}, stop.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
}

void tst_Verification::jsonSaysWhatIsNotChecked()
{
    SignedSample sample;
    sample.sign(m_signer, "Company");
    const auto report = verified(sample.bytes());
    QVERIFY(report);
    const QJsonObject json = toJson(*report);
    QCOMPARE(json[u"verdict"_s].toString(), u"intact"_s);
    QCOMPARE(json[u"pageCount"_s].toInt(), 2);
    const QJsonObject signature = json[u"signatures"_s].toArray().at(0).toObject();
    QCOMPARE(signature[u"identity"_s].toString(), u"not-checked"_s);
    QCOMPARE(signature[u"time"_s].toString(), u"claimed"_s);
    QCOMPARE(signature[u"claimedTime"_s].toString(), u"2026-03-01T12:00:00Z"_s);
    QCOMPARE(signature[u"integrity"_s].toString(), u"intact"_s);
    QCOMPARE(signature[u"coverage"_s].toString(), u"whole-document"_s);
    QCOMPARE(signature[u"fields"_s].toArray().at(0).toString(), u"Company"_s);
    QCOMPARE(signature[u"reason"_s].toString(), u"sample reason"_s);
    QVERIFY(!signature.contains(u"problem"_s));
    const QJsonObject signer = signature[u"signer"_s].toObject();
    QCOMPARE(signer[u"name"_s].toString(), demonstration::sampleSupplier().name);
    QCOMPARE(signer[u"serialNumber"_s].toString(), report->signatures[0].signer->serialNumber());
    QCOMPARE(signer[u"issuer"_s].toString(), report->signatures[0].signer->issuer());
}

void tst_Verification::jsonHidesIdentityNumbers()
{
    SignatureReport signature;
    const QString number = u"11010519491231002X"_s; // the example of GB 11643-1999
    signature.reason = u"signed for "_s + number;
    Report report;
    report.signatures.push_back(signature);
    const QByteArray text = QJsonDocument(toJson(report)).toJson();
    QVERIFY(!text.contains(number.toLatin1()));
    QVERIFY(text.contains("signed for "));
}

QTEST_GUILESS_MAIN(tst_Verification)
#include "tst_Verification.moc"
