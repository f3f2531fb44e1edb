#include "ui/signing/SigningSheet.h"

#include "core/base/Log.h"
#include "core/environment/ShownWords.h"
#include "ui/mobile/PhonePage.h"
#include "ui/signing/KeyChooser.h"
#include "ui/signing/ProgressPage.h"
#include "ui/signing/ResultPage.h"
#include "ui/signing/SigningForm.h"
#include "ui/signing/SigningLine.h"
#include "ui/style/Notice.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

SigningSheet::SigningSheet(KeyWatch& watch, SigningSurroundings surroundings, QWidget* parent)
    : QWidget(parent)
    , m_watch(watch)
    , m_surroundings(std::move(surroundings))
{
    m_pages = new QStackedWidget(this);
    m_form = new SigningForm(watch, m_surroundings, m_pages);
    m_progress = new ProgressPage(m_pages);
    m_phone = new mobile::PhonePage(m_pages);
    m_result = new ResultPage(m_pages);
    for (QWidget* page : std::initializer_list<QWidget*> { m_form, m_progress, m_phone, m_result })
        m_pages->addWidget(page);
    m_questions = new QWidget(this);
    m_leaving = new style::Notice(style::Notice::Shape::Card, m_questions);
    m_holder = new style::Notice(style::Notice::Shape::Card, m_questions);
    m_holder->setObjectName(u"holderQuestion"_s);
    m_unknown = new style::Notice(style::Notice::Shape::Card, m_questions);
    m_unknown->setObjectName(u"unknownQuestion"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    auto* questions = new QVBoxLayout(m_questions);
    questions->setContentsMargins(style::kMargin, style::kMargin, style::kMargin, 0);
    questions->setSpacing(style::kGap);
    questions->addWidget(m_leaving);
    questions->addWidget(m_holder);
    questions->addWidget(m_unknown);
    layout->addWidget(m_questions);
    layout->addWidget(m_pages, 1);
    setAccessibleName(tr("Sign"));
    setAutoFillBackground(true);
    showQuestions();

    connect(m_form, &SigningForm::signRequested, this, &SigningSheet::start);
    connect(m_form, &SigningForm::closeRequested, this, &SigningSheet::closeRequested);
    connect(m_form, &SigningForm::selfCheckRequested, this, &SigningSheet::selfCheckRequested);
    connect(m_progress, &ProgressPage::cancelRequested, this, &SigningSheet::cancel);
    connect(m_phone, &mobile::PhonePage::cancelRequested, this, &SigningSheet::cancel);
    connect(m_phone, &mobile::PhonePage::newCodeRequested, this, [this] {
        if (m_line)
            m_line->renewCode();
    });
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
    const auto& requests = order.signers.front().requests;
    m_source = requests.front().source;
    m_marks.clear();
    for (const auto& signer : order.signers)
        m_marks.insert(m_marks.end(), signer.requests.front().seals.begin(), signer.requests.front().seals.end());
    const int count = static_cast<int>(requests.size());
    const auto what = count == 1 ? QFileInfo(m_source).fileName() : tr("%n file(s)", nullptr, count);
    m_progress->start(what);
    m_pages->setCurrentWidget(m_progress);
    for (const auto& signer : order.signers) {
        if (const auto* phone = signer.key.as<PhoneRoute>())
            m_phone->start(what, phone->relay.address.origin.shown());
    }
    if (order.signers.front().key.as<PhoneRoute>())
        m_pages->setCurrentWidget(m_phone);
    m_watch.pause();
    m_line = std::make_shared<SigningLine>(
        this, [this](const key::MobileProgress& progress) { showPhone(progress); },
        [this](const HolderQuestion& question) { askHolder(question); },
        [this](const std::vector<environment::CheckResult>& unknown) { askUnknown(unknown); });
    m_task = tasks::BackgroundTask::run(
        this,
        [order = std::move(order), surroundings = m_surroundings, line = m_line](
            std::stop_token stop, const ProgressCallback& progress) mutable {
            return carryOut(std::move(order), surroundings, *line, progress, stop);
        },
        [this](Result<std::vector<SignedDocument>> result) { finish(std::move(result)); },
        [this](const Progress& progress) { showProgress(progress); });
}

void SigningSheet::showProgress(const Progress& progress)
{
    m_progress->setProgress(progress);
    m_phone->setProgress(progress);
}

/// The phone has the page until its owner has confirmed; the rest is as with any other key.
void SigningSheet::showPhone(const key::MobileProgress& progress)
{
    if (!isSigning())
        return;
    m_phone->show(progress);
    const bool isOver = progress.step == key::MobileProgress::Step::Confirmed;
    QWidget* const page = isOver ? static_cast<QWidget*>(m_progress) : m_phone;
    if (m_pages->currentWidget() == page)
        return;
    m_pages->setCurrentWidget(page);
    page->setFocus();
}

/// Their room goes with them.
void SigningSheet::showQuestions()
{
    m_questions->setVisible(!m_leaving->isHidden() || !m_holder->isHidden() || !m_unknown->isHidden());
}

template <class Answer> void SigningSheet::answer(style::Notice& question, Answer given)
{
    question.clear();
    showQuestions();
    m_pages->currentWidget()->setFocus();
    m_line->answer(given);
}

void SigningSheet::askHolder(const HolderQuestion& question)
{
    if (!isSigning())
        return;
    const auto seals = QLocale().createSeparatedList(question.sealHolders);
    m_holder->show({ style::Tone::Caution, tr("Certificate and seal belong to different holders."),
        tr("The certificate is that of %1, the seal that of %2. Shall this certificate sign all the same?")
            .arg(question.certificateHolder, seals),
        {} });
    auto* another = m_holder->addAction(tr("Use another certificate"));
    auto* goOn = m_holder->addAction(tr("Sign all the same"));
    showQuestions();
    connect(another, &QPushButton::clicked, this, [this] { answer(*m_holder, HolderAnswer::UseAnother); });
    connect(goOn, &QPushButton::clicked, this, [this] { answer(*m_holder, HolderAnswer::GoOn); });
    another->setFocus();
}

/// What could not be told is in the way only until somebody has read it.
void SigningSheet::askUnknown(const std::vector<environment::CheckResult>& unknown)
{
    if (!isSigning())
        return;
    const auto first = environment::shown(unknown.front().finding);
    const auto title = unknown.size() == 1
        ? first.found
        : tr("%n check(s) of this computer could not tell.", nullptr, static_cast<int>(unknown.size()));
    m_unknown->show({ style::Tone::Caution, title,
        tr("%1 If you sign all the same, the journal keeps that.").arg(first.todo).trimmed(), unknown.front().id });
    auto* leave = m_unknown->addAction(tr("Do not sign"));
    auto* goOn = m_unknown->addAction(tr("Sign all the same"));
    showQuestions();
    connect(leave, &QPushButton::clicked, this, [this] { answer(*m_unknown, UnknownAnswer::Leave); });
    connect(goOn, &QPushButton::clicked, this, [this] { answer(*m_unknown, UnknownAnswer::GoOn); });
    leave->setFocus();
}

void SigningSheet::finish(Result<std::vector<SignedDocument>> result)
{
    m_watch.resume();
    m_line.reset();
    m_leaving->clear();
    m_holder->clear();
    m_unknown->clear();
    showQuestions();
    m_phone->forget();
    if (result) {
        m_form->keys().rememberChoice();
        m_result->show(m_source, m_marks, *result);
        m_pages->setCurrentWidget(m_result);
        Q_EMIT documentSigned(result->front());
    } else {
        qCInfo(logUi).noquote() << "not signed:" << logText(result.error());
        m_pages->setCurrentWidget(m_form);
        m_form->resume(result.error());
    }
    if (std::exchange(m_leave, false))
        Q_EMIT leaveConfirmed();
}

void SigningSheet::setChecklistMissing(const QStringList& titles) { m_form->setChecklistMissing(titles); }

void SigningSheet::cancel()
{
    m_task.requestStop();
    m_holder->clear();
    m_unknown->clear();
    showQuestions();
    m_progress->showCancelling();
    m_phone->showCancelling();
}

void SigningSheet::askBeforeLeaving()
{
    m_leaving->show({ style::Tone::Caution, tr("A signature is under way."),
        tr("If you leave now it is cancelled, and your file stays as it was."), {} });
    auto* keep = m_leaving->addAction(tr("Keep signing"));
    auto* leave = m_leaving->addAction(tr("Cancel and leave"));
    showQuestions();
    connect(keep, &QPushButton::clicked, this, [this] {
        m_leaving->clear();
        showQuestions();
    });
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
