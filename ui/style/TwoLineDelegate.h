#pragma once

#include "ui/style/Icons.h"
#include "ui/style/Theme.h"

#include <QStyledItemDelegate>

namespace bidseal::style {

/// Rows of a list with an icon, a name and a quiet second line.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    struct Lines {
        QString name;
        QString detail;
        Glyph glyph = Glyph::Document;
        Tone tone = Tone::Neutral; ///< of the second line and the icon; neutral: quiet
    };
    [[nodiscard]] virtual Lines lines(const QModelIndex& index) const = 0;
};

} // namespace bidseal::style
