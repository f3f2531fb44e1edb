#pragma once

#include "ui/document/MarkGesture.h"
#include "ui/style/Icons.h"

#include <QFrame>

#include <functional>

class QMenu;
class QToolButton;

namespace bidseal::document {

/// What can be done with the selected mark, beside it. For the mouse: by keyboard it is the context menu and Delete.
class MarkToolStrip : public QFrame {
    Q_OBJECT
public:
    explicit MarkToolStrip(QWidget* parent);

    /// Whether there is another mark on the page to line up with; whether the same place on other pages makes sense.
    void offer(bool aligning, bool copying);
    /// Puts itself beside `mark`, within `area`, both in the parent's coordinates.
    void showBeside(const QRect& mark, const QRect& area);

Q_SIGNALS:
    void fieldsRequested();
    void alignRequested(bidseal::document::Alignment alignment);
    void copyToPagesRequested();
    void deleteRequested();

private:
    QToolButton* addButton(const QString& name, style::Glyph glyph, const QString& text, const QString& toolTip);

    QToolButton* m_align = nullptr;
    QToolButton* m_copy = nullptr;
};

/// A menu of alignments: "Left edges" and so on.
void addAlignments(QMenu& menu, const QObject* receiver, const std::function<void(Alignment)>& align);

} // namespace bidseal::document
