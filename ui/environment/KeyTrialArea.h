#pragma once

#include "core/environment/Report.h"
#include "ui/signing/KeyWatch.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace bidseal::signing {
class PinEdit;
}

namespace bidseal::environment {

/// Signs something without meaning with a key that is plugged in, when somebody asks for that and gives the PIN: the
/// only way to know that the key, its driver and its PIN work. The PIN is sent once.
class KeyTrialArea : public QWidget {
    Q_OBJECT
public:
    explicit KeyTrialArea(signing::KeyWatch& keys, QWidget* parent = nullptr);

    void setTrialAllowed(bool allowed); ///< not while somebody signs

Q_SIGNALS:
    void tried(const bidseal::environment::CheckResult& result);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildForm();
    void unfold();
    void showKeys();
    void showChoice();
    void start();
    void finish(const CheckResult& result);
    [[nodiscard]] const signing::FoundKey* chosen() const;
    /// Why this key is not tried; empty where nothing speaks against it.
    [[nodiscard]] QString objectionTo(const signing::FoundKey& key) const;

    signing::KeyWatch& m_watch;
    std::vector<signing::FoundKey> m_keys;
    tasks::BackgroundTask m_task;
    QPushButton* m_unfold = nullptr;
    QWidget* m_form = nullptr;
    QComboBox* m_choice = nullptr;
    signing::PinEdit* m_pin = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_cancel = nullptr;
    QLabel* m_hint = nullptr;
    bool m_isAllowed = true;
};

} // namespace bidseal::environment
