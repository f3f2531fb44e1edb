#pragma once

#include "core/seal/Seal.h"
#include "ui/tasks/BackgroundTask.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLabel;
class QLayout;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace bidseal::style {
class Notice;
}

namespace bidseal::seal {

/// Asks for a seal's name, kind, true size, holder, certificates and dates, beside its picture at that size. For a new
/// seal from a PNG or from a scan, or for one that is in the library already.
class SealDialog : public QDialog {
    Q_OBJECT
public:
    /// A new one; the picture is read in the background.
    explicit SealDialog(const QString& path, QWidget* parent = nullptr);
    /// One that exists, or, where it has no id yet, one that was made elsewhere.
    explicit SealDialog(const Seal& seal, QWidget* parent = nullptr);

    /// Certificates that are at hand, to be chosen; their holders are offered while the holder is typed.
    void offerCertificates(const std::vector<EnrolledCertificate>& certificates);

Q_SIGNALS:
    void sealAccepted(const bidseal::seal::Seal& seal);

private:
    class Preview;

    void build(const QString& title, const QString& acceptText);
    [[nodiscard]] QLayout* buildForm();
    [[nodiscard]] QLayout* buildLeftColumn();
    [[nodiscard]] QDateEdit* addDay(QLayout* column, QCheckBox*& limit, const QString& name, const QString& text);
    void addCertificates(const std::vector<EnrolledCertificate>& certificates, Qt::CheckState state);
    void certificateChosen();
    void read(const QString& path);
    void fill(const Seal& seal);
    void kindChosen();
    void refresh();
    [[nodiscard]] Seal seal() const;
    [[nodiscard]] std::vector<EnrolledCertificate> chosenCertificates() const;
    [[nodiscard]] QString certificateHint() const;
    [[nodiscard]] bool hasDays() const;
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] double heightPerWidth() const;

    Seal m_seal;
    std::optional<double> m_ownWidth; ///< mm; of a seal whose owner has measured it already
    tasks::BackgroundTask m_reading;
    style::Notice* m_notice = nullptr;
    QWidget* m_fields = nullptr;
    Preview* m_preview = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_kind = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QLabel* m_height = nullptr;
    QLineEdit* m_holder = nullptr;
    QListWidget* m_certificates = nullptr;
    QLabel* m_certificateHint = nullptr;
    QCheckBox *m_hasFrom = nullptr, *m_hasUntil = nullptr;
    QDateEdit *m_from = nullptr, *m_until = nullptr;
    QLabel* m_dayProblem = nullptr;
    QPushButton* m_accept = nullptr;
};

} // namespace bidseal::seal
