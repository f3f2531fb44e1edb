#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace bidseal::signing {
class KeyWatch;
}

namespace bidseal::style {
class Notice;
}

namespace bidseal::start {

class RecentFiles;

/// What is there when nothing is open: a place to drop a file, the files opened last, and the key that is plugged in,
/// in words.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(RecentFiles& recent, signing::KeyWatch& keys, QWidget* parent = nullptr);

    /// Where a file that could not be opened says why.
    [[nodiscard]] style::Notice& notice() { return *m_notice; }

Q_SIGNALS:
    void openDialogRequested();
    void openRequested(const QString& path);

private:
    void showRecent();
    void showKeys();

    RecentFiles& m_recent;
    signing::KeyWatch& m_keys;
    style::Notice* m_notice = nullptr;
    QWidget* m_recentArea = nullptr;
    QVBoxLayout* m_recentRows = nullptr;
    QLabel* m_keyText = nullptr;
};

} // namespace bidseal::start
