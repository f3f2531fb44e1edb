#pragma once

#include "ui/document/DocumentSession.h"
#include "ui/signing/SigningJob.h"

#include <QMainWindow>
#include <QPointer>
#include <QUndoGroup>

#include <memory>
#include <optional>

class QStackedWidget;

namespace bidseal::environment {
class SelfCheckModel;
class SelfCheckPage;
} // namespace bidseal::environment

namespace bidseal::seal {
class SealModel;
}

namespace bidseal::start {
class RecentFiles;
class StartPage;
} // namespace bidseal::start

namespace bidseal::style {
class Notice;
}

namespace bidseal::window {

class DocumentPage;
class DocumentToolBar;

/// What the window is built on; made once, by the program.
struct WindowServices {
    signing::KeyWatch& keys;
    seal::SealModel& seals;
    start::RecentFiles& recent;
    signing::SigningSurroundings signing;
    environment::SelfCheckModel& selfCheck;
    QString plans; ///< folder for plans that nobody has signed yet
};

/// The window: start page, document or self-check below one toolbar. Composes the features; none of them is in here.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(WindowServices services, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Returns at once; asks first where seals are placed that nobody has signed yet.
    void open(const QString& path);
    /// From another start of the program, or from the command line: comes to the front and opens them.
    void openPaths(const QStringList& paths);
    /// The page of the self-check, until somebody goes back to where they were.
    void openSelfCheck();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildToolBar();
    void connectParts();
    void addShortcuts();
    void fillRecentMenu();
    void chooseFile();
    void startOpening(const QString& path);
    void finishOpening();
    void showOpenError(const Error& error);
    void askForPassword(const Error& error);
    void closeSelfCheck();
    void followKeys();
    void closeDocument();
    void openDropped(const QStringList& paths);
    [[nodiscard]] bool hasUnsignedMarks() const;
    void askAboutUnsignedMarks(const std::function<void()>& goOn);
    void showTitle();
    void focusNextPart();
    [[nodiscard]] style::Notice& notice();
    void restoreLayout();
    void saveLayout();

    WindowServices m_services;
    QUndoGroup m_undo;
    std::unique_ptr<document::DocumentSession> m_session;
    std::unique_ptr<document::DocumentSession> m_opening;
    QStackedWidget* m_pages = nullptr;
    start::StartPage* m_startPage = nullptr;
    DocumentPage* m_documentPage = nullptr;
    environment::SelfCheckPage* m_selfCheckPage = nullptr;
    QPointer<QWidget> m_focusBeforeSelfCheck;
    std::optional<QStringList> m_keysBefore; ///< as URIs; none before every driver has answered
    DocumentToolBar* m_toolBar = nullptr;
    bool m_leaving = false; ///< asked already
};

} // namespace bidseal::window
