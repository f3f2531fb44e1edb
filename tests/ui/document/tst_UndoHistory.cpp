#include "tests/ui/document/DocumentFixture.h"

#include "ui/document/DocumentView.h"
#include "ui/document/ThumbnailList.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace bidseal;
using namespace bidseal::document;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSteps = 1000;
constexpr int kPages = 30;

/// Everything about a mark that undo has to give back.
struct Kept {
    MarkId id {};
    QString seal;
    pdf::Placement placement;
    QRectF part;
    const plan::Entry* entry = nullptr;
    friend bool operator==(const Kept&, const Kept&) = default;
};

std::vector<Kept> kept(const MarkList& list)
{
    std::vector<Kept> all;
    for (const PlacedMark& mark : list.marks())
        all.push_back({ mark.id, mark.placed.seal.id, mark.placed.placement, mark.placed.part, mark.entry.get() });
    return all;
}

/// Somebody who edits without aim, the same again for the same seed.
class Editor {
public:
    Editor(DocumentSession& session, quint32 seed)
        : m_session(session)
        , m_dice(seed)
    {
    }

    void step()
    {
        switch (below(16)) {
        case 0:
        case 1:
        case 2:
            (void)m_session.placeSeal(seal(), { below(kPages), somewhere(), seal().sizeMm, 0 });
            break;
        case 3:
            (void)m_session.placeInMiddle(seal(), below(kPages));
            break;
        case 4:
            placeByRule();
            break;
        case 5:
        case 6:
            change([this](pdf::Placement& placement) { placement.centreMm = somewhere(); });
            break;
        case 7:
            change([this](pdf::Placement& placement) { placement.page = below(kPages); });
            break;
        case 8:
            change([this](pdf::Placement& placement) { placement.sizeMm *= 0.8 + 0.05 * below(9); });
            break;
        case 9:
            change([this](pdf::Placement& placement) { placement.rotationDegrees = 15 * below(24); });
            break;
        case 10:
            if (const auto id = someMark())
                m_session.removeMark(*id);
            break;
        case 11:
            removeMany();
            break;
        case 12:
            if (const auto id = someMark(); id && m_session.marks().count() < 400)
                m_session.copyMarkToPages(*id, { below(kPages), below(kPages), below(kPages) });
            break;
        case 13:
            for (int times = below(6); times > 0; --times)
                m_session.undoStack().undo();
            break;
        case 14:
            for (int times = below(6); times > 0; --times)
                m_session.undoStack().redo();
            break;
        default:
            m_session.marks().select(someMark());
        }
    }

private:
    int below(int limit) { return m_dice.bounded(limit); }
    QPointF somewhere() { return { double(below(210)), double(below(297)) }; }

    seal::Seal seal()
    {
        return below(2) == 0 ? testing::squareSeal(40) : testing::squareSeal(20, u"名章"_s, seal::Kind::Personal);
    }

    std::optional<MarkId> someMark()
    {
        const auto& marks = m_session.marks().marks();
        if (marks.empty())
            return std::nullopt;
        return marks[static_cast<std::size_t>(below(m_session.marks().count()))].id;
    }

    void change(const std::function<void(pdf::Placement&)>& how)
    {
        const auto id = someMark();
        if (!id)
            return;
        pdf::Placement placement = m_session.marks().find(*id)->placed.placement;
        how(placement);
        m_session.changeMark(*id, placement, below(3) == 0 ? UndoStep::Continued : UndoStep::New);
    }

    /// Strips of a seam, as a plan gives them.
    void placeByRule()
    {
        const seal::Seal cut = seal();
        const int strips = 2 + below(12);
        std::vector<seal::PlacedSeal> marks;
        for (int strip = 0; strip < strips; ++strip) {
            const double width = 1.0 / strips;
            const QSizeF size(cut.sizeMm.width() * width, cut.sizeMm.height());
            marks.push_back(
                { cut, { strip, QPointF(210 - size.width() / 2, 148), size, 0 }, QRectF(strip * width, 0, width, 1) });
        }
        plan::AlongSeam rule;
        rule.offsetMm = below(50);
        m_session.placeByRule({ { cut.id, cut.name, cut.kind, {} }, rule }, marks);
    }

    void removeMany()
    {
        std::vector<MarkId> ids;
        for (int count = below(10); count > 0; --count) {
            if (const auto id = someMark())
                ids.push_back(*id);
        }
        m_session.removeMarks(ids); // in any order, perhaps one of them twice
    }

    DocumentSession& m_session;
    QRandomGenerator m_dice;
};

} // namespace

/// Whatever was done can be undone and done again, to the last mark.
class tst_UndoHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void givesEverythingBack_data();
    void givesEverythingBack();
    void keepsTheRuleOfAMarkThatIsMovedBack();
    void takesThousandsOfMarksInOneStep();
    void staysInStepWithWhatIsShown();

private:
    QTemporaryDir m_folder;
    QString m_document;
};

void tst_UndoHistory::initTestCase()
{
    m_document = m_folder.filePath(u"sample.pdf"_s);
    testing::writeManyPages(m_document, kPages);
}

