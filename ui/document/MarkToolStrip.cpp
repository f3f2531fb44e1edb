#include "ui/document/MarkToolStrip.h"

#include "ui/style/Icons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace bidseal::document {

using namespace Qt::StringLiterals;

MarkToolStrip::MarkToolStrip(QWidget* parent)
    : QFrame(parent)
{
    setObjectName("markToolStrip"_L1);
    setAccessibleName(tr("Selected seal"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setCursor(Qt::ArrowCursor);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    QToolButton* const fields = addButton(
        u"markFieldsButton"_s, style::Glyph::Fit, tr("Place…"), tr("Enter place and size in millimetres (F2)"));
    m_align = addButton(u"markAlign"_s, style::Glyph::ChevronDown, tr("Align"),
        tr("Line up with the seal that was placed before on this page"));
    auto* const menu = new QMenu(m_align);
    addAlignments(*menu, this, [this](Alignment alignment) { Q_EMIT alignRequested(alignment); });
    m_align->setMenu(menu);
    m_align->setPopupMode(QToolButton::InstantPopup);
    m_copy = addButton(u"markCopyToPages"_s, style::Glyph::Copy, tr("Copy to pages…"),
        tr("Put the same seal in the same place on other pages"));
    QToolButton* const remove
        = addButton(u"markDelete"_s, style::Glyph::Delete, tr("Delete"), tr("Take this seal off the page (Delete)"));
    connect(fields, &QToolButton::clicked, this, &MarkToolStrip::fieldsRequested);
    connect(m_copy, &QToolButton::clicked, this, &MarkToolStrip::copyToPagesRequested);
    connect(remove, &QToolButton::clicked, this, &MarkToolStrip::deleteRequested);
    hide();
}

void MarkToolStrip::offer(bool aligning, bool copying)
{
    m_align->setVisible(aligning);
    m_copy->setVisible(copying);
}

QToolButton* MarkToolStrip::addButton(
    const QString& name, style::Glyph glyph, const QString& text, const QString& toolTip)
{
    auto* const button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setIcon(style::icon(glyph));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // Tab goes from mark to mark
    layout()->addWidget(button);
    return button;
}

void MarkToolStrip::showBeside(const QRect& mark, const QRect& area)
{
    constexpr int kDistance = 12;
    adjustSize();
    QRect place(QPoint(mark.center().x() - width() / 2, mark.bottom() + kDistance), size());
    if (place.bottom() > area.bottom())
        place.moveBottom(mark.top() - kDistance * 4); // above, clear of the rotation grip
    place.moveLeft(std::clamp(place.left(), area.left() + 2, std::max(area.left() + 2, area.right() - width() - 2)));
    place.moveTop(std::clamp(place.top(), area.top() + 2, std::max(area.top() + 2, area.bottom() - height() - 2)));
    move(place.topLeft());
    setVisible(area.intersects(mark));
    raise();
}

void addAlignments(QMenu& menu, const QObject* receiver, const std::function<void(Alignment)>& align)
{
    const std::pair<Alignment, QString> alignments[] = { { Alignment::Left, MarkToolStrip::tr("Left edges") },
        { Alignment::Centre, MarkToolStrip::tr("Centres, one below the other") },
        { Alignment::Right, MarkToolStrip::tr("Right edges") }, { Alignment::Top, MarkToolStrip::tr("Upper edges") },
        { Alignment::Middle, MarkToolStrip::tr("Centres, side by side") },
        { Alignment::Bottom, MarkToolStrip::tr("Lower edges") } };
    for (const auto& [alignment, text] : alignments)
        menu.addAction(text, receiver, [align, alignment = alignment] { align(alignment); });
}

} // namespace bidseal::document
