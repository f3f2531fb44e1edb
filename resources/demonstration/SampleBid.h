#pragma once

#include "core/base/Result.h"
#include "resources/demonstration/CertificateMint.h"

#include <QDate>

namespace bidseal::demonstration {

struct SampleBid {
    Company bidder = sampleSupplier();
    Company agency = sampleAgency();
    Company purchaser = samplePurchaser();
    QString legalRepresentative = QStringLiteral("张三");
    QString agent = QStringLiteral("李四");
    QDate date; ///< as it stands under the letters
};

/// A bid of twelve pages for a made-up building project: cover, contents, 投标函, 法定代表人身份证明, 授权委托书,
/// 报价表, three pages of method statement, a drawing on a page with /Rotate 90, a scanned page, 签字盖章页.
/// Needs a QGuiApplication, Noto CJK fonts, and `qpdf` on the path (it sets /Rotate, which QPdfWriter cannot).
[[nodiscard]] Status writeSampleBid(const SampleBid& bid, const QString& path);

} // namespace bidseal::demonstration
