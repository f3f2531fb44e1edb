#pragma once

#include <QDate>
#include <QImage>
#include <QString>

namespace bidseal::demonstration {

/// Seals for made-up companies, drawn at 600 dpi with a transparent background. Each says 样章 in its own face.
/// They need a QGuiApplication and a Chinese font.
[[nodiscard]] QImage companySeal(const QString& company); ///< 公章: round, 42 mm, with a star
[[nodiscard]] QImage legalRepresentativeSeal(const QString& person); ///< 法定代表人章: square, 20 mm; two characters
[[nodiscard]] QImage dateSeal(const QDate& date); ///< 日期章: 46 × 16 mm

} // namespace bidseal::demonstration
