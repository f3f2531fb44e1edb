#pragma once

#include "ui/style/Icons.h"

#include <QWidget>

namespace bidseal::mobile {

/// A quiet picture in place of the code while there is none to be scanned: the phone at work, the time run out.
class PhoneScene : public QWidget {
    Q_OBJECT
public:
    explicit PhoneScene(QWidget* parent = nullptr);

    void setGlyph(style::Glyph glyph);

    QSize sizeHint() const override { return { 440, 168 }; }
    QSize minimumSizeHint() const override { return { 160, 120 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    style::Glyph m_glyph = style::Glyph::Phone;
};

} // namespace bidseal::mobile
