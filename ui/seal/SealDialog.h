#pragma once

#include "core/seal/Seal.h"
#include "ui/tasks/BackgroundTask.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace bidseal::style {
class Notice;
}

namespace bidseal::seal {

/// Asks for a seal's name, kind, true size and holder, beside its picture at that size. For a new seal from a PNG, or
/// for one that is in the library already.
class SealDialog : public QDialog {
    Q_OBJECT
public:
    /// A new one; the picture is read in the background.
    explicit SealDialog(const QString& path, QWidget* parent = nullptr);
    /// One that exists.
    explicit SealDialog(const Seal& seal, QWidget* parent = nullptr);

    /// Holders of certificates that are at hand, offered while the holder is typed.
    void suggestHolders(const QStringList& holders);

Q_SIGNALS:
    void sealAccepted(const bidseal::seal::Seal& seal);

private:
    class Preview;

    void build(const QString& title, const QString& acceptText);
    void read(const QString& path);
    void fill(const Seal& seal);
    void kindChosen();
    void refresh();
    [[nodiscard]] Seal seal() const;
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
    QPushButton* m_accept = nullptr;
};

} // namespace bidseal::seal
