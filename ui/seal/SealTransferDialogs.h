#pragma once

#include "ui/seal/SealModel.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace bidseal::signing {
class PinEdit;
}

namespace bidseal::style {
class Notice;
}

namespace bidseal::seal {

/// Asks which seals go into a file for another computer, and for the password that opens it there; then writes it.
class SealExportDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr int kShortestPassword = 8; ///< characters

    explicit SealExportDialog(SealModel& model, QWidget* parent = nullptr);

    /// What is done with the file that somebody has chosen.
    void exportTo(const QString& file);

Q_SIGNALS:
    void exported(const QString& file, int seals);

private:
    void refresh();
    [[nodiscard]] bool takePassword();
    void chooseFile();
    [[nodiscard]] QStringList chosenIds() const;

    SealModel& m_model;
    Secret m_secret; ///< typed twice alike
    style::Notice* m_notice = nullptr;
    QListWidget* m_seals = nullptr;
    signing::PinEdit* m_password = nullptr;
    signing::PinEdit* m_repeated = nullptr;
    QPushButton* m_accept = nullptr;
};

/// Asks for the password of a file of seals and adds what is in it. A wrong one can be typed again.
class SealImportDialog : public QDialog {
    Q_OBJECT
public:
    SealImportDialog(SealModel& model, QString file, QWidget* parent = nullptr);

Q_SIGNALS:
    void imported(const bidseal::seal::ImportedSeals& seals);

private:
    void begin();
    void end(const Result<ImportedSeals>& result);

    SealModel& m_model;
    const QString m_file;
    style::Notice* m_notice = nullptr;
    signing::PinEdit* m_password = nullptr;
    QPushButton* m_accept = nullptr;
};

} // namespace bidseal::seal
