#pragma once

#include "ui/placing/PlacingDialog.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace bidseal::placing {

class PagePreview;
class PageSetField;

/// Where a text stands. Counts while the text is typed how often it is found.
class KeywordDialog : public PlacingDialog {
    Q_OBJECT
public:
    KeywordDialog(const seal::Seal& seal, document::DocumentSession& session, std::shared_ptr<SharedPaper> paper,
        QWidget* parent = nullptr);

private:
    enum class Which { Every, First, Last, Numbered };
    [[nodiscard]] std::optional<plan::Rule> rule() const override;
    [[nodiscard]] QString missing() const override;
    void showPlaced(const plan::Placed* placed) override;
    [[nodiscard]] style::NoticeText problem(const Outcome& outcome) const override;
    [[nodiscard]] QString countText(const Outcome& outcome) const override;
    void remember(QSettings& settings) const override;
    void recall();
    void whichChosen();
    [[nodiscard]] Which which() const;
    [[nodiscard]] int nth() const;

    QLineEdit* m_text = nullptr;
    QComboBox* m_which = nullptr;
    QSpinBox* m_number = nullptr;
    QDoubleSpinBox* m_right = nullptr;
    QDoubleSpinBox* m_down = nullptr;
    PageSetField* m_pages = nullptr;
    PagePreview* m_preview = nullptr;
};

} // namespace bidseal::placing
