#pragma once

#include <QList>
#include <QStringList>

namespace bidseal::demonstration {

/// The sample bid's bill of quantities, last its total: number, item, unit, quantity, unit price, amount.
[[nodiscard]] QList<QStringList> priceRows();
[[nodiscard]] qint64 totalPrice(); ///< in fen

[[nodiscard]] QString amountInFigures(qint64 fen); ///< "6,543,210.00"
[[nodiscard]] QString amountInWords(qint64 fen); ///< 陆佰伍拾肆万叁仟贰佰壹拾元整

} // namespace bidseal::demonstration
