#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace bidseal::signing {

class MoreFiles;

/// The further files on the screen: a button while there are none, then a list that can be added to and removed from.
class MoreFilesList : public QWidget {
    Q_OBJECT
public:
    MoreFilesList(MoreFiles& files, QWidget* parent = nullptr);

    void chooseFiles();

private:
    void refresh();
    void removeSelected();

    MoreFiles& m_files;
    QPushButton* m_first = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_problem = nullptr;
    QListView* m_list = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_removeUnfit = nullptr;
};

} // namespace bidseal::signing
