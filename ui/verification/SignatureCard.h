#pragma once

#include "core/verification/Verification.h"

#include <QFrame>

class QFormLayout;

namespace bidseal::verification {

/// One signature in words: verdict, signer, time, certificate.
class SignatureCard : public QFrame {
    Q_OBJECT
public:
    explicit SignatureCard(const SignatureReport& signature, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addRow(QFormLayout& rows, const QString& name, const QString& value);
};

} // namespace bidseal::verification
