#pragma once

#include "core/environment/Finding.h"

#include <QDialog>

class QCheckBox;
class QRadioButton;

namespace bidseal::environment {

/// How a report is saved: as a page or as data, and whether names go with it, which they do only where somebody wants
/// that.
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    enum class Format { Html, Json };

    explicit ReportDialog(QWidget* parent = nullptr);

Q_SIGNALS:
    void wanted(bidseal::environment::ReportDialog::Format format, bidseal::environment::Disclosure disclosure);

private:
    void accept() override;

    QRadioButton* m_html = nullptr;
    QRadioButton* m_json = nullptr;
    QCheckBox* m_full = nullptr;
};

} // namespace bidseal::environment
