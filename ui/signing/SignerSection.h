#pragma once

#include "core/signing/SignerShares.h"
#include "ui/signing/SigningJob.h"

#include <QWidget>

class QLabel;

namespace bidseal::signing {

class KeyChooser;
class KeyWatch;
class MarkStrip;
class PinArea;

/// One more signer of the same document: whose certificate is needed, for which seals, with which key, and its PIN.
class SignerSection : public QWidget {
    Q_OBJECT
public:
    SignerSection(KeyWatch& watch, std::shared_ptr<const Clock> clock, QWidget* parent = nullptr);

    void setShare(const SignerShare& share, int number);
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] const std::vector<seal::PlacedSeal>& seals() const { return m_seals; }
    [[nodiscard]] KeyChooser& keys() { return *m_keys; }
    [[nodiscard]] PinArea& pinArea() { return *m_pin; }

Q_SIGNALS:
    void changed();

private:
    std::vector<seal::PlacedSeal> m_seals;
    QLabel* m_title = nullptr;
    QLabel* m_explanation = nullptr;
    MarkStrip* m_marks = nullptr;
    KeyChooser* m_keys = nullptr;
    PinArea* m_pin = nullptr;
};

} // namespace bidseal::signing
