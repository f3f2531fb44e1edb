#include "core/pdf/Document.h"
#include "tests/support/AccessibilityWalk.h"
#include "tests/support/SamplePdfs.h"
#include "ui/signing/MoreFiles.h"
#include "ui/signing/MoreFilesList.h"
#include "ui/style/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using signing::MoreFiles;
using signing::MoreFilesList;

namespace {

constexpr int kLong = 20000; // ms

seal::PlacedSeal sealOn(int page, QPointF centreMm = { 100, 100 })
{
    QImage picture(40, 40, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    return { { u"1"_s, u"样章"_s, seal::Kind::Company, picture, { 40, 40 } }, { page, centreMm, { 40, 40 } } };
}

} // namespace

class tst_MoreFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFileWithAllPagesIsReady();
    void aMissingPageIsNamed();
    void aSealOutsideThePageIsNamed();
    void aDamagedOrMissingFileSaysWhy();
    void theSameFileIsNotThereTwice();
    void outputsStandBesideTheirOriginalsAndDiffer();
    void otherMarksAreLookedAtAgain();
    void whatCannotBeSignedIsRemovedByOneButton();
    void isOperatedByKeyboard();
    void hundredsStayFluid();

private:
    QString write(const QString& name, const QByteArray& content);
    void waitUntilKnown() const;
    const MoreFiles::File& file(int row) const { return m_files->files().at(static_cast<std::size_t>(row)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MoreFiles> m_files;
};

void tst_MoreFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<MoreFiles>();
    m_files->setExample(write(u"投标函.pdf"_s, testing::samples::twoPages()), { sealOn(1) });
}

QString tst_MoreFiles::write(const QString& name, const QByteArray& content)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the sample");
    return file.fileName();
}

void tst_MoreFiles::waitUntilKnown() const
{
    QTRY_VERIFY_WITH_TIMEOUT(std::none_of(m_files->files().begin(), m_files->files().end(),
                                 [](const auto& file) { return file.state == MoreFiles::State::Checking; }),
        kLong);
}

void tst_MoreFiles::aFileWithAllPagesIsReady()
{
    QVERIFY(m_files->areAllReady()); // nothing to wait for
    m_files->add({ write(u"报价.pdf"_s, testing::samples::twoPages()) });
    QVERIFY(!m_files->areAllReady());
    waitUntilKnown();
    QVERIFY(m_files->areAllReady());
    QCOMPARE(file(0).pages, 2);
}

void tst_MoreFiles::aMissingPageIsNamed()
{
    m_files->add({ write(u"一页.pdf"_s, testing::samples::onePage({})) });
    waitUntilKnown();
    QCOMPARE(file(0).state, MoreFiles::State::Unfit);
    QCOMPARE(file(0).problem.code, ErrorCode::PageNotFound);
    QCOMPARE(file(0).problem.facts.page, 2);
    QVERIFY(m_files->index(0).data(MoreFiles::DetailRole).toString().contains(u'2'));
    QVERIFY(!m_files->areAllReady());
}

void tst_MoreFiles::aSealOutsideThePageIsNamed()
{
    m_files->setExample(m_folder->filePath(u"投标函.pdf"_s), { sealOn(0, { 180, 270 }) });
    m_files->add({ write(u"小页.pdf"_s, testing::samples::onePage(testing::samples::croppedTo({ 0, 0, 300, 300 }))) });
    waitUntilKnown();
    QCOMPARE(file(0).problem.code, ErrorCode::MarkOutsidePage);
}

void tst_MoreFiles::aDamagedOrMissingFileSaysWhy()
{
    m_files->add({ write(u"残缺.pdf"_s, testing::samples::truncated()), m_folder->filePath(u"没有.pdf"_s),
        write(u"信.pdf"_s, "This is a letter.\n") });
    waitUntilKnown();
    QCOMPARE(m_files->unfitCount(), 3);
    QCOMPARE(file(1).problem.code, ErrorCode::FileNotFound);
    QCOMPARE(file(2).problem.code, ErrorCode::NotAPdf);
    for (int row = 0; row < 3; ++row)
        QVERIFY(!m_files->index(row).data(MoreFiles::DetailRole).toString().isEmpty());
}

