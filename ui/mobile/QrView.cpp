#include "ui/mobile/QrView.h"

#include "core/base/Log.h"
#include "core/qr/QrCode.h"
#include "ui/style/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bidseal::mobile {

QrView::QrView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("QR code for your certificate app"));
}

void QrView::setText(const QString& text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_modules = {};
    if (!text.isEmpty()) {
        if (const auto code = qr::QrCode::encode(text))
            m_modules = code->image(1);
        else
            qCWarning(logUi).noquote() << "no QR code:" << logText(code.error());
    }
    update();
}

void QrView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(style::colours().edge);
    painter.setBrush(Qt::white); // in every theme: half of the apps cannot read a code that is turned round
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), style::kRadius, style::kRadius);
    if (m_modules.isNull())
        return;

    const QTransform toDevice = painter.deviceTransform();
    const double scale = toDevice.m11();
    const int room = static_cast<int>(std::floor(std::min(width(), height()) * scale));
    const int module = std::max(1, room / m_modules.width());
    QImage image = m_modules.scaled(m_modules.size() * module, Qt::IgnoreAspectRatio, Qt::FastTransformation);
    image.setDevicePixelRatio(scale);
    // At 125 % a widget may begin between two device pixels; the code must not.
    const QSizeF size = QSizeF(image.size()) / scale;
    const QPointF corner = toDevice.map(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(toDevice.inverted().map(QPointF(corner.toPoint())), image);
}

} // namespace bidseal::mobile
