#include "core/plan/Checklist.h"
#include "tests/support/AccessibilityWalk.h"
#include "tests/support/ForeignTools.h"
#include "tests/ui/plan/PlanFixture.h"
#include "ui/plan/ChecklistPanel.h"
#include "ui/style/Notice.h"
#include "ui/style/Theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace bidseal;
using namespace bidseal::plan;
using namespace Qt::StringLiterals;
using testing::at;
using testing::squareSeal;

namespace {

constexpr char kChecklist[] = R"({
    "version": 1, "id": "test", "title": "测试检查单", "note": "以招标文件的要求为准。",
    "requirements": [
        { "id": "letter", "title": "投标函：公章", "kinds": ["company"], "near": "投标函",
          "suggestion": { "atKeyword": { "text": "投标函", "nth": 1 } } },
        { "id": "representative", "title": "授权书：法定代表人", "kinds": ["handwriting", "legal-representative"],
          "near": "授权委托书", "suggestion": { "atKeyword": { "text": "授权委托书", "nth": 1 } } },
        { "id": "nowhere", "title": "偏离表：公章", "kinds": ["company"], "near": "技术偏离表",
          "suggestion": { "atKeyword": { "text": "技术偏离表", "nth": 1 } } },
        { "id": "seam", "title": "骑缝章", "kinds": ["company"], "seam": true,
          "suggestion": { "alongSeam": { "edge": "right" } } }
    ] })";

} // namespace

/// The panel over a real document with real text.
class tst_ChecklistPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void asksForNothingWithoutAChecklist();
    void offersTheProgramsOwn();
    void saysWhatIsMissingAndWhere();
    void followsTheMarks();
    void goesToThePage();
    void asksToPlaceWhatIsMissing();
    void isNotReadyWhileItIsNotKnown();
    void remembersTheChoiceOfADocument();
    void saysWhyAChecklistCannotBeRead();
    void forgetsTheDocumentThatWasOpenBefore();
    void everyControlHasAName();
    void looksAsItShould();

private:
    template <class Part> Part* part(const char* name) const
    {
        return m_panel->findChild<Part*>(QString::fromLatin1(name));
    }
    QWidget* row(int index) const { return m_panel->findChildren<QWidget*>(u"requirementRow"_s).value(index); }
    QString word(int index) const { return row(index)->findChild<QLabel*>(u"requirementWord"_s)->text(); }
    QPushButton* place(int index) const { return row(index)->findChild<QPushButton*>(u"requirementPlace"_s); }
    QString summary() const { return part<QLabel>("checklistSummary")->text(); }
    void openChecklist();

    QTemporaryDir m_folder;
    QString m_document, m_checklist;
    std::unique_ptr<document::DocumentSession> m_session;
    std::unique_ptr<ChecklistPanel> m_panel;
};

void tst_ChecklistPanel::initTestCase()
{
    testing::startAsAnotherUser(m_folder.path());
    m_document = m_folder.filePath(u"投标文件.pdf"_s);
    testing::writePages(m_document, { u"封面"_s, u"投标函"_s, u"授权委托书"_s, u"报价"_s });
    m_checklist = m_folder.filePath(u"检查单.json"_s);
    QVERIFY(testing::writeFile(m_checklist, kChecklist));
}

void tst_ChecklistPanel::init()
{
    QSettings().clear();
    m_session = testing::openSession(m_document);
    QVERIFY(m_session);
    m_panel = std::make_unique<ChecklistPanel>();
    m_panel->resize(300, 560);
    m_panel->setSession(m_session.get());
    m_panel->show();
}

void tst_ChecklistPanel::cleanup()
{
    m_panel.reset();
    m_session.reset();
}

void tst_ChecklistPanel::openChecklist()
{
    m_panel->openChecklist(m_checklist);
    QTRY_VERIFY2(summary().contains(u" of 4 "_s), qPrintable(summary()));
}

