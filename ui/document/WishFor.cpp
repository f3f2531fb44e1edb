#include "ui/document/WishFor.h"

#include "core/plan/DateSeal.h"

namespace bidseal::document {

plan::SealWish wishFor(const seal::Seal& seal, QSizeF sizeMm)
{
    if (seal.kind == seal::Kind::Date && seal.day.isValid()) {
        for (const plan::DateStyle style : { plan::DateStyle::Digits, plan::DateStyle::Chinese }) {
            if (seal.name == plan::dateText(seal.day, style))
                return { {}, {}, seal.kind, QSizeF(0, sizeMm.height()), plan::dateStyleName(style) };
        }
    }
    return { seal.id, seal.name, seal.kind, sizeMm == seal.sizeMm ? QSizeF() : sizeMm };
}

} // namespace bidseal::document
