#pragma once

#include "ui/style/Theme.h"

#include <QRadioButton>

namespace bidseal::signing {

/// What a card says about a key.
struct KeyCardText {
    QString holder;
    QStringList lines; ///< issuer and serial, validity, token
    QString state; ///< of the PIN, or why the key cannot be used; may be empty
    style::Tone stateTone = style::Tone::Neutral;
};

/// One key that can be chosen: a radio button that is a card.
class KeyCard : public QRadioButton {
    Q_OBJECT
public:
    explicit KeyCard(const QString& id, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    void setText(const KeyCardText& text);
    [[nodiscard]] const KeyCardText& cardText() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 200, sizeHint().height() }; }

Q_SIGNALS:
    void taken(); ///< by a click or by Return: whoever chose it wants to go on

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_id;
    KeyCardText m_text;
};

} // namespace bidseal::signing
