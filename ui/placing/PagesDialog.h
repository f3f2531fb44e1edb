#pragma once

#include "ui/placing/PlacingDialog.h"

class QComboBox;

namespace bidseal::placing {

class PagePreview;
class PageSetField;

/// The same place on many pages, measured from a corner of each.
class PagesDialog : public PlacingDialog {
    Q_OBJECT
public:
    PagesDialog(const seal::Seal& seal, document::DocumentSession& session, std::shared_ptr<SharedPaper> paper,
        QWidget* parent = nullptr);

private:
    [[nodiscard]] std::optional<plan::Rule> rule() const override;
    [[nodiscard]] QString missing() const override;
    void showPlaced(const plan::Placed* placed) override;
    void remember(QSettings& settings) const override;
    void recall();
    void cornerChosen();
    [[nodiscard]] plan::Corner corner() const;

    PageSetField* m_pages = nullptr;
    QComboBox* m_corner = nullptr;
    QDoubleSpinBox* m_across = nullptr;
    QDoubleSpinBox* m_down = nullptr;
    QDoubleSpinBox* m_rotation = nullptr;
    PagePreview* m_preview = nullptr;
};

} // namespace bidseal::placing
