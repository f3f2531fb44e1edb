#include "core/verification/Verification.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"
#include "tests/support/SignedSample.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;
using namespace bidseal::verification;

/// Files that look signed and are not: universal signature forgery, incremental saving and signature wrapping (Mladenov
/// et al., "1 Trillion Dollar Refund", CCS 2019), and what else makes bytes look signed that are not.
class tst_SignatureAttacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void alteredBytesAreBroken_data();
    void alteredBytesAreBroken();

    void forgeryByMissingOrMalformedEntriesIsBroken_data();
    void forgeryByMissingOrMalformedEntriesIsBroken();
    void forgeryByIndirectContentsIsBroken();
    void forgeryByIndirectByteRangeIsNotIntact();
    void forgeryByDuplicateEntriesIsBroken_data();
    void forgeryByDuplicateEntriesIsBroken();

    void savingWithoutCrossReferencesIsNotIntact();
    void savingACopyOfTheSignatureIsBroken();
    void savingOverTheSignatureIsBroken();
    void savingBehindTheEndIsNotIntact_data();
    void savingBehindTheEndIsNotIntact();

    void wrappingByAWiderGapIsBroken();
    void wrappingByMovingTheSecondPartIsBroken();
    void wrappingInsideTheContentsIsBroken_data();
    void wrappingInsideTheContentsIsBroken();

    void honestSignatureOverPartOfTheFileIsBroken_data();
    void honestSignatureOverPartOfTheFileIsBroken();
    void transplantedSignatureIsBroken();
    void truncatedFileIsNotIntact();
    void noAlteredByteGoesUnseen();
    void alteredContentsNeverCrash();

private:
    /// Not intact in any way; broken if the document can be opened at all.
    void verifyIsBroken(const QByteArray& pdf);
    [[nodiscard]] Result<Report> verified(const QByteArray& pdf)
    {
        const QString file = m_folder.filePath(u"attack.pdf"_s);
        if (!writeFile(file, pdf))
            qFatal("cannot write the document");
        return verify(file);
    }
    [[nodiscard]] static QByteArray replaced(QByteArray bytes, qint64 begin, qint64 end, const QByteArray& by)
    {
        return bytes.replace(begin, end - begin, by);
    }
    /// The same number of bytes, so that no offset changes.
    [[nodiscard]] static QByteArray padded(QByteArray text, qint64 size)
    {
        return text.append(QByteArray(size - text.size(), ' '));
    }

    QTemporaryDir m_folder;
    SampleSigner m_signer;
    SignedSample m_sample;
    SignedSample::Place m_place;
};

void tst_SignatureAttacks::initTestCase()
{
    QVERIFY(m_signer.isReady());
    m_sample.sign(m_signer, "Company");
    m_place = m_sample.signatures().front();
    const auto honest = verified(m_sample.bytes());
    QVERIFY2(honest && honest->isIntact(), "the sample itself must be intact, or no attack proves anything");
}

void tst_SignatureAttacks::verifyIsBroken(const QByteArray& pdf)
{
    const auto report = verified(pdf);
    QVERIFY2(report, problemOf(report).constData());
    QVERIFY(!report->signatures.empty());
    QCOMPARE(report->verdict(), Verdict::Broken);
    for (const SignatureReport& signature : report->signatures) {
        if (signature.integrity == Integrity::Broken)
            QVERIFY(!signature.problem.isEmpty());
    }
}

void tst_SignatureAttacks::alteredBytesAreBroken_data()
{
    QTest::addColumn<QByteArray>("search");
    QTest::addColumn<QByteArray>("by");
    QTest::newRow("page's text") << QByteArray("sample page 1") << QByteArray("sample page 7");
    QTest::newRow("reason") << QByteArray("(sample reason)") << QByteArray("(another cause)");
    QTest::newRow("claimed time") << QByteArray("D:20260301") << QByteArray("D:20250301");
    QTest::newRow("trailer") << QByteArray("<2718281828") << QByteArray("<2718281827");
    QTest::newRow("field's name") << QByteArray("/T(Company)") << QByteArray("/T(Someone)");
}