void tst_UndoHistory::givesEverythingBack_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : { 1u, 7u, 42u, 2026u })
        QTest::addRow("seed %u", seed) << seed;
    const quint32 another = QRandomGenerator::global()->generate(); // tomorrow's; printed, so that it can be had again
    QTest::addRow("seed %u", another) << another;
}

void tst_UndoHistory::givesEverythingBack()
{
    QFETCH(quint32, seed);
    const auto session = testing::openSession(m_document);
    QVERIFY(session);
    QUndoStack& undo = session->undoStack();
    Editor editor(*session, seed);
    std::map<int, std::vector<Kept>> states { { 0, {} } }; // by the number of steps that are done
    for (int step = 0; step < kSteps; ++step) {
        editor.step();
        states.erase(states.upper_bound(undo.count()), states.end()); // of steps that can no longer be redone
        states[undo.index()] = kept(session->marks());
        for (const PlacedMark& mark : session->marks().marks())
            QCOMPARE(session->marks().find(mark.id), &mark);
    }
    const std::vector<Kept> end = kept(session->marks());
    const int last = undo.index();
    QVERIFY(last > 100);

    while (undo.canUndo()) {
        undo.undo();
        if (const auto known = states.find(undo.index()); known != states.end())
            QVERIFY2(kept(session->marks()) == known->second, qPrintable(u"undone to %1"_s.arg(undo.index())));
    }
    QVERIFY(session->marks().isEmpty());
    QVERIFY(!session->marks().selected());
    while (undo.index() < last) {
        undo.redo();
        if (const auto known = states.find(undo.index()); known != states.end())
            QVERIFY2(kept(session->marks()) == known->second, qPrintable(u"redone to %1"_s.arg(undo.index())));
    }
    QVERIFY(kept(session->marks()) == end);
}

void tst_UndoHistory::keepsTheRuleOfAMarkThatIsMovedBack()
{
    const auto session = testing::openSession(m_document);
    const seal::Seal seal = testing::squareSeal(20);
    const pdf::Placement first { 0, QPointF(50, 50), seal.sizeMm, 0 };
    session->placeByRule({ { seal.id, seal.name, seal.kind, {} }, plan::OnPages {} }, { { seal, first } });
    const MarkId id = session->marks().marks().front().id;
    pdf::Placement second = first;
    second.centreMm.rx() += 1;
    session->changeMark(id, second);
    session->changeMark(id, first, UndoStep::Continued); // there and back in one step
    QVERIFY(!session->marks().find(id)->entry);
    session->undoStack().undo();
    QVERIFY(session->marks().find(id)->entry);
}

void tst_UndoHistory::takesThousandsOfMarksInOneStep()
{
    constexpr int kMarks = 3000;
    const auto session = testing::openSession(m_document);
    DocumentView view;
    view.resize(900, 800);
    view.setSession(session.get());
    view.show();
    ThumbnailList thumbnails;
    thumbnails.setSession(session.get());
    thumbnails.resize(160, 800);
    thumbnails.show();
    const seal::Seal seal = testing::squareSeal(5);
    std::vector<seal::PlacedSeal> marks;
    for (int mark = 0; mark < kMarks; ++mark)
        marks.push_back({ seal, { mark % kPages, QPointF(5 + mark % 200, 5 + mark / 12.0), seal.sizeMm, 0 } });
    int changes = 0;
    connect(&session->marks(), &MarkList::changed, this, [&] { ++changes; });

    QElapsedTimer clock;
    const auto timed = [&](const char* what, const auto& act) {
        clock.start();
        act();
        qInfo("%s %d marks: %lld ms", what, kMarks, static_cast<long long>(clock.elapsed()));
    };
    timed("placing", [&] { session->placeByRule({ { seal.id, seal.name, seal.kind, {} }, plan::OnPages {} }, marks); });
    QCOMPARE(session->marks().count(), kMarks);
    const std::vector<Kept> all = kept(session->marks());
    timed("undoing", [&] { session->undoStack().undo(); });
    QVERIFY(session->marks().isEmpty());
    timed("redoing", [&] { session->undoStack().redo(); });
    QVERIFY(kept(session->marks()) == all);
    std::vector<MarkId> ids;
    for (const Kept& mark : all)
        ids.push_back(mark.id);
    std::reverse(ids.begin(), ids.end());
    ids.resize(kMarks - 1);
    timed("removing", [&] { session->removeMarks(ids); });
    QCOMPARE(session->marks().count(), 1);
    timed("bringing back", [&] { session->undoStack().undo(); });
    QVERIFY(kept(session->marks()) == all);
    QCOMPARE(changes, 5); // one for each step, whatever the number of marks
}

void tst_UndoHistory::staysInStepWithWhatIsShown()
{
    const auto session = testing::openSession(m_document);
    DocumentView view;
    view.resize(900, 800);
    view.setSession(session.get());
    view.show();
    Editor editor(*session, 5);
    for (int step = 0; step < 200; ++step) {
        editor.step();
        if (step % 20 == 0)
            view.goToPage(step / 20);
    }
    session->undoStack().setIndex(0);
    QTRY_VERIFY(session->images());
    QVERIFY(testing::findColour(view.viewport()->grab().toImage()).isEmpty());
}

QTEST_MAIN(tst_UndoHistory)
#include "tst_UndoHistory.moc"