void tst_MoreFiles::theSameFileIsNotThereTwice()
{
    const auto path = write(u"报价.pdf"_s, testing::samples::twoPages());
    m_files->add({ path, path, m_folder->filePath(u"投标函.pdf"_s) });
    m_files->add({ path });
    QCOMPARE(m_files->rowCount(), 1);
}

void tst_MoreFiles::outputsStandBesideTheirOriginalsAndDiffer()
{
    m_files->add({ write(u"报价.pdf"_s, testing::samples::twoPages()),
        write(u"报价_已签章.pdf"_s, testing::samples::twoPages()) });
    waitUntilKnown();
    QVERIFY(file(0).output.startsWith(m_folder->path()));
    QVERIFY(file(0).output != file(1).output);
    QVERIFY(!QFile::exists(file(0).output) && !QFile::exists(file(1).output));
    m_files->remove({ 0 });
    m_files->add({ m_folder->filePath(u"报价.pdf"_s) });
    waitUntilKnown();
    QVERIFY(file(0).output != file(1).output);
}

void tst_MoreFiles::otherMarksAreLookedAtAgain()
{
    m_files->add({ write(u"报价.pdf"_s, testing::samples::twoPages()) });
    waitUntilKnown();
    m_files->setExample(m_folder->filePath(u"投标函.pdf"_s), { sealOn(2) });
    QCOMPARE(file(0).state, MoreFiles::State::Checking);
    waitUntilKnown();
    QCOMPARE(file(0).problem.code, ErrorCode::PageNotFound);
}

void tst_MoreFiles::whatCannotBeSignedIsRemovedByOneButton()
{
    MoreFilesList list(*m_files);
    list.resize(450, 400);
    list.show();
    QVERIFY(list.findChild<QPushButton*>(u"moreFiles"_s)->isVisible());
    m_files->add({ write(u"报价.pdf"_s, testing::samples::twoPages()), m_folder->filePath(u"没有.pdf"_s) });
    waitUntilKnown();
    auto* remove = list.findChild<QPushButton*>(u"removeUnfitFiles"_s);
    QVERIFY(remove->isVisible());
    QVERIFY(list.findChild<QLabel*>(u"moreFilesProblem"_s)->isVisible());
    remove->click();
    QCOMPARE(m_files->rowCount(), 1);
    QVERIFY(!remove->isVisible());
    QVERIFY(m_files->areAllReady());
    QCOMPARE(testing::unnamedControls(list), QStringList());
}

void tst_MoreFiles::isOperatedByKeyboard()
{
    MoreFilesList list(*m_files);
    list.resize(450, 400);
    list.show();
    list.activateWindow();
    for (int i = 0; i < 3; ++i)
        m_files->add({ write(u"附件%1.pdf"_s.arg(i), testing::samples::twoPages()) });
    auto* view = list.findChild<QListView*>(u"moreFilesList"_s);
    view->setFocus();
    QTRY_VERIFY(view->hasFocus());
    view->setCurrentIndex(m_files->index(1));
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(m_files->rowCount(), 2);
    QVERIFY(file(1).path.endsWith(u"附件2.pdf"_s));
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_Delete);
    QVERIFY(m_files->isEmpty());
    QTRY_VERIFY(list.findChild<QPushButton*>(u"moreFiles"_s)->hasFocus());
}

/// The GUI thread is never away for longer than a person notices.
void tst_MoreFiles::hundredsStayFluid()
{
    constexpr int kMany = 400;
    const auto content = testing::samples::twoPages();
    QStringList paths;
    for (int i = 0; i < kMany; ++i)
        paths << write(u"附件%1.pdf"_s.arg(i), content);
    MoreFilesList list(*m_files);
    list.resize(450, 400);
    list.show();
    QElapsedTimer sinceTick;
    qint64 longest = 0;
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceTick.restart()); });
    tick.start(0);
    sinceTick.start();
    m_files->add(paths);
    waitUntilKnown();
    QTest::qWait(20);
    QVERIFY(m_files->areAllReady());
    QVERIFY2(longest < 100, qPrintable(u"away for %1 ms"_s.arg(longest)));
}

QTEST_MAIN(tst_MoreFiles)
#include "tst_MoreFiles.moc"