void tst_ChecklistPanel::asksForNothingWithoutAChecklist()
{
    QVERIFY(m_panel->isReady());
    QVERIFY(summary().contains(u"Choose a checklist"_s));
    QVERIFY(!row(0));
    m_panel->setSession(nullptr);
    QVERIFY(m_panel->isReady());
    QVERIFY(!part<QComboBox>("checklistBox")->isEnabled());
}

void tst_ChecklistPanel::offersTheProgramsOwn()
{
    auto* const box = part<QComboBox>("checklistBox");
    const auto own = ownChecklists(m_panel->locale());
    QVERIFY(!own.empty());
    QCOMPARE(box->count(), 1 + static_cast<int>(own.size()));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QTRY_VERIFY2(summary().contains(u"still missing"_s), qPrintable(summary()));
    QCOMPARE(m_panel->findChildren<QWidget*>(u"requirementRow"_s).size(), qsizetype(own[0].requirements.size()));
    QVERIFY(!m_panel->isReady());
}

void tst_ChecklistPanel::saysWhatIsMissingAndWhere()
{
    QSignalSpy readiness(m_panel.get(), &ChecklistPanel::readinessChanged);
    openChecklist();
    QCOMPARE(summary(), u"4 of 4 still missing"_s);
    QCOMPARE(word(0), u"Missing: page 2"_s);
    QCOMPARE(word(1), u"Missing: page 3"_s);
    QCOMPARE(word(2), u"Missing: “技术偏离表” does not occur in the file"_s);
    QVERIFY(word(3).startsWith(u"Missing"_s));
    QVERIFY(!place(2)->isVisible()); // nowhere to place it
    QVERIFY(place(3)->isVisible());
    QCOMPARE(readiness.last().at(0).toBool(), false);
    QCOMPARE(readiness.last().at(1).toStringList().size(), 4);
    QCOMPARE(row(0)->accessibleName(), u"投标函：公章: Missing: page 2"_s);
    const auto colourOf = [](const QWidget* label) { return label->palette().color(label->foregroundRole()); };
    QCOMPARE(colourOf(row(0)->findChild<QLabel*>(u"requirementWord"_s)), style::colours().bad.text);
    QCOMPARE(colourOf(row(0)->findChild<QLabel*>(u"requirementTitle"_s)), style::colours().text);
}

void tst_ChecklistPanel::followsTheMarks()
{
    openChecklist();
    m_session->placeSeal(squareSeal(40), at(1, 60, 60));
    QTRY_COMPARE(word(0), u"Done: page 2"_s);
    QCOMPARE(summary(), u"3 of 4 still missing"_s);
    testing::placeByRule(*m_session, squareSeal(40), AlongSeam {});
    m_session->placeSeal(squareSeal(20, u"法人"_s, seal::Kind::LegalRepresentative), at(2, 60, 60, 20));
    QTRY_COMPARE(summary(), u"1 of 4 still missing"_s);
    QCOMPARE(m_panel->missingTitles(), QStringList(u"偏离表：公章"_s));
    m_session->undoStack().undo();
    QTRY_COMPARE(summary(), u"2 of 4 still missing"_s);
}

void tst_ChecklistPanel::goesToThePage()
{
    openChecklist();
    QSignalSpy requested(m_panel.get(), &ChecklistPanel::pageRequested);
    row(1)->setFocus();
    QTest::keyClick(row(1), Qt::Key_Space);
    QCOMPARE(requested.last().front().toInt(), 2);
    QTest::mouseClick(row(0), Qt::LeftButton, {}, QPoint(60, 12));
    QCOMPARE(requested.last().front().toInt(), 1);
    QTest::keyClick(row(2), Qt::Key_Return); // has no page
    QCOMPARE(requested.count(), 2);
    for (const int page : { 0, 1, 2, 3, 0 }) {
        QTest::keyClick(row(3), Qt::Key_Return);
        QCOMPARE(requested.last().front().toInt(), page);
    }
}

