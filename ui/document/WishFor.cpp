#include "ui/document/WishFor.h"

#include "core/plan/DateSeal.h"

namespace bidseal::document {

plan::SealWish wishFor(const seal::Seal& seal)
{
    if (seal.kind == seal::Kind::Date && seal.day.isValid()) {
        for (const plan::DateStyle style : { plan::DateStyle::Digits, plan::DateStyle::Chinese }) {
            if (seal.name == plan::dateText(seal.day, style))
                return { {}, {}, seal.kind, QSizeF(0, seal.sizeMm.height()), plan::dateStyleName(style) };
        }
    }
    return { seal.id, seal.name, seal.kind, {} };
}

} // namespace bidseal::document
