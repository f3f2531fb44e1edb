#include "ui/document/MarkFields.h"

#include "ui/document/MarkGesture.h"
#include "ui/style/Widgets.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>

#include <cmath>

namespace bidseal::document {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldWidth = 108;

QLabel* labelFor(QWidget* field, const QString& text)
{
    auto* const label = new QLabel(text);
    label->setBuddy(field);
    field->setAccessibleName(QString(text).remove(u'&'));
    return label;
}

} // namespace

MarkFields::MarkFields(QWidget* parent)
    : QFrame(parent)
{
    setObjectName("markFields"_L1);
    setAccessibleName(tr("Place and size of the selected seal"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setCursor(Qt::ArrowCursor);
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(style::kMargin, style::kMargin, style::kMargin, style::kMargin);
    grid->setHorizontalSpacing(style::kGap);
    grid->setVerticalSpacing(style::kGap);

    m_page = new QSpinBox;
    m_page->setObjectName("markPage"_L1);
    m_page->setKeyboardTracking(false);
    m_page->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_page->setFixedWidth(kFieldWidth);
    grid->addWidget(labelFor(m_page, tr("&Page")), 0, 0);
    grid->addWidget(m_page, 0, 1);
    const QString mm = tr(" mm");
    m_rotation = addField(u"markRotation"_s, tr("&Turned by"), tr("°"), grid, 1);
    m_left = addField(u"markLeft"_s, tr("Centre from &left"), mm, grid, 2);
    m_top = addField(u"markTop"_s, tr("Centre from t&op"), mm, grid, 3);
    m_width = addField(u"markWidth"_s, tr("&Width"), mm, grid, 4);
    m_height = addField(u"markHeight"_s, tr("&Height"), mm, grid, 5);
    m_rotation->setRange(-360, 720); // normalised when it is taken
    m_done = style::pushButton(tr("Done"));
    m_done->setObjectName("markFieldsDone"_L1);
    grid->addWidget(m_done, 3, 0, 1, 4, Qt::AlignRight);

    connect(m_page, &QSpinBox::valueChanged, this, [this] { take(Field::Page); });
    const std::pair<QDoubleSpinBox*, Field> fields[] = { { m_left, Field::Left }, { m_top, Field::Top },
        { m_width, Field::Width }, { m_height, Field::Height }, { m_rotation, Field::Rotation } };
    for (const auto& [box, field] : fields)
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, field = field] { take(field); });
    connect(m_done, &QPushButton::clicked, this, &MarkFields::finished);
    hide();
}

QDoubleSpinBox* MarkFields::addField(
    const QString& name, const QString& label, const QString& suffix, QGridLayout* grid, int at)
{
    auto* const box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setDecimals(1);
    box->setSuffix(suffix);
    box->setKeyboardTracking(false); // a number counts when it is whole
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setFixedWidth(kFieldWidth);
    grid->addWidget(labelFor(box, label), at / 2, at % 2 * 2);
    grid->addWidget(box, at / 2, at % 2 * 2 + 1);
    return box;
}

void MarkFields::showMark(const PlacedMark& mark, const DocumentSession& session)
{
    const QScopedValueRollback filling(m_filling, true);
    m_placed = mark.placed;
    const pdf::Placement& placement = mark.placed.placement;
    const QSizeF paper = session.page(placement.page).visibleSizeMm();
    const seal::SizeLimits limits = resizeLimits(mark.placed.seal);
    m_page->setRange(1, session.pageCount());
    m_page->setValue(placement.page + 1);
    m_left->setRange(0, paper.width());
    m_left->setValue(placement.centreMm.x());
    m_top->setRange(0, paper.height());
    m_top->setValue(placement.centreMm.y());
    const double longer = std::max(placement.sizeMm.width(), placement.sizeMm.height());
    for (const auto& [box, side] :
        { std::pair(m_width, placement.sizeMm.width()), std::pair(m_height, placement.sizeMm.height()) }) {
        const double share = side / longer;
        box->setRange(std::min(limits.smallest * share, side), std::max(limits.largest * share, side));
        box->setValue(side);
        // A strip is as large as its seal: another size would no longer fit the other strips.
        box->setEnabled(!mark.placed.isStrip());
    }
    m_rotation->setValue(placement.rotationDegrees);
    m_rotation->setEnabled(!mark.placed.isStrip());
}

void MarkFields::take(Field field)
{
    if (m_filling)
        return;
    pdf::Placement placement = m_placed.placement;
    const double longer = std::max(placement.sizeMm.width(), placement.sizeMm.height());
    const auto resize = [&](double side, double wanted) {
        placement = resizedTo(placement, longer * wanted / side, resizeLimits(m_placed.seal));
    };
    switch (field) {
    case Field::Page:
        placement.page = m_page->value() - 1;
        break;
    case Field::Left:
        placement.centreMm.setX(m_left->value());
        break;
    case Field::Top:
        placement.centreMm.setY(m_top->value());
        break;
    case Field::Width:
        resize(placement.sizeMm.width(), m_width->value());
        break;
    case Field::Height:
        resize(placement.sizeMm.height(), m_height->value());
        break;
    case Field::Rotation:
        placement.rotationDegrees = normalisedDegrees(m_rotation->value());
        break;
    }
    Q_EMIT entered(placement);
}

void MarkFields::showBeside(const QRect& mark, const QRect& area)
{
    constexpr int kDistance = 12;
    adjustSize();
    QRect place(QPoint(mark.center().x() - width() / 2, mark.bottom() + kDistance), size());
    if (place.bottom() > area.bottom())
        place.moveBottom(mark.top() - kDistance * 4);
    place.moveLeft(std::clamp(place.left(), area.left() + 2, std::max(area.left() + 2, area.right() - width() - 2)));
    place.moveTop(std::clamp(place.top(), area.top() + 2, std::max(area.top() + 2, area.bottom() - height() - 2)));
    move(place.topLeft());
    if (isVisible())
        return;
    show();
    raise();
    m_left->setFocus(Qt::OtherFocusReason);
    m_left->selectAll();
}

/// Round and round: by Tab nobody gets lost behind it.
bool MarkFields::focusNextPrevChild(bool next)
{
    QWidgetList stops;
    for (QWidget* const field :
        std::initializer_list<QWidget*> { m_page, m_rotation, m_left, m_top, m_width, m_height, m_done }) {
        if (field->isEnabled())
            stops += field;
    }
    const auto at = stops.indexOf(focusWidget());
    const auto to = (at + (next ? 1 : -1) + stops.size()) % stops.size();
    stops.at(to)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void MarkFields::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        for (QDoubleSpinBox* const box : { m_left, m_top, m_width, m_height, m_rotation })
            box->setValue(box->value()); // a number that is half typed is forgotten
        m_page->setValue(m_page->value());
        Q_EMIT finished();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT finished();
        return;
    default:
        QFrame::keyPressEvent(event);
        event->accept(); // what is typed here is not for the document
    }
}

} // namespace bidseal::document