void tst_ChecklistPanel::asksToPlaceWhatIsMissing()
{
    m_panel->setSealSource([] {
        return std::vector { squareSeal(20, u"法人"_s, seal::Kind::LegalRepresentative), squareSeal(40) };
    });
    openChecklist();
    QSignalSpy requested(m_panel.get(), &ChecklistPanel::placeRequested);
    place(1)->setFocus();
    QTest::keyClick(place(1), Qt::Key_Space);
    QCOMPARE(requested.count(), 1);
    const auto entry = requested.front().front().value<Entry>();
    QCOMPARE(entry.seal.kind, seal::Kind::LegalRepresentative); // a handwritten one is not at hand
    QCOMPARE(std::get<AtKeyword>(entry.rule).text, u"授权委托书"_s);
    place(3)->click();
    QVERIFY(std::holds_alternative<AlongSeam>(requested.last().front().value<Entry>().rule));
}

void tst_ChecklistPanel::isNotReadyWhileItIsNotKnown()
{
    QSignalSpy readiness(m_panel.get(), &ChecklistPanel::readinessChanged);
    auto* const box = part<QComboBox>("checklistBox");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(readiness.count(), 1); // before the document was read
    QCOMPARE(readiness.front().at(0).toBool(), false);
    QVERIFY(readiness.front().at(1).toStringList().isEmpty());
    QTest::keyClick(box, Qt::Key_Up);
    QVERIFY(m_panel->isReady());
    QTest::qWait(300); // what was under way says nothing any more
    QVERIFY(m_panel->isReady());
    QVERIFY(!row(0));
}

void tst_ChecklistPanel::remembersTheChoiceOfADocument()
{
    openChecklist();
    m_panel = std::make_unique<ChecklistPanel>();
    m_panel->setSession(m_session.get());
    QTRY_COMPARE(summary(), u"4 of 4 still missing"_s);
    QCOMPARE(part<QComboBox>("checklistBox")->currentText(), u"测试检查单"_s);
    QVERIFY(!QSettings().value(u"checklists"_s).toStringList().join(u' ').contains(m_document));

    const QString other = m_folder.filePath(u"other.pdf"_s);
    QFile::copy(m_document, other);
    const auto session = testing::openSession(other);
    m_panel->setSession(session.get());
    QCOMPARE(part<QComboBox>("checklistBox")->currentIndex(), 0);
    m_panel->setSession(nullptr);
}

void tst_ChecklistPanel::saysWhyAChecklistCannotBeRead()
{
    const QString path = m_folder.filePath(u"broken.json"_s);
    QVERIFY(testing::writeFile(path, "{ \"version\": 1, \"requirements\": 7 }"));
    m_panel->openChecklist(path);
    auto* const notice = part<style::Notice>("checklistNotice");
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->text().smallPrint.contains(errorCodeName(ErrorCode::ChecklistInvalid)));
    QVERIFY(m_panel->isReady());
}

void tst_ChecklistPanel::forgetsTheDocumentThatWasOpenBefore()
{
    openChecklist();
    const QString other = m_folder.filePath(u"other.pdf"_s);
    QFile::copy(m_document, other);
    auto session = testing::openSession(other);
    m_session->placeSeal(squareSeal(40), at(1, 60, 60)); // a check is about to begin
    m_panel->setSession(session.get());
    m_session.reset();
    QTest::qWait(300);
    QVERIFY(m_panel->isReady());
    QVERIFY(!row(0));
    m_panel->setSession(nullptr);
}

void tst_ChecklistPanel::everyControlHasAName()
{
    openChecklist();
    QCOMPARE(testing::unnamedControls(*m_panel), QStringList());
}

void tst_ChecklistPanel::looksAsItShould()
{
    testing::keepPicture(*m_panel, u"checklist-none"_s);
    openChecklist();
    m_session->placeSeal(squareSeal(40), at(1, 60, 60));
    QTRY_COMPARE(word(0), u"Done: page 2"_s);
    testing::keepPicture(*m_panel, u"checklist"_s);
}

QTEST_MAIN(tst_ChecklistPanel)
#include "tst_ChecklistPanel.moc"
