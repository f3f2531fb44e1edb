#pragma once

#include "ui/document/DocumentSession.h"

#include <QFrame>

class QDoubleSpinBox;
class QGridLayout;
class QPushButton;
class QSpinBox;

namespace bidseal::document {

/// A mark's page, place, size and rotation as numbers, beside the mark. Every number that is entered is a change of its
/// own; the mark keeps its proportions.
class MarkFields : public QFrame {
    Q_OBJECT
public:
    explicit MarkFields(QWidget* parent);

    void showMark(const PlacedMark& mark, const DocumentSession& session);
    /// Puts itself beside `mark`, within `area`, both in the parent's coordinates.
    void showBeside(const QRect& mark, const QRect& area);

Q_SIGNALS:
    void entered(const bidseal::pdf::Placement& placement);
    void finished(); ///< Enter, Escape, "Done"

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Field { Page, Left, Top, Width, Height, Rotation };
    QDoubleSpinBox* addField(
        const QString& name, const QString& label, const QString& suffix, QGridLayout* grid, int at);
    void take(Field field);

    seal::PlacedSeal m_placed;
    QSpinBox* m_page = nullptr;
    QDoubleSpinBox* m_left = nullptr;
    QDoubleSpinBox* m_top = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QDoubleSpinBox* m_rotation = nullptr;
    QPushButton* m_done = nullptr;
    bool m_filling = false;
};

} // namespace bidseal::document
