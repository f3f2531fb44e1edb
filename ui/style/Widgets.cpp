#include "ui/style/Widgets.h"

#include "ui/style/Icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

namespace bidseal::style {

namespace {

/// A style sheet can only name a picture for the arrow, in one colour and one size.
class ComboBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        constexpr int kArrow = 16;
        QComboBox::paintEvent(event);
        QPainter painter(this);
        const QRectF place(width() - kArrow - kGap, (height() - kArrow) / 2.0, kArrow, kArrow);
        paintGlyph(painter, Glyph::ChevronDown, place, isEnabled() ? colours().quietText : colours().disabledText);
    }
};

/// The same for its tick.
class CheckBox : public QCheckBox {
public:
    using QCheckBox::QCheckBox;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QCheckBox::paintEvent(event);
        if (!isChecked())
            return;
        QStyleOptionButton option;
        initStyleOption(&option);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours().onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QRectF box = style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, this);
        const auto at
            = [&box](double x, double y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
        painter.drawPolyline(QPolygonF { at(0.26, 0.52), at(0.43, 0.69), at(0.75, 0.33) });
    }
};

} // namespace

QLabel* plainText(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* headline(const QString& text, double factor, QWidget* parent)
{
    auto* label = plainText(text, parent);
    label->setFont(scaledFont(label->font(), factor, QFont::DemiBold));
    return label;
}

QLabel* quietText(const QString& text, QWidget* parent)
{
    auto* label = plainText(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QPushButton* pushButton(const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setAutoDefault(true); // outside of dialogs Qt's buttons hear the space bar only
    return button;
}

QPushButton* primaryButton(const QString& text, QWidget* parent)
{
    auto* button = pushButton(text, parent);
    button->setProperty("primary", true);
    return button;
}

QPushButton* linkButton(const QString& text, QWidget* parent)
{
    auto* button = pushButton(text, parent);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QCheckBox* checkBox(const QString& text, QWidget* parent) { return new CheckBox(text, parent); }

QWidget* edgeLine(QWidget* parent)
{
    auto* line = new QWidget(parent);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

QComboBox* comboBox(QWidget* parent) { return new ComboBox(parent); }

} // namespace bidseal::style
