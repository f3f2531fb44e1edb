#pragma once

#include "ui/plan/PlanModel.h"
#include "ui/seal/SealPictures.h"

#include <QAbstractItemView>
#include <QHash>
#include <QStyledItemDelegate>

namespace bidseal::plan {

/// A line of the plan: the seal on a piece of paper, beside it what it is, where it goes, who signs it, what it is in
/// the signature, and cautions with their sign. Long lines wrap: a place that cannot be read cannot be checked.
class PlanDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    PlanDelegate(const PlanModel& model, QAbstractItemView* view);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Line;
    [[nodiscard]] std::vector<Line> linesOf(const PlanRow& row, const QFont& font) const;
    [[nodiscard]] int heightOf(const Line& line, int width) const;
    void paintPicture(QPainter* painter, const QRect& paper, const seal::Seal& seal) const;

    const PlanModel& m_model;
    QAbstractItemView* m_view;
    mutable seal::SealPictures m_pictures;
    mutable QHash<QString, int> m_heights; ///< of texts, with 0 for every figure, in m_width
    mutable int m_width = 0;
};

} // namespace bidseal::plan
