#pragma once

#include "core/verification/Verification.h"

#include <QWidget>

class QVBoxLayout;

namespace bidseal::verification {

/// One card for each signature of a file: what it proves, and what it does not.
class SignatureList : public QWidget {
    Q_OBJECT
public:
    explicit SignatureList(QWidget* parent = nullptr);

    void showChecking();
    void showReport(const Report& report);
    void showNothing(); ///< no file, or it could not be checked

private:
    void clear();
    void showSentence(const QString& text);

    QVBoxLayout* m_cards = nullptr;
};

} // namespace bidseal::verification
