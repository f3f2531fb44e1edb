#include "ui/placing/PagePreview.h"

#include "ui/document/MarkPainter.h"
#include "ui/document/PageSource.h"
#include "ui/placing/PreviewSteps.h"
#include "ui/style/Theme.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace bidseal::placing {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kRoom(260, 330);

QRectF fitted(QSizeF sizeMm, const QRectF& room)
{
    QRectF place(QPointF(), sizeMm.scaled(room.size(), Qt::KeepAspectRatio));
    place.moveCenter(room.center());
    return place;
}

} // namespace

/// The page itself. Its picture is drawn by the document's own worker; until it comes the paper is empty.
class PagePreview::Page : public QWidget {
public:
    Page(document::DocumentSession& session, QWidget* parent)
        : QWidget(parent)
        , m_session(&session)
    {
        setAccessibleName(PagePreview::tr("Preview"));
        setMinimumSize(kRoom);
        connect(&m_pictures, &seal::SealPictures::ready, this, qOverload<>(&QWidget::update));
    }

    /// -1 for none.
    void showPage(int page, std::vector<seal::PlacedSeal> marks, int current)
    {
        m_marks = std::move(marks);
        m_currentMark = current;
        if (page != m_page) {
            m_page = page;
            m_picture = {};
            askForPicture();
        }
        update();
    }

protected:
    void resizeEvent(QResizeEvent*) override { askForPicture(); }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        if (m_page < 0 || !m_session) {
            painter.setPen(QPen(style::colours().edge, 1, Qt::DashLine));
            painter.drawRoundedRect(fitted(QSizeF(210, 297), room()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
            return;
        }
        const QSizeF sizeMm = m_session->page(m_page).visibleSizeMm();
        const QRectF paper = fitted(sizeMm, room()).toAlignedRect();
        painter.fillRect(paper, Qt::white);
        if (!m_picture.isNull())
            painter.drawImage(paper, m_picture);
        painter.setPen(style::colours().controlEdge);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5));
        painter.translate(paper.topLeft());
        painter.scale(paper.width() / sizeMm.width(), paper.height() / sizeMm.height());
        for (const document::PlacedMark& mark : m_session->marks().onPage(m_page))
            document::paintOnPage(painter, m_pictures, mark.placed);
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            document::paintOnPage(painter, m_pictures, m_marks[i]);
            if (static_cast<int>(i) == m_currentMark)
                paintFrame(painter, m_marks[i].placement);
        }
    }

private:
    [[nodiscard]] QRectF room() const { return QRectF(rect()).adjusted(1, 1, -1, -1); }

    static void paintFrame(QPainter& painter, const pdf::Placement& placement)
    {
        QPen pen(style::colours(style::Appearance::Light).accent, 1.5); // on white paper
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(placement.boundsMm());
    }

    void askForPicture()
    {
        if (m_page < 0 || !m_session || !m_session->worker())
            return;
        const QSizeF size = fitted(m_session->page(m_page).visibleSizeMm(), room()).size() * devicePixelRatioF();
        m_session->worker()->run(
            document::PageWorker::Priority::Soon, this,
            [page = m_page, size = size.toSize()](
                document::PageSource& source) { return std::pair(page, source.render(page, size)); },
            [this](const std::pair<int, QImage>& drawn) {
                if (drawn.first != m_page)
                    return;
                m_picture = drawn.second;
                update();
            });
    }

    QPointer<document::DocumentSession> m_session;
    mutable seal::SealPictures m_pictures;
    std::vector<seal::PlacedSeal> m_marks; ///< to be placed on this page
    int m_currentMark = -1;
    int m_page = -1;
    QImage m_picture;
};

PagePreview::PagePreview(document::DocumentSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(&session)
    , m_page(new Page(session, this))
    , m_steps(new PreviewSteps(u"preview"_s, this))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(style::kGap);
    column->addWidget(m_page, 1);
    column->addWidget(m_steps);
    connect(m_steps, &PreviewSteps::stepped, this, &PagePreview::step);
    showCurrent();
}

void PagePreview::showMarks(std::vector<seal::PlacedSeal> marks)
{
    m_marks = std::move(marks);
    if (m_current >= m_marks.size())
        m_current = 0;
    showCurrent();
}

void PagePreview::step(int direction)
{
    if (m_marks.empty())
        return;
    const auto count = static_cast<int>(m_marks.size());
    m_current = static_cast<std::size_t>((static_cast<int>(m_current) + direction + count) % count);
    showCurrent();
    const pdf::Placement& placement = m_marks[m_current].placement;
    Q_EMIT wentTo(placement.page, placement.boundsMm());
}

void PagePreview::showCurrent()
{
    m_steps->setStepping(m_marks.size() > 1);
    if (m_marks.empty()) {
        m_steps->setText({});
        m_page->showPage(-1, {}, -1);
        return;
    }
    const int page = m_marks[m_current].placement.page;
    std::vector<seal::PlacedSeal> here;
    int current = -1;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (m_marks[i].placement.page != page)
            continue;
        if (i == m_current)
            current = static_cast<int>(here.size());
        here.push_back(m_marks[i]);
    }
    m_steps->setText(tr("page %1 (seal %2 of %3)")
                         .arg(QLocale().toString(page + 1), QLocale().toString(static_cast<int>(m_current) + 1),
                             QLocale().toString(static_cast<int>(m_marks.size()))));
    m_page->showPage(page, std::move(here), current);
}

} // namespace bidseal::placing
