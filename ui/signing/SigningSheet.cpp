#include "ui/signing/SigningSheet.h"

#include "core/base/Log.h"
#include "ui/signing/KeyChooser.h"
#include "ui/signing/ProgressPage.h"
#include "ui/signing/ResultPage.h"
#include "ui/signing/SigningForm.h"
#include "ui/style/Notice.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bidseal::signing {

SigningSheet::SigningSheet(KeyWatch& watch, SigningSurroundings surroundings, QWidget* parent)
    : QWidget(parent)
    , m_watch(watch)
    , m_surroundings(std::move(surroundings))
{
    m_pages = new QStackedWidget(this);
    m_form = new SigningForm(watch, m_surroundings.clock, m_pages);
    m_progress = new ProgressPage(m_pages);
    m_result = new ResultPage(m_pages);
    for (QWidget* page : std::initializer_list<QWidget*> { m_form, m_progress, m_result })
        m_pages->addWidget(page);
    m_leaving = new style::Notice(style::Notice::Shape::Card, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_leaving);
    layout->addWidget(m_pages, 1);
    setAccessibleName(tr("Sign"));
    setAutoFillBackground(true);

    connect(m_form, &SigningForm::signRequested, this, &SigningSheet::start);
    connect(m_form, &SigningForm::closeRequested, this, &SigningSheet::closeRequested);
    connect(m_progress, &ProgressPage::cancelRequested, this, &SigningSheet::cancel);
    connect(m_result, &ResultPage::openRequested, this, &SigningSheet::openRequested);
    connect(m_result, &ResultPage::showInFolderRequested, this, &SigningSheet::showInFolderRequested);
    connect(m_result, &ResultPage::closeRequested, this, &SigningSheet::closeRequested);
}

void SigningSheet::begin(document::DocumentSession& session)
{
    if (isSigning())
        return;
    m_pages->setCurrentWidget(m_form);
    m_form->begin(session);
}

void SigningSheet::start()
{
    auto order = m_form->takeOrder();
    m_source = order.request.source;
    m_marks = order.request.seals;
    m_progress->start(QFileInfo(m_source).fileName());
    m_pages->setCurrentWidget(m_progress);
    m_watch.pause();
    m_task = tasks::BackgroundTask::run(
        this,
        [order = std::move(order), surroundings = m_surroundings](
            std::stop_token stop, const ProgressCallback& progress) mutable {
            return carryOut(std::move(order), surroundings, progress, stop);
        },
        [this](Result<SignedDocument> result) { finish(std::move(result)); },
        [this](const Progress& progress) { m_progress->setProgress(progress); });
}

void SigningSheet::finish(Result<SignedDocument> result)
{
    m_watch.resume();
    m_leaving->clear();
    if (result) {
        m_form->keys().rememberChoice();
        m_result->show(m_source, m_marks, *result);
        m_pages->setCurrentWidget(m_result);
        Q_EMIT documentSigned(*result);
    } else {
        qCInfo(logUi).noquote() << "not signed:" << logText(result.error());
        m_pages->setCurrentWidget(m_form);
        m_form->resume(result.error());
    }
    if (std::exchange(m_leave, false))
        Q_EMIT leaveConfirmed();
}

void SigningSheet::cancel()
{
    m_task.requestStop();
    m_progress->showCancelling();
}

void SigningSheet::askBeforeLeaving()
{
    m_leaving->show({ style::Tone::Caution, tr("A signature is under way."),
        tr("If you leave now it is cancelled, and your file stays as it was."), {} });
    auto* keep = m_leaving->addAction(tr("Keep signing"));
    auto* leave = m_leaving->addAction(tr("Cancel and leave"));
    connect(keep, &QPushButton::clicked, m_leaving, &style::Notice::clear);
    connect(leave, &QPushButton::clicked, this, [this] {
        m_leave = true;
        cancel();
    });
    keep->setFocus();
}

void SigningSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (isSigning())
        cancel();
    else
        Q_EMIT closeRequested();
}

void SigningSheet::hideEvent(QHideEvent* event)
{
    m_form->forgetPin(); // nobody leaves a PIN behind in a sheet that was put away
    QWidget::hideEvent(event);
}

void SigningSheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), style::colours().window);
    painter.fillRect(QRect(0, 0, 1, height()), style::colours().edge);
}

} // namespace bidseal::signing
