#pragma once

#include "core/base/Result.h"
#include "core/plan/PageSet.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace bidseal::placing {

/// Asks for pages: all, odd, even, or some of them as people write it.
class PageSetField : public QWidget {
    Q_OBJECT
public:
    explicit PageSetField(int pageCount, QWidget* parent = nullptr);

    /// Errors: PageSetInvalid, also where the document does not have these pages.
    [[nodiscard]] Result<plan::PageSet> pages() const;
    [[nodiscard]] QString text() const; ///< as plan::PageSet has it; what was typed where that is not understood
    /// One that was remembered; nothing happens where this document does not have these pages.
    void setText(const QString& text);
    /// What is wrong, and how pages are written; empty while nothing is wrong or nothing was typed yet.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    enum class Choice { All, Odd, Even, Some };
    [[nodiscard]] Choice choice() const;
    void showChoice();

    int m_pageCount;
    QComboBox* m_choice = nullptr;
    QLineEdit* m_some = nullptr;
};

} // namespace bidseal::placing
