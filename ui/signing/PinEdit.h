#pragma once

#include "core/base/Secret.h"

#include <QWidget>

namespace bidseal::signing {

/// A field for a PIN or a password. Not a QLineEdit, whose text stays in memory as QStrings: each key goes straight
/// into a Secret, and what is painted are dots. No clipboard, no dragging, no context menu, no input method, no
/// remembering; screen readers learn that it is a password field and never what is in it. While it is shown, pictures
/// that other programs take of its window are refused, where the system can do that.
class PinEdit : public QWidget {
    Q_OBJECT
public:
    explicit PinEdit(QWidget* parent = nullptr);

    /// Whether any of these fields is shown in the window.
    [[nodiscard]] static bool isShownIn(const QWidget& window);

    [[nodiscard]] bool isEmpty() const { return m_secret.isEmpty(); }
    /// Hands over what was typed; the field is empty afterwards.
    [[nodiscard]] Secret take();
    void clear();
    void setPlaceholder(const QString& text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();
    void returnPressed();
    /// A capital letter came without Shift (or the other way round): most likely caps lock.
    void capsLockSuspected(bool on);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void append(QStringView text);
    void changed();
    void restartCursor();

    Secret m_secret;
    QString m_placeholder;
    int m_cursorTimer = 0;
    bool m_cursorShown = false;
};

} // namespace bidseal::signing
