#pragma once

#include <QImage>
#include <QWidget>

namespace bidseal::mobile {

/// A QR code that any camera can read: whole device pixels a module at every scale, black on white with its quiet zone
/// in every theme.
class QrView : public QWidget {
    Q_OBJECT
public:
    explicit QrView(QWidget* parent = nullptr);

    /// Empty: a white field.
    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }

    QSize sizeHint() const override { return { 292, 292 }; }
    QSize minimumSizeHint() const override { return { 224, 224 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QImage m_modules; ///< one pixel each, with the border
};

} // namespace bidseal::mobile
