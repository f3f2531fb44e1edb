#include "ui/start/DropArea.h"

#include "ui/document/DroppedFiles.h"
#include "ui/style/Icons.h"
#include "ui/style/Widgets.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::start {

namespace {
constexpr int kIcon = 48;
constexpr int kTop = 40;
} // namespace

DropArea::DropArea(QWidget* parent)
    : QFrame(parent)
{
    setAcceptDrops(true);
    setMinimumHeight(240);
    auto* title = style::headline(tr("Drop a bid document here"), 1.35, this);
    title->setAlignment(Qt::AlignCenter);
    auto* text = style::quietText(
        tr("PDF, of any number of pages. The file itself is never changed: signing writes a new one."), this);
    text->setAlignment(Qt::AlignCenter);
    auto* open = style::primaryButton(tr("Open…"), this);
    open->setObjectName(u"openButton"_s);
    open->setIcon(style::icon(style::Glyph::Open, style::Tint::OnAccent));
    open->setMinimumHeight(34);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        style::kWideMargin, kTop + kIcon + style::kMargin, style::kWideMargin, kTop - style::kGap);
    layout->setSpacing(style::kGap);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addSpacing(style::kGap);
    layout->addWidget(open, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(open, &QPushButton::clicked, this, &DropArea::openPressed);
}

void DropArea::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_dragOver ? colours.accent : colours.controlEdge, m_dragOver ? 2 : 1.4);
    pen.setDashPattern({ 5, 4 });
    painter.setPen(pen);
    painter.setBrush(m_dragOver ? colours.neutral.ground : colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 12, 12);
    style::paintGlyph(painter, style::Glyph::Drop, QRectF((width() - kIcon) / 2.0, kTop, kIcon, kIcon), colours.accent);
}

void DropArea::dragEnterEvent(QDragEnterEvent* event)
{
    if (document::droppedFiles(*event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_dragOver = true;
    update();
}

void DropArea::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dragOver = false;
    update();
}

void DropArea::dropEvent(QDropEvent* event)
{
    m_dragOver = false;
    update();
    const auto paths = document::droppedFiles(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(paths);
}

} // namespace bidseal::start