void tst_SignatureAttacks::alteredBytesAreBroken()
{
    QFETCH(QByteArray, search);
    QFETCH(QByteArray, by);
    QByteArray pdf = m_sample.bytes();
    const qsizetype at = pdf.indexOf(search);
    QVERIFY(at > 0);
    verifyIsBroken(pdf.replace(at, by.size(), by));
}

void tst_SignatureAttacks::forgeryByMissingOrMalformedEntriesIsBroken_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value"); // in place of the right one; "-" removes the key as well
    for (const char* value : { "-", "null", "[]", "<>", "0", "()", "true", "/Name" }) {
        QTest::addRow("ByteRange %s", value) << QByteArray("/ByteRange") << QByteArray(value);
        QTest::addRow("Contents %s", value) << QByteArray("/Contents") << QByteArray(value);
    }
    for (const char* value : { "[0 0 0 0]", "[0 1 2]", "[0 1 2 3 4]", "[-1 -1 -1 -1]", "[0 10 5 20]", "[0 10 20 -1]",
             "[0 99999999999999999999 1 1]", "[0 9223372036854775807 9223372036854775807 9223372036854775807]",
             "[/A /B /C /D]", "[(0)(1)(2)(3)]", "[0 10 20 null]", "[1 10 20 30]" })
        QTest::addRow("ByteRange %s", value) << QByteArray("/ByteRange") << QByteArray(value);
    QTest::newRow("Contents zeros") << QByteArray("/Contents") << "<" + QByteArray(200, '0') + ">";
    QTest::newRow("Contents text") << QByteArray("/Contents") << QByteArray("(signed)");
    QTest::newRow("Contents garbage") << QByteArray("/Contents") << QByteArray("<3003020101>");
}

void tst_SignatureAttacks::forgeryByMissingOrMalformedEntriesIsBroken()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    value.prepend(' '); // "/Contentsnull" would be another key
    const bool isContents = key == "/Contents";
    const qint64 begin = isContents ? m_place.contentsBegin : m_place.byteRangeBegin;
    const qint64 end = isContents ? m_place.contentsEnd : m_place.byteRangeEnd;
    if (value == " -")
        verifyIsBroken(replaced(m_sample.bytes(), begin - key.size(), end, padded({}, end - begin + key.size())));
    else if (value.size() <= end - begin)
        verifyIsBroken(replaced(m_sample.bytes(), begin, end, padded(value, end - begin)));
    else // /ByteRange is followed by room
        verifyIsBroken(replaced(m_sample.bytes(), begin, begin + value.size(), value));
}

void tst_SignatureAttacks::forgeryByIndirectContentsIsBroken()
{
    const QByteArray contents
        = m_sample.bytes().mid(m_place.contentsBegin, m_place.contentsEnd - m_place.contentsBegin);
    QByteArray dictionary = m_sample.dictionaryText(m_place);
    SignedSample sample = m_sample;
    const int elsewhere = sample.nextNumber();
    dictionary.replace(contents, " " + QByteArray::number(elsewhere) + " 0 R");
    sample.update({ { elsewhere, contents }, { m_place.dictionary, dictionary } });
    verifyIsBroken(sample.bytes());
}

void tst_SignatureAttacks::forgeryByIndirectByteRangeIsNotIntact()
{
    const QByteArray byteRange
        = m_sample.bytes().mid(m_place.byteRangeBegin, m_place.byteRangeEnd - m_place.byteRangeBegin);
    QByteArray dictionary = m_sample.dictionaryText(m_place);
    SignedSample sample = m_sample;
    const int elsewhere = sample.nextNumber();
    dictionary.replace(byteRange, " " + QByteArray::number(elsewhere) + " 0 R");
    sample.update({ { elsewhere, byteRange }, { m_place.dictionary, dictionary } });
    verifyIsBroken(sample.bytes());
}

void tst_SignatureAttacks::forgeryByDuplicateEntriesIsBroken_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("ByteRange") << QByteArray("/ByteRange[0 10 20 30]");
    QTest::newRow("Contents") << QByteArray("/Contents<30>");
    QTest::newRow("escaped ByteRange") << QByteArray("/Byte#52ange[0 10 20 30]");
    QTest::newRow("SubFilter") << QByteArray("/SubFilter/adbe.x509.rsa_sha1");
}

