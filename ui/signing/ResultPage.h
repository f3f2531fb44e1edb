#pragma once

#include "core/seal/PlacedSeal.h"
#include "core/signing/SigningFlow.h"

#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;
class QPushButton;

namespace bidseal::style {
class Notice;
}

namespace bidseal::signing {

class MarkStrip;

/// Done: the signed file, who signed it, which seals, what the verifier says, and where to go from here.
class ResultPage : public QWidget {
    Q_OBJECT
public:
    explicit ResultPage(QWidget* parent = nullptr);

    void show(const QString& source, const std::vector<seal::PlacedSeal>& marks, const SignedDocument& result);

Q_SIGNALS:
    void openRequested(const QString& path);
    void showInFolderRequested(const QString& path);
    void closeRequested();

private:
    QString m_source;
    QString m_output;
    QLabel* m_fileName = nullptr;
    QLabel* m_folder = nullptr;
    style::Notice* m_verdict = nullptr;
    QLabel* m_signer = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_original = nullptr;
    MarkStrip* m_marks = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace bidseal::signing
