#pragma once

#include "core/seal/PlacedSeal.h"
#include "core/signing/SigningFlow.h"

#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace bidseal::style {
class Notice;
}

namespace bidseal::signing {

class MarkStrip;

/// Done: the signed file or files, who signed them, which seals, what the verifier says, and where to go from here.
class ResultPage : public QWidget {
    Q_OBJECT
public:
    explicit ResultPage(QWidget* parent = nullptr);

    /// `source` is the first one's original. At least one result.
    void show(
        const QString& source, const std::vector<seal::PlacedSeal>& marks, const std::vector<SignedDocument>& results);

Q_SIGNALS:
    void openRequested(const QString& path);
    void showInFolderRequested(const QString& path);
    void closeRequested();

private:
    void showOne(const SignedDocument& result);
    void showList(const std::vector<SignedDocument>& results);
    [[nodiscard]] QString selected() const;

    QString m_source;
    QString m_output;
    QLabel* m_fileName = nullptr;
    QLabel* m_folder = nullptr;
    style::Notice* m_verdict = nullptr;
    QLabel* m_signer = nullptr;
    QLabel* m_time = nullptr;
    QLabel* m_original = nullptr;
    QListWidget* m_files = nullptr;
    MarkStrip* m_marks = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_openOriginal = nullptr;
};

} // namespace bidseal::signing
