#pragma once

#include "ui/placing/PlacingDialog.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace bidseal::placing {

class PageSetField;
class SeamPreview;

/// A cross-page seal (骑缝章): which edge, which pages, how it is cut.
class SeamDialog : public PlacingDialog {
    Q_OBJECT
public:
    SeamDialog(const seal::Seal& seal, document::DocumentSession& session, std::shared_ptr<SharedPaper> paper,
        QWidget* parent = nullptr);

private:
    [[nodiscard]] std::optional<plan::Rule> rule() const override;
    [[nodiscard]] QString missing() const override;
    void showPlaced(const plan::Placed* placed) override;
    [[nodiscard]] QString countText(const Outcome& outcome) const override;
    void remember(QSettings& settings) const override;
    void recall();
    [[nodiscard]] plan::AlongSeam seam(const plan::PageSet& pages) const;

    const unsigned m_seed; ///< another one each time the dialog opens: strips that nobody can foresee
    QComboBox* m_edge = nullptr;
    PageSetField* m_pages = nullptr;
    QCheckBox* m_duplex = nullptr;
    QSpinBox* m_pagesPerSeal = nullptr;
    QComboBox* m_cut = nullptr;
    QDoubleSpinBox* m_offset = nullptr;
    SeamPreview* m_preview = nullptr;
};

} // namespace bidseal::placing
