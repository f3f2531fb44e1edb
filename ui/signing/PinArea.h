#pragma once

#include "ui/signing/KeyChoice.h"
#include "ui/signing/SigningJob.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;

namespace bidseal::style {
class Notice;
}

namespace bidseal::signing {

class PinEdit;

/// What the way to a chosen key asks of its owner, in the same place for each: the PIN, the word that the last try may
/// be used, or what the phone will ask.
class PinArea : public QWidget {
    Q_OBJECT
public:
    explicit PinArea(QWidget* parent = nullptr);

    /// Another key wants another PIN. The same key in another state keeps what is being typed.
    void setChoice(const std::optional<KeyChoice>& choice);
    /// By an attempt that was refused for it.
    void tellLastTry();
    [[nodiscard]] bool isReady() const;
    /// Whether there is a field to type in.
    [[nodiscard]] bool isTyped() const;
    void focusPin();

    /// The PIN leaves with it, and whoever agreed to the last try agreed once.
    [[nodiscard]] Secret takePin();
    [[nodiscard]] LastTry takeLastTry();
    void forget();

    [[nodiscard]] PinEdit& pin() { return *m_pin; }
    [[nodiscard]] QWidget* lastField() const;

Q_SIGNALS:
    void edited();
    void returnPressed();

private:
    QWidget* buildPin();
    QWidget* buildPhone();
    void showFields();
    void showPin(const KeyChoice& choice);

    std::optional<KeyChoice> m_choice;
    bool m_lastTryTold = false;
    QWidget* m_pinArea = nullptr;
    QLabel* m_pinLabel = nullptr;
    PinEdit* m_pin = nullptr;
    QLabel* m_capsLock = nullptr;
    QCheckBox* m_useLastTry = nullptr;
    style::Notice* m_pinNotice = nullptr;
    QWidget* m_phoneArea = nullptr;
};

} // namespace bidseal::signing
