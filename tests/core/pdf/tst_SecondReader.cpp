#include "core/pdf/SecondReader.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/Problem.h"
#include "tests/support/SamplePdfs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::testing;

class tst_SecondReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensSoundDocuments_data();
    void opensSoundDocuments();
    void opensEncryptedDocumentsWithTheirPassword_data();
    void opensEncryptedDocumentsWithTheirPassword();
    void refusesWhatOnlyARepairCouldOpen_data();
    void refusesWhatOnlyARepairCouldOpen();
    void opensNamesInChinese();
    void readsNoPictures();
    void writesNothingToTheStandardStreams();

private:
    QString written(const QByteArray& pdf, const QString& name = u"document.pdf"_s)
    {
        const QString file = m_folder.filePath(name);
        return writeFile(file, pdf) ? file : QString();
    }

    QTemporaryDir m_folder;
};

void tst_SecondReader::opensSoundDocuments_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::newRow("table") << samples::twoPages();
    QTest::newRow("streams") << samples::twoPages(Layout::Streams);
    QTest::newRow("hybrid") << samples::twoPages(Layout::Hybrid);
    QTest::newRow("PDF 2.0") << samples::twoPages(Layout::Table, "2.0");
    QTest::newRow("wide object headers") << samples::twoPages(Layout::Table, "1.7", { .wideObjectHeaders = true });
    QTest::newRow("no final end of line") << samples::twoPages(Layout::Table, "1.7", { .noFinalEndOfLine = true });
    QTest::newRow("form") << samples::emptySignatureField("Company");
    QTest::newRow("inherited rotation") << samples::onePage(samples::rotatedBy(90, RotationKey::Inherited));
}

void tst_SecondReader::opensSoundDocuments()
{
    QFETCH(QByteArray, pdf);
    const Status checked = pdf::checkWithSecondReader(written(pdf), nullptr);
    QVERIFY2(checked, problemOf(checked).constData());
}

void tst_SecondReader::opensEncryptedDocumentsWithTheirPassword_data()
{
    QTest::addColumn<QStringList>("bits");
    QTest::newRow("RC4-128") << QStringList { u"128"_s };
    QTest::newRow("AES-128") << QStringList { u"128"_s, u"--use-aes=y"_s };
    QTest::newRow("AES-256") << QStringList { u"256"_s };
}

void tst_SecondReader::opensEncryptedDocumentsWithTheirPassword()
{
    QFETCH(QStringList, bits);
    const QString source = written(samples::twoPages());
    const QString encrypted = m_folder.filePath(u"encrypted.pdf"_s);
    // Typed in UTF-8 here; the qpdf program turns it into PDFDocEncoding where the revision asks for that.
    const QString password = u"Geheimnisträger"_s;
    QVERIFY(qpdfConverts(source,
        QStringList { u"--allow-weak-crypto"_s, u"--encrypt"_s, password, u"owner"_s } + bits + QStringList { u"--"_s },
        encrypted));

    const Secret right = Secret::fromUtf8(password.toUtf8().toStdString());
    const Status checked = pdf::checkWithSecondReader(encrypted, &right);
    QVERIFY2(checked, problemOf(checked).constData());

    const Secret wrong = Secret::fromUtf8("another");
    for (const Secret* password : { &wrong, static_cast<const Secret*>(nullptr) }) {
        const Status refused = pdf::checkWithSecondReader(encrypted, password);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DocumentRefusedBySecondReader);
        QVERIFY2(refused.error().detail.contains(u"password"_s), qPrintable(refused.error().detail));
    }
}

void tst_SecondReader::refusesWhatOnlyARepairCouldOpen_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::newRow("truncated") << samples::truncated();
    QTest::newRow("startxref points elsewhere") << samples::wrongStartOfCrossReferences();
    QTest::newRow("cyclic page tree") << samples::cyclicPageTree();
    QTest::newRow("page tree 20 000 deep") << samples::deepPageTree(20'000);
    QTest::newRow("dictionaries 20 000 deep") << samples::deepDictionaries(20'000);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not a PDF") << QByteArray("sample text\n").repeated(200);
}

void tst_SecondReader::refusesWhatOnlyARepairCouldOpen()
{
    QFETCH(QByteArray, pdf);
    const Status refused = pdf::checkWithSecondReader(written(pdf), nullptr);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DocumentRefusedBySecondReader);
    QVERIFY(refused.error().detail.startsWith(u"libqpdf: "_s));
}

void tst_SecondReader::opensNamesInChinese()
{
    const Status checked = pdf::checkWithSecondReader(written(samples::twoPages(), u"投标文件（样章）.pdf"_s), nullptr);
    QVERIFY2(checked, problemOf(checked).constData());
}

void tst_SecondReader::readsNoPictures()
{
    // A picture that is no picture at all: whoever read it would have to complain.
    QByteArray pdf = samples::sharedPictures(3, 50'000);
    const qsizetype picture = pdf.indexOf("stream\n", pdf.indexOf("/Subtype/Image")) + 7;
    pdf.replace(picture, 5, "endst");
    const QString file = written(pdf);
    QVERIFY(pdf::checkWithSecondReader(file, nullptr));
}

void tst_SecondReader::writesNothingToTheStandardStreams()
{
    // A page without /Type makes libqpdf's own walk warn, a wrong cross-reference makes it complain.
    QByteArray untyped = samples::twoPages();
    untyped.replace("/Type/Page/", "/Tipe/Page/");
    written(untyped, u"untyped.pdf"_s);
    written(samples::wrongStartOfCrossReferences(), u"wrong.pdf"_s);
    const ToolRun run = runProgram(QCoreApplication::applicationFilePath(),
        { u"--check-quietly"_s, m_folder.filePath(u"untyped.pdf"_s), m_folder.filePath(u"wrong.pdf"_s) });
    QCOMPARE(run.output, QString());
    QCOMPARE(run.exitCode, 1); // exactly one of the two was refused
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--check-quietly"_L1) {
        QLoggingCategory::setFilterRules(u"*=false"_s);
        int refused = 0;
        for (const QString& file : arguments.mid(2))
            refused += pdf::checkWithSecondReader(file, nullptr) ? 0 : 1;
        return refused;
    }
    tst_SecondReader test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_SecondReader.moc"
