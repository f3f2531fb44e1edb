#pragma once

#include "core/seal/Seal.h"

#include <QCborMap>

namespace bidseal::seal {

/// A seal as it is written into the library and into files for other computers, before it is encrypted: its facts and
/// its picture, in CBOR.
struct SealRecord {
    Seal seal; ///< without its picture
    QByteArray png;
    qint64 order = 0; ///< seals that were added later have larger ones
};

[[nodiscard]] QCborMap cborOf(const SealRecord& record);

/// Errors: SealPictureUnreadable (facts that a seal cannot have, no picture).
[[nodiscard]] Result<SealRecord> recordFrom(const QCborMap& map);

/// With its picture. Errors: SealPictureUnreadable.
[[nodiscard]] Result<Seal> sealOf(const SealRecord& record);

} // namespace bidseal::seal