void tst_SignatureAttacks::forgeryByDuplicateEntriesIsBroken()
{
    // Signed honestly with a key that stands twice: readers would disagree about which one counts.
    QFETCH(QByteArray, entry);
    SignedSample sample;
    SignatureShape shape;
    shape.moreEntries = entry;
    sample.sign(m_signer, "Company", shape);
    verifyIsBroken(sample.bytes());
}

void tst_SignatureAttacks::savingWithoutCrossReferencesIsNotIntact()
{
    QByteArray pdf = m_sample.bytes();
    pdf += "4 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n";
    const auto report = verified(pdf);
    QVERIFY(!report || !report->isIntact());
}

void tst_SignatureAttacks::savingACopyOfTheSignatureIsBroken()
{
    SignedSample sample = m_sample;
    const int copy = sample.nextNumber();
    sample.update({ { copy, m_sample.dictionaryText(m_place) },
        { m_place.dictionary + 1,
            "<</Type/Annot/Subtype/Widget/FT/Sig/F 132/Rect[0 0 0 0]/T(Company)/V " + QByteArray::number(copy)
                + " 0 R>>" } });
    verifyIsBroken(sample.bytes());
}

void tst_SignatureAttacks::savingOverTheSignatureIsBroken()
{
    SignedSample sample = m_sample;
    sample.update({ { m_place.dictionary, m_sample.dictionaryText(m_place) } });
    verifyIsBroken(sample.bytes());
}

void tst_SignatureAttacks::savingBehindTheEndIsNotIntact_data()
{
    QTest::addColumn<QByteArray>("appended");
    QTest::newRow("an end of line") << QByteArray("\n");
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("a comment") << QByteArray("% sample\n");
    QTest::newRow("a second end") << QByteArray("%%EOF\n");
}

void tst_SignatureAttacks::savingBehindTheEndIsNotIntact()
{
    QFETCH(QByteArray, appended);
    const auto report = verified(m_sample.bytes() + appended);
    QVERIFY(!report || report->verdict() == Verdict::ContinuedAfterSigning || report->verdict() == Verdict::Broken);
}

void tst_SignatureAttacks::wrappingByAWiderGapIsBroken()
{
    // The end of the gap lies behind the dictionary's next bytes: they could be anything.
    const QByteArray byteRange = "[0 " + QByteArray::number(m_place.contentsBegin) + " "
        + QByteArray::number(m_place.contentsEnd + 2) + " " + QByteArray::number(m_place.end - m_place.contentsEnd - 2)
        + "]";
    verifyIsBroken(
        replaced(m_sample.bytes(), m_place.byteRangeBegin, m_place.byteRangeBegin + byteRange.size(), byteRange));
}

void tst_SignatureAttacks::wrappingByMovingTheSecondPartIsBroken()
{
    // The signed second part is moved to the end, where /ByteRange of an unsigned copy of the dictionary finds it; what
    // is between is the attacker's. The digest is the signed one.
    const QByteArray signedTail = m_sample.bytes().mid(m_place.contentsEnd);
    SignedSample sample = m_sample;
    sample.changeFirstPage();
    const QByteArray byteRange
        = m_sample.bytes().mid(m_place.byteRangeBegin, m_place.byteRangeEnd - m_place.byteRangeBegin);
    QByteArray dictionary = m_sample.dictionaryText(m_place);
    const QByteArray room(60, ' ');
    dictionary.replace(byteRange, room);
    sample.update({ { m_place.dictionary, dictionary } });
    QByteArray pdf = sample.bytes();
    const qint64 tail = pdf.size();
    pdf += signedTail;
    const QByteArray moved = padded("[0 " + QByteArray::number(m_place.contentsBegin) + " " + QByteArray::number(tail)
            + " " + QByteArray::number(signedTail.size()) + "]",
        room.size());
    pdf.replace(pdf.lastIndexOf("/ByteRange" + room) + 10, room.size(), moved);
    // The end of the file must lead to the attacker's cross-references, not to the signed ones.
    pdf += sample.bytes().mid(sample.bytes().lastIndexOf("startxref"));
    verifyIsBroken(pdf);
}

