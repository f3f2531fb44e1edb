#pragma once

#include "core/base/Progress.h"
#include "core/key/mobile/MobileKey.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace bidseal::style {
class Notice;
class StepList;
} // namespace bidseal::style

namespace bidseal::mobile {

class CompareCode;
class PhoneScene;
class QrView;

/// While a phone signs: the code to be scanned, the figures to be compared in its place, what the phone is doing now.
/// Knows nothing of the network: it shows what the key tells.
class PhonePage : public QWidget {
    Q_OBJECT
public:
    explicit PhonePage(QWidget* parent = nullptr);

    /// `what`: the file's name, or how many files.
    void start(const QString& what, const QString& relay);
    void show(const key::MobileProgress& progress);
    /// How far the files are while the phone waits for them.
    void setProgress(const Progress& progress);
    void showCancelling();
    /// Nothing of the session stays behind.
    void forget();

Q_SIGNALS:
    void newCodeRequested();
    void cancelRequested();

private:
    QWidget* buildHeader();
    QWidget* buildContents();
    QWidget* buildFooter();
    void connectParts();
    void showStep();
    void showCode();
    void showScene();
    void showSteps();
    void showCountdown();
    void requestNewCode();
    void copyLink();
    void say(const QString& now, const QString& more);

    key::MobileProgress m_progress;
    QString m_copied; ///< the link on the clipboard
    QTimer m_clock;
    QLabel* m_what = nullptr;
    QScrollArea* m_scroll = nullptr;
    style::Notice* m_notice = nullptr;
    QStackedWidget* m_picture = nullptr;
    QWidget* m_codeRoom = nullptr;
    QrView* m_code = nullptr;
    PhoneScene* m_scene = nullptr;
    CompareCode* m_compare = nullptr;
    QLabel* m_now = nullptr;
    QLabel* m_more = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_renew = nullptr;
    QLabel* m_countdown = nullptr;
    QPushButton* m_newCode = nullptr;
    style::StepList* m_steps = nullptr;
    QLabel* m_relay = nullptr;
    QPushButton* m_copyLink = nullptr;
    QLabel* m_copyWarning = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace bidseal::mobile
