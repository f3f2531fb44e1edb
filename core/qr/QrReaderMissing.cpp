#include "core/qr/QrCode.h"

using namespace Qt::StringLiterals;

namespace bidseal::qr {

Result<QString> readQrCode(const QImage&) { return failure(ErrorCode::QrCodeUnreadable, u"built without ZXing"_s); }

} // namespace bidseal::qr
