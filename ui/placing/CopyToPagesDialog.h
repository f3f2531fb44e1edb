#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;

namespace bidseal::placing {

class PageSetField;

/// Asks on which pages a seal is to stand as well.
class CopyToPagesDialog : public QDialog {
    Q_OBJECT
public:
    CopyToPagesDialog(const QString& sealName, int ownPage, int pageCount, QWidget* parent = nullptr);

Q_SIGNALS:
    void pagesChosen(const std::vector<int>& pages); ///< indexes, without the seal's own page

private:
    [[nodiscard]] std::vector<int> pages() const;
    void check();
    void accept() override;

    int m_ownPage;
    int m_pageCount;
    PageSetField* m_pages = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace bidseal::placing
