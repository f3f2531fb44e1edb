#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bidseal::environment {
class SelfCheckModel;
}

namespace bidseal::signing {
class KeyWatch;
}

namespace bidseal::style {
class Notice;
}

namespace bidseal::start {

class RecentFiles;

/// What is there when nothing is open: a place to drop a file, the files opened last, and in words whether this
/// computer is fit to sign on, and which key is plugged in.
class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(RecentFiles& recent, signing::KeyWatch& keys, environment::SelfCheckModel& selfCheck,
        QWidget* parent = nullptr);

    /// Where a file that could not be opened says why.
    [[nodiscard]] style::Notice& notice() { return *m_notice; }

Q_SIGNALS:
    void openDialogRequested();
    void openRequested(const QString& path);
    void selfCheckRequested();

private:
    [[nodiscard]] QLayout* buildFitnessLine(QWidget* column);
    void showRecent();
    void showKeys();
    void showFitness();

    RecentFiles& m_recent;
    signing::KeyWatch& m_keys;
    environment::SelfCheckModel& m_selfCheck;
    style::Notice* m_notice = nullptr;
    QWidget* m_recentArea = nullptr;
    QVBoxLayout* m_recentRows = nullptr;
    QWidget* m_shield = nullptr;
    QPushButton* m_fitness = nullptr;
    QLabel* m_keyText = nullptr;
};

} // namespace bidseal::start
