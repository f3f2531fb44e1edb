#include "ui/style/Widgets.h"

#include <QLabel>
#include <QPushButton>

namespace bidseal::style {

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

} // namespace bidseal::style
