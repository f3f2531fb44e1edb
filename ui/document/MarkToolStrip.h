#pragma once

#include "ui/style/Icons.h"

#include <QFrame>

class QToolButton;

namespace bidseal::document {

/// What can be done with the selected mark, beside it. For the mouse: by keyboard it is the context menu and Delete.
class MarkToolStrip : public QFrame {
    Q_OBJECT
public:
    explicit MarkToolStrip(QWidget* parent);

    /// Puts itself beside `mark`, within `area`, both in the parent's coordinates.
    void showBeside(const QRect& mark, const QRect& area);

Q_SIGNALS:
    void copyToPagesRequested();
    void deleteRequested();

private:
    QToolButton* addButton(const QString& name, style::Glyph glyph, const QString& text, const QString& toolTip);
};

} // namespace bidseal::document