void tst_SignatureAttacks::wrappingInsideTheContentsIsBroken_data()
{
    QTest::addColumn<int>("fromEnd");
    QTest::addColumn<QByteArray>("by");
    QTest::newRow("bytes behind the CMS") << 20 << QByteArray("414243");
    QTest::newRow("white space") << 20 << QByteArray("  \n");
    QTest::newRow("an early end") << 20 << QByteArray("> /X <");
    QTest::newRow("a comment") << 30 << QByteArray("%\n");
    QTest::newRow("other characters") << 20 << QByteArray("zz");
}

void tst_SignatureAttacks::wrappingInsideTheContentsIsBroken()
{
    QFETCH(int, fromEnd);
    QFETCH(QByteArray, by);
    const qint64 at = m_place.contentsEnd - fromEnd;
    const auto report = verified(replaced(m_sample.bytes(), at, at + by.size(), by));
    QVERIFY(!report || report->verdict() == Verdict::Broken);
}

void tst_SignatureAttacks::honestSignatureOverPartOfTheFileIsBroken_data()
{
    QTest::addColumn<qint64>("beginsAt");
    QTest::addColumn<qint64>("endsEarlier");
    QTest::newRow("not from the first byte") << qint64(9) << qint64(0);
    QTest::newRow("not to the end of the revision") << qint64(0) << qint64(20);
    QTest::newRow("not the last line's end") << qint64(0) << qint64(5);
}

void tst_SignatureAttacks::honestSignatureOverPartOfTheFileIsBroken()
{
    QFETCH(qint64, beginsAt);
    QFETCH(qint64, endsEarlier);
    SignedSample sample;
    SignatureShape shape;
    shape.beginsAt = beginsAt;
    shape.endsEarlier = endsEarlier;
    sample.sign(m_signer, "Company", shape);
    verifyIsBroken(sample.bytes());
}

void tst_SignatureAttacks::transplantedSignatureIsBroken()
{
    SignedSample other;
    other.changeFirstPage();
    other.sign(m_signer, "Company");
    const SignedSample::Place place = other.signatures().front();
    const QByteArray contents = other.bytes().mid(place.contentsBegin, place.contentsEnd - place.contentsBegin);
    verifyIsBroken(replaced(m_sample.bytes(), m_place.contentsBegin, m_place.contentsEnd, contents));
}

void tst_SignatureAttacks::truncatedFileIsNotIntact()
{
    for (const qint64 missing : { qint64(1), qint64(10), qint64(200), m_place.end / 2 }) {
        const auto report = verified(m_sample.bytes().left(m_place.end - missing));
        QVERIFY(!report || report->verdict() != Verdict::Intact);
    }
}

void tst_SignatureAttacks::noAlteredByteGoesUnseen()
{
    QByteArray pdf = m_sample.bytes();
    for (qint64 at = 0; at < pdf.size(); ++at) {
        if (at == m_place.contentsBegin)
            at = m_place.contentsEnd;
        pdf[at] = char(pdf.at(at) ^ 1);
        const auto report = verified(pdf);
        QVERIFY2(!report || !report->isIntact(), qPrintable(u"the byte at %1"_s.arg(at)));
        pdf[at] = char(pdf.at(at) ^ 1);
    }
}

void tst_SignatureAttacks::alteredContentsNeverCrash()
{
    // Not everything in a CMS is signed. What must never happen is that nonsense is believed, or brings us down.
    QRandomGenerator random(20261121);
    const QByteArray original = m_sample.bytes();
    for (int i = 0; i < 1000; ++i) {
        QByteArray pdf = original;
        for (int altered = random.bounded(1, 4); altered > 0; --altered) {
            const qint64 digit = m_place.contentsBegin + 1 + random.bounded(3200);
            pdf[digit] = "0123456789abcdef"[random.bounded(16)];
        }
        const auto report = verified(pdf);
        QVERIFY(report);
        QCOMPARE(report->signatures.size(), 1U);
        if (report->isIntact())
            QVERIFY(report->signatures[0].signer.has_value());
    }
}

QTEST_GUILESS_MAIN(tst_SignatureAttacks)
#include "tst_SignatureAttacks.moc"
