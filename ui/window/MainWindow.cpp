#include "ui/window/MainWindow.h"

#include "core/base/Log.h"
#include "ui/document/DocumentView.h"
#include "ui/document/DroppedFiles.h"
#include "ui/environment/SelfCheckPage.h"
#include "ui/platform/ShowInFolder.h"
#include "ui/seal/SealModel.h"
#include "ui/seal/SealPalette.h"
#include "ui/signing/KeyWatch.h"
#include "ui/signing/PinEdit.h"
#include "ui/start/RecentFiles.h"
#include "ui/start/StartPage.h"
#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"
#include "ui/window/DocumentPage.h"
#include "ui/window/DocumentToolBar.h"
#include "ui/window/HelpDialog.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace bidseal::window {

namespace {
constexpr auto kGeometrySetting = "window/geometry"_L1;
constexpr auto kSplitterSetting = "window/splitter"_L1;
constexpr auto kFolderSetting = "window/folder"_L1;
constexpr QSize kFirstSize(1280, 820);
constexpr QSize kSmallest(860, 560);
} // namespace

MainWindow::MainWindow(WindowServices services, QWidget* parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
{
    setMinimumSize(kSmallest);
    setAcceptDrops(true);
    m_startPage = new start::StartPage(m_services.recent, m_services.keys, m_services.selfCheck, this);
    m_documentPage = new DocumentPage(m_services.seals, m_services.keys, m_services.signing, m_services.plans, this);
    m_selfCheckPage = new environment::SelfCheckPage(m_services.selfCheck, m_services.keys, this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(m_documentPage);
    m_pages->addWidget(m_selfCheckPage);
    setCentralWidget(m_pages);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->hide();
    buildToolBar();
    addShortcuts();
    restoreLayout();
    showTitle();
    connectParts();
    fillRecentMenu();
    m_services.recent.check();
}

MainWindow::~MainWindow() { m_documentPage->setSession(nullptr); }

void MainWindow::connectParts()
{
    auto& sheet = m_documentPage->sheet();
    connect(m_startPage, &start::StartPage::selfCheckRequested, this, &MainWindow::openSelfCheck);
    connect(m_selfCheckPage, &environment::SelfCheckPage::backRequested, this, &MainWindow::closeSelfCheck);
    connect(m_selfCheckPage, &environment::SelfCheckPage::showInFolderRequested, this,
        [](const QString& path) { platform::showInFolder(path); });
    connect(m_startPage, &start::StartPage::openDialogRequested, this, &MainWindow::chooseFile);
    connect(m_startPage, &start::StartPage::openRequested, this, &MainWindow::open);
    connect(m_documentPage, &DocumentPage::filesDropped, this, &MainWindow::openDropped);
    connect(m_documentPage, &DocumentPage::statusText, statusBar(),
        [this](const QString& text) { statusBar()->showMessage(text); });
    connect(&sheet, &signing::SigningSheet::openRequested, this, &MainWindow::open);
    connect(&sheet, &signing::SigningSheet::selfCheckRequested, this, &MainWindow::openSelfCheck);
    connect(&sheet, &signing::SigningSheet::showInFolderRequested, this,
        [](const QString& path) { platform::showInFolder(path); });
    connect(&sheet, &signing::SigningSheet::leaveConfirmed, this, &MainWindow::close);
    connect(&sheet, &signing::SigningSheet::documentSigned, this, [this](const signing::SignedDocument& result) {
        m_session->undoStack().setClean(); // what stands there is signed now
        m_services.recent.add(result.path);
    });
    connect(&m_services.recent, &start::RecentFiles::changed, this, &MainWindow::fillRecentMenu);
    connect(&m_services.keys, &signing::KeyWatch::changed, this, &MainWindow::followKeys);
}

void MainWindow::buildToolBar()
{
    m_toolBar = new DocumentToolBar(
        { m_documentPage->view(), m_documentPage->search(), m_undo, m_services.keys, m_services.selfCheck }, this);
    addToolBar(Qt::TopToolBarArea, m_toolBar);
    connect(m_toolBar, &DocumentToolBar::openRequested, this, &MainWindow::chooseFile);
    connect(m_toolBar, &DocumentToolBar::signRequested, m_documentPage, &DocumentPage::startSigning);
    connect(m_toolBar, &DocumentToolBar::selfCheckRequested, this, &MainWindow::openSelfCheck);
    connect(m_toolBar, &DocumentToolBar::helpRequested, this, [this] { (new HelpDialog(this))->show(); });
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    // What is about the document leads back to it.
    add(QKeySequence::Find, [this] {
        closeSelfCheck();
        m_toolBar->focusSearch();
    });
    add(QKeySequence::Save, [this] {
        closeSelfCheck();
        m_documentPage->startSigning();
    });
    add(QKeySequence(u"Ctrl+G"_s), [this] {
        closeSelfCheck();
        m_toolBar->focusPageField();
    });
    add(QKeySequence(u"F6"_s), [this] { focusNextPart(); });
    add(QKeySequence::Close, [this] { closeDocument(); });
    add(QKeySequence::Quit, [this] { close(); });
}

void MainWindow::fillRecentMenu()
{
    auto& menu = m_toolBar->recentMenu();
    menu.clear();
    for (const auto& entry : m_services.recent.entries()) {
        auto* action = menu.addAction(QFileInfo(entry.path).fileName());
        action->setToolTip(QDir::toNativeSeparators(entry.path));
        action->setEnabled(entry.presence != start::RecentFiles::Presence::Missing);
        connect(action, &QAction::triggered, this, [this, path = entry.path] { open(path); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing opened yet"))->setEnabled(false);
    menu.addSeparator();
    auto* close = menu.addAction(tr("Close this document"), this, &MainWindow::closeDocument);
    close->setEnabled(m_session != nullptr);
}

void MainWindow::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Open a document"), QSettings().value(kFolderSetting).toString(),
        tr("PDF documents (*.pdf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSettings().setValue(kFolderSetting, QFileInfo(path).absolutePath());
        open(path);
    });
    dialog->open();
}

void MainWindow::open(const QString& path)
{
    closeSelfCheck();
    if (m_documentPage->sheet().isSigning()) {
        notice().show({ style::Tone::Neutral, tr("A signature is under way."),
            tr("Wait until it is done or cancel it, then open the other document."), {} });
        return;
    }
    askAboutUnsignedMarks([this, path] { startOpening(QFileInfo(path).absoluteFilePath()); });
}

void MainWindow::openPaths(const QStringList& paths)
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
    if (paths.isEmpty())
        return;
    for (const QString& path : paths.sliced(1))
        m_services.recent.add(QFileInfo(path).absoluteFilePath());
    open(paths.first());
}

void MainWindow::startOpening(const QString& path)
{
    notice().clear();
    m_opening = std::make_unique<document::DocumentSession>();
    connect(m_opening.get(), &document::DocumentSession::opened, this, &MainWindow::finishOpening);
    connect(m_opening.get(), &document::DocumentSession::failed, this, &MainWindow::showOpenError);
    m_opening->open(path);
}

void MainWindow::finishOpening()
{
    notice().clear();
    auto before = std::exchange(m_session, std::move(m_opening));
    m_undo.addStack(&m_session->undoStack());
    m_undo.setActiveStack(&m_session->undoStack());
    closeSelfCheck();
    m_pages->setCurrentWidget(m_documentPage);
    statusBar()->show();
    m_documentPage->setSession(m_session.get());
    m_services.selfCheck.setOutputs({ { QFileInfo(m_session->path()).absolutePath(), m_session->size() } });
    statusBar()->clearMessage();
    m_toolBar->setDocumentOpen(true);
    m_services.recent.add(m_session->path());
    m_documentPage->view().setFocus();
    showTitle();
}

void MainWindow::showOpenError(const Error& error)
{
    qCInfo(logUi).noquote() << "not opened:" << logText(error);
    if (error.code == ErrorCode::DocumentPasswordNeeded || error.code == ErrorCode::DocumentPasswordWrong)
        return askForPassword(error);
    auto text = style::noticeFor(error);
    text.title = tr("%1 was not opened. %2").arg(m_opening->fileName(), text.title);
    notice().show(text);
    connect(notice().addAction(tr("Open another file…")), &QPushButton::clicked, this, &MainWindow::chooseFile);
    // The session is still telling about its failure.
    m_opening.release()->deleteLater();
}

void MainWindow::askForPassword(const Error& error)
{
    const bool again = error.code == ErrorCode::DocumentPasswordWrong;
    auto text = style::noticeFor(error);
    text.tone = again ? style::Tone::Caution : style::Tone::Neutral;
    text.smallPrint.clear();
    text.text = m_opening->fileName();
    notice().show(text, again ? style::Glyph::Caution : style::Glyph::Lock);
    auto* password = new signing::PinEdit(&notice());
    password->setObjectName(u"documentPassword"_s);
    password->setAccessibleName(tr("Password of the document"));
    password->setMinimumWidth(180);
    notice().addWidget(password);
    auto* unlock = notice().addAction(tr("Open"));
    auto* cancel = notice().addAction(tr("Cancel"));
    const auto tryIt = [this, password] {
        if (!password->isEmpty())
            m_opening->open(m_opening->path(), password->take());
    };
    connect(unlock, &QPushButton::clicked, this, tryIt);
    connect(password, &signing::PinEdit::returnPressed, this, tryIt);
    connect(cancel, &QPushButton::clicked, this, [this] {
        notice().clear();
        m_opening.reset();
    });
    password->setFocus();
}

void MainWindow::openSelfCheck()
{
    if (m_pages->currentWidget() != m_selfCheckPage)
        m_focusBeforeSelfCheck = focusWidget();
    m_toolBar->setDocumentOpen(false);
    statusBar()->hide();
    m_selfCheckPage->setKeyTrialAllowed(!m_documentPage->sheet().isSigning());
    m_pages->setCurrentWidget(m_selfCheckPage);
    m_selfCheckPage->begin();
}

void MainWindow::closeSelfCheck()
{
    if (m_pages->currentWidget() != m_selfCheckPage)
        return;
    m_pages->setCurrentWidget(m_session ? static_cast<QWidget*>(m_documentPage) : m_startPage);
    m_toolBar->setDocumentOpen(m_session != nullptr);
    statusBar()->setVisible(m_session != nullptr);
    if (m_focusBeforeSelfCheck)
        m_focusBeforeSelfCheck->setFocus(Qt::OtherFocusReason);
}

/// The certificate of a key that was plugged in later has not been looked at.
void MainWindow::followKeys()
{
    if (!m_services.keys.hasLooked())
        return;
    QStringList now;
    for (const auto& key : m_services.keys.keys())
        now << key.key.uri.toString();
    if (m_keysBefore && *m_keysBefore != now)
        m_services.selfCheck.checkKeysAgain();
    m_keysBefore = now;
}

void MainWindow::closeDocument()
{
    closeSelfCheck();
    if (!m_session || m_documentPage->sheet().isSigning())
        return;
    askAboutUnsignedMarks([this] {
        m_documentPage->setSession(nullptr);
        m_session.reset();
        m_services.selfCheck.setOutputs({});
        m_toolBar->setDocumentOpen(false);
        m_pages->setCurrentWidget(m_startPage);
        statusBar()->hide();
        m_services.recent.check();
        fillRecentMenu();
        showTitle();
    });
}

bool MainWindow::hasUnsignedMarks() const
{
    return m_session && !m_session->marks().isEmpty() && !m_session->undoStack().isClean();
}

void MainWindow::askAboutUnsignedMarks(const std::function<void()>& goOn)
{
    if (!hasUnsignedMarks())
        return goOn();
    auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Leave without signing?"),
        tr("%n seal(s) stand on the pages and are not signed yet.", nullptr, m_session->marks().count()),
        QMessageBox::NoButton, this);
    question->setInformativeText(tr("If you leave now they are lost. The file itself is unchanged."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* sign = question->addButton(tr("Sign now"), QMessageBox::AcceptRole);
    auto* leave = question->addButton(tr("Leave without signing"), QMessageBox::DestructiveRole);
    question->addButton(tr("Stay"), QMessageBox::RejectRole);
    question->setDefaultButton(sign);
    connect(question, &QMessageBox::buttonClicked, this, [this, sign, leave, goOn](QAbstractButton* button) {
        if (button == sign)
            m_documentPage->startSigning();
        else if (button == leave)
            goOn();
    });
    question->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_documentPage->sheet().isSigning()) {
        event->ignore();
        closeSelfCheck();
        return m_documentPage->sheet().askBeforeLeaving();
    }
    if (!m_leaving && hasUnsignedMarks()) {
        event->ignore();
        return askAboutUnsignedMarks([this] {
            m_leaving = true;
            close();
        });
    }
    saveLayout();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!document::droppedFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) { openDropped(document::droppedFiles(*event->mimeData())); }

void MainWindow::openDropped(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (m_session && paths.first().endsWith(".png"_L1, Qt::CaseInsensitive))
        m_documentPage->sealPalette().addFromFile(paths.first());
    else
        open(paths.first());
}

void MainWindow::showTitle()
{
    setWindowTitle(m_session ? tr("%1 – BidSeal").arg(m_session->fileName()) : tr("BidSeal"));
    setWindowFilePath(m_session ? m_session->path() : QString());
}

void MainWindow::focusNextPart()
{
    if (m_session && m_pages->currentWidget() == m_documentPage)
        m_documentPage->focusNextPart();
}

style::Notice& MainWindow::notice() { return m_session ? m_documentPage->notice() : m_startPage->notice(); }

void MainWindow::restoreLayout()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(kGeometrySetting).toByteArray()))
        resize(kFirstSize);
    m_documentPage->splitter().restoreState(settings.value(kSplitterSetting).toByteArray());
}

void MainWindow::saveLayout()
{
    QSettings settings;
    settings.setValue(kGeometrySetting, saveGeometry());
    settings.setValue(kSplitterSetting, m_documentPage->splitter().saveState());
}

} // namespace bidseal::window
