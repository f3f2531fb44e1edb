#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace bidseal::document {

/// Asks on which pages a seal is to stand as well.
class CopyToPagesDialog : public QDialog {
    Q_OBJECT
public:
    CopyToPagesDialog(const QString& sealName, int ownPage, int pageCount, QWidget* parent = nullptr);

Q_SIGNALS:
    void pagesChosen(const std::vector<int>& pages); ///< indexes, without the seal's own page

private:
    std::vector<int> pages() const;
    void check();
    void accept() override;

    int m_ownPage;
    int m_pageCount;
    QRadioButton* m_all = nullptr;
    QRadioButton* m_following = nullptr;
    QRadioButton* m_some = nullptr;
    QLineEdit* m_range = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace bidseal::document
