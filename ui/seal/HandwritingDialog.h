#pragma once

#include <QDialog>
#include <QImage>
#include <QSizeF>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace bidseal::seal {

class HandwritingPad;

/// A signature written on the screen (手写签名), with pen or mouse, at its true size.
class HandwritingDialog : public QDialog {
    Q_OBJECT
public:
    explicit HandwritingDialog(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Accepted. The picture is ARGB32, 600 dpi, cropped, with transparent ground.
    void handwritingDrawn(const QImage& picture, const QSizeF& sizeMm);

private:
    void refresh();

    HandwritingPad* m_pad = nullptr;
    QComboBox* m_ink = nullptr;
    QDoubleSpinBox* m_line = nullptr;
    QLabel* m_size = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_accept = nullptr;
};

} // namespace bidseal::seal
