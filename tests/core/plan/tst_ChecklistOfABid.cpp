#include "core/pdf/Document.h"
#include "core/plan/Checklist.h"
#include "resources/demonstration/SampleBid.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace Qt::StringLiterals;
using plan::Fulfilment;
using seal::Kind;

/// The supplier's own checklist against a bid as bidders write it, from the empty file to the last seal.
class tst_ChecklistOfABid : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<pdf::Document> m_document;
    std::unique_ptr<text::KeywordSearch> m_search;
    plan::Checklist m_checklist = plan::ownChecklists(QLocale(QLocale::Chinese)).front();

    plan::Paper paper() const
    {
        return { m_document->pages(), {},
            [this](const QString& text, const std::vector<int>& pages) { return m_search->find(text, pages); } };
    }

    static seal::Seal sealOf(Kind kind)
    {
        QImage picture(20, 20, QImage::Format_ARGB32);
        picture.fill(Qt::red);
        const double mm = seal::sizeLimits(kind).usual;
        return { {}, seal::kindName(kind), kind, picture, { mm, mm } };
    }

    /// Ids of what is not done yet, and of what the document does not have at all.
    static std::pair<QStringList, QStringList> openPoints(const std::vector<plan::Checked>& checked)
    {
        QStringList missing, notThere;
        for (const auto& one : checked) {
            if (one.fulfilment != Fulfilment::Done)
                (one.textFound ? missing : notThere) += one.requirement->id;
        }
        return { missing, notThere };
    }

private Q_SLOTS:
    void initTestCase()
    {
        demonstration::SampleBid bid;
        bid.date = QDate(2026, 11, 26);
        const QString path = m_folder.filePath(u"投标文件.pdf"_s);
        QVERIFY(demonstration::writeSampleBid(bid, path));
        auto document = pdf::Document::open(path);
        QVERIFY(document);
        m_document = std::move(*document);
        auto search = text::KeywordSearch::open(path, m_document->pages());
        QVERIFY(search);
        m_search = std::move(*search);
    }

    void namesWhatIsMissingAndWhatTheBidDoesNotHave()
    {
        const auto checked = plan::check(m_checklist, {}, paper());
        QVERIFY(checked);
        const auto [missing, notThere] = openPoints(*checked);
        QCOMPARE(missing,
            QStringList({ u"bid-letter"_s, u"bid-letter-representative"_s, u"representative-certificate"_s,
                u"authorisation"_s, u"authorisation-representative"_s, u"seam"_s }));
        QCOMPARE(notThere, QStringList({ u"prices"_s, u"deviations"_s }));
    }

    void isDoneWhenItsSuggestionsAreFollowed()
    {
        std::vector<plan::StandingMark> marks;
        const auto checked = plan::check(m_checklist, marks, paper());
        QVERIFY(checked);
        for (const auto& one : *checked) {
            if (!one.textFound)
                continue;
            QVERIFY2(one.suggestion, qPrintable(one.requirement->id));
            const auto placed = plan::place(sealOf(one.requirement->kinds.front()), *one.suggestion, paper());
            QVERIFY2(placed, qPrintable(one.requirement->id));
            for (const auto& mark : placed->marks)
                marks.push_back({ mark.seal.kind, mark.placement, mark.isStrip() });
        }
        QCOMPARE(marks.size(), 5u + m_document->pages().size());
        // Each on its form, not in the table of contents on page 2.
        QList<int> pages;
        for (std::size_t i = 0; i < 5; ++i)
            pages += marks[i].placement.page + 1;
        QCOMPARE(pages, QList<int>({ 3, 3, 4, 5, 5 }));

        const auto again = plan::check(m_checklist, marks, paper());
        QVERIFY(again);
        QVERIFY(openPoints(*again).first.isEmpty());
    }
};

QTEST_MAIN(tst_ChecklistOfABid)
#include "tst_ChecklistOfABid.moc"
