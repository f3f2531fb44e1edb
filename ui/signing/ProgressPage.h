#pragma once

#include "core/base/Progress.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace bidseal::signing {

class StageList;

/// What is being done, how far it is, and how to stop it.
class ProgressPage : public QWidget {
    Q_OBJECT
public:
    explicit ProgressPage(QWidget* parent = nullptr);

    /// `what`: the file's name, or how many files.
    void start(const QString& what);
    void setProgress(const Progress& progress);
    void showCancelling();

Q_SIGNALS:
    void cancelRequested();

private:
    [[nodiscard]] QString remainingText(const Progress& progress) const;

    QString m_what;
    QLabel* m_file = nullptr;
    StageList* m_stages = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_cancel = nullptr;
    QElapsedTimer m_stageTime;
    Stage m_stage = Stage::Checking;
    int m_turn = 1;
};

} // namespace bidseal::signing
