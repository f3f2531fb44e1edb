#include "ui/signing/SigningForm.h"

#include "core/base/ErrorSentence.h"
#include "ui/signing/KeyChooser.h"
#include "ui/signing/MarkStrip.h"
#include "ui/signing/PinEdit.h"
#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

bool isAboutPin(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PinWrong:
    case ErrorCode::PinNeeded:
    case ErrorCode::PinLastTry:
    case ErrorCode::PinLengthInvalid:
    case ErrorCode::KeyFilePasswordWrong:
        return true;
    default:
        return false;
    }
}

} // namespace

SigningForm::SigningForm(KeyWatch& watch, std::shared_ptr<const Clock> clock, QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    m_scroll = new QScrollArea(this);
    m_scroll->setAccessibleName(tr("What is signed and with which key"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildContents(watch, std::move(clock)));
    layout->addWidget(m_scroll, 1);
    layout->addWidget(buildFooter());
    setTabOrder(m_pin, m_useLastTry);
    setTabOrder(m_useLastTry, m_sign);

    connect(m_keys, &KeyChooser::choiceChanged, this, &SigningForm::followChoice);
    connect(m_keys, &KeyChooser::taken, this, &SigningForm::focusFirst);
    connect(m_pin, &PinEdit::edited, this, &SigningForm::updateSignButton);
    connect(m_pin, &PinEdit::returnPressed, m_sign, &QPushButton::click);
    connect(m_pin, &PinEdit::capsLockSuspected, m_capsLock, &QWidget::setVisible);
    connect(m_useLastTry, &QCheckBox::toggled, this, &SigningForm::updateSignButton);
    connect(m_sign, &QPushButton::clicked, this, &SigningForm::signRequested);
    showPinArea();
}

QWidget* SigningForm::buildHeader()
{
    auto* header = new QWidget(this);
    auto* close = new QToolButton(header);
    close->setObjectName(u"closeSheet"_s);
    close->setIcon(style::icon(style::Glyph::Close));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, this, &SigningForm::closeRequested);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(style::kWideMargin, style::kMargin, style::kMargin, style::kGap);
    layout->addWidget(style::headline(tr("Sign"), 1.5, header), 1);
    layout->addWidget(close);
    return header;
}

QWidget* SigningForm::buildContents(KeyWatch& watch, std::shared_ptr<const Clock> clock)
{
    auto* contents = new QWidget(this);
    m_file = style::headline({}, 1.1, contents);
    m_marksText = style::quietText({}, contents);
    m_marks = new MarkStrip(contents);
    m_outputName = style::quietText({}, contents);
    m_outputName->setObjectName(u"outputName"_s);
    auto* change = style::linkButton(tr("Change…"), contents);
    change->setObjectName(u"changeOutput"_s);
    change->setAccessibleName(tr("Change where the signed file is saved"));
    connect(change, &QPushButton::clicked, this, &SigningForm::changeOutput);
    auto* output = new QHBoxLayout;
    output->addWidget(m_outputName, 1);
    output->addWidget(change, 0, Qt::AlignTop);

    m_keys = new KeyChooser(watch, std::move(clock), contents);
    m_notice = new style::Notice(style::Notice::Shape::Card, contents);
    m_notice->setObjectName(u"signingNotice"_s);

    auto* layout = new QVBoxLayout(contents);
    layout->setContentsMargins(style::kWideMargin, style::kGap, style::kWideMargin, style::kMargin);
    layout->setSpacing(style::kGap);
    layout->addWidget(m_file);
    layout->addWidget(m_marksText);
    layout->addWidget(m_marks);
    layout->addLayout(output);
    layout->addSpacing(style::kMargin);
    layout->addWidget(style::headline(tr("With which key"), 1.1, contents));
    layout->addWidget(m_keys);
    layout->addSpacing(style::kGap);
    layout->addWidget(m_notice);
    layout->addWidget(buildPinArea());
    layout->addStretch();
    return contents;
}

QWidget* SigningForm::buildPinArea()
{
    m_pinArea = new QWidget(this);
    m_pinLabel = style::plainText({}, m_pinArea);
    m_pin = new PinEdit(m_pinArea);
    m_pin->setObjectName(u"pin"_s);
    m_capsLock = style::quietText(tr("Caps lock seems to be on."), m_pinArea);
    m_capsLock->hide();
    m_useLastTry = new QCheckBox(tr("Use the last try. If it is wrong too, the PIN is locked."), m_pinArea);
    m_useLastTry->setObjectName(u"useLastTry"_s);
    m_pinNotice = new style::Notice(style::Notice::Shape::Card, m_pinArea);
    auto* layout = new QVBoxLayout(m_pinArea);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_pinNotice);
    layout->addWidget(m_pinLabel);
    layout->addWidget(m_pin);
    layout->addWidget(m_capsLock);
    layout->addWidget(m_useLastTry);
    return m_pinArea;
}

QWidget* SigningForm::buildFooter()
{
    auto* footer = new QWidget(this);
    m_sign = style::primaryButton(tr("Sign"), footer);
    m_sign->setObjectName(u"signNow"_s);
    m_sign->setIcon(style::icon(style::Glyph::Sign, style::Tint::OnAccent));
    m_sign->setMinimumHeight(36);
    auto* layout = new QHBoxLayout(footer);
    layout->setContentsMargins(style::kWideMargin, style::kGap, style::kWideMargin, style::kMargin);
    layout->addWidget(m_sign, 1);
    return footer;
}

void SigningForm::begin(document::DocumentSession& session)
{
    if (m_session)
        disconnect(&m_session->marks(), nullptr, this, nullptr);
    m_session = &session;
    connect(&session.marks(), &document::MarkList::changed, this, &SigningForm::showMarks);
    m_file->setText(session.fileName());
    m_notice->clear();
    m_pin->clear();
    m_lastTryTold = false;
    showMarks();
    suggestOutput();
    m_documentMaySign = true;
    checkMaySign();
    showPinArea();
    focusFirst();
}

void SigningForm::suggestOutput()
{
    setOutput({}, ExistingOutput::Refuse);
    tasks::BackgroundTask::run(
        this, [source = m_session->path()](std::stop_token) { return suggestedOutput(source); },
        [this](const QString& path) {
            if (m_output.isEmpty())
                setOutput(path, ExistingOutput::Refuse);
        });
}

void SigningForm::setOutput(const QString& path, ExistingOutput existing)
{
    m_output = path;
    m_existingOutput = existing;
    m_outputName->setText(
        path.isEmpty() ? QString() : tr("The signed file will be %1").arg(QFileInfo(path).fileName()));
    m_outputName->setToolTip(QDir::toNativeSeparators(path));
    updateSignButton();
}

void SigningForm::changeOutput()
{
    auto* dialog = new QFileDialog(window(), tr("Save the signed file as"), m_output, tr("PDF documents (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    // The dialog has asked before it hands over a name that exists.
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& path) { setOutput(path, ExistingOutput::Overwrite); });
    dialog->open();
}

void SigningForm::showMarks()
{
    if (!m_session)
        return;
    const auto marks = m_session->placedSeals();
    m_marksText->setText(marks.empty() ? tr("No seal is placed: the signature will not be visible on any page.")
                                       : tr("%n seal(s), one signature", nullptr, static_cast<int>(marks.size())));
    m_marks->setMarks(marks);
}

/// Another key wants another PIN. The same key in another state keeps what is being typed and what was said.
void SigningForm::followChoice()
{
    const auto id = m_keys->choice() ? m_keys->choice()->id : QString();
    if (std::exchange(m_keyId, id) != id) {
        m_lastTryTold = false;
        m_pin->clear();
        m_notice->clear();
        checkMaySign();
    }
    showPinArea();
}

/// A document that may not be signed says so before anyone types a PIN.
void SigningForm::checkMaySign()
{
    if (!m_session)
        return;
    m_check = tasks::BackgroundTask::run(
        this,
        [path = m_session->path(), password = m_session->password()](std::stop_token) -> Status {
            const auto document = pdf::Document::open(path, password.get());
            return document ? (*document)->checkMaySign() : Status(failure(document.error()));
        },
        [this, path = m_session->path()](const Status& maySign) {
            if (!m_session || m_session->path() != path)
                return;
            m_documentMaySign = maySign.has_value();
            if (!maySign)
                m_notice->show(style::noticeFor(maySign.error()));
            updateSignButton();
        });
}

void SigningForm::showPinArea()
{
    const auto& choice = m_keys->choice();
    m_pinArea->setVisible(choice.has_value());
    m_pinNotice->clear();
    m_capsLock->hide();
    if (choice) {
        const bool locked = choice->pinState == key::PinState::Locked;
        const bool lastTry = m_lastTryTold || choice->pinState == key::PinState::LastTry;
        const bool typed = !locked && !choice->onTokensOwnPad;
        const auto label = choice->isKeyFile() ? tr("Password of the key file") : tr("PIN of %1").arg(choice->name);
        m_pinLabel->setText(locked ? QString()
                : typed            ? label
                                   : tr("Enter the PIN on the key's own keypad when it asks."));
        m_pinLabel->setVisible(!locked);
        m_pin->setVisible(typed);
        m_pin->setAccessibleName(label);
        m_useLastTry->setVisible(!locked && lastTry);
        if (!lastTry)
            m_useLastTry->setChecked(false);
        if (locked)
            m_pinNotice->show(style::noticeFor({ ErrorCode::PinLocked, {}, {} }));
    }
    updateSignButton();
}

bool SigningForm::isReady() const
{
    const auto& choice = m_keys->choice();
    if (!m_session || !m_documentMaySign || !choice || m_output.isEmpty() || choice->pinState == key::PinState::Locked)
        return false;
    const bool lastTry = m_lastTryTold || choice->pinState == key::PinState::LastTry;
    if (lastTry && !m_useLastTry->isChecked())
        return false;
    return choice->onTokensOwnPad || !m_pin->isEmpty() || choice->isKeyFile();
}

void SigningForm::updateSignButton() { m_sign->setEnabled(isReady()); }

void SigningForm::focusFirst()
{
    if (m_pinArea->isVisibleTo(this) && m_pin->isVisibleTo(this))
        m_pin->setFocus();
    else if (m_keys->choice())
        m_sign->setFocus();
    else
        m_keys->setFocus();
}

SigningOrder SigningForm::takeOrder()
{
    SigningOrder order;
    order.request.source = m_session->path();
    order.request.output = m_output;
    order.request.existingOutput = m_existingOutput;
    if (const auto password = m_session->password())
        order.request.documentPassword = password->clone();
    order.request.seals = m_session->placedSeals();
    order.key = *m_keys->choice();
    order.lastTry = m_useLastTry->isChecked() ? LastTry::Agreed : LastTry::AskFirst;
    m_useLastTry->setChecked(false);
    order.pin = m_pin->take();
    m_notice->clear();
    return order;
}

void SigningForm::forgetPin() { m_pin->clear(); }

void SigningForm::resume(const Error& error)
{
    m_lastTryTold = error.code == ErrorCode::PinLastTry;
    if (error.code == ErrorCode::OutputExists)
        suggestOutput();
    showPinArea();
    m_notice->show(style::noticeFor(error));
    if (isAboutPin(error.code) && m_pin->isVisibleTo(this))
        m_pin->setFocus();
    else
        m_sign->setFocus();
    m_scroll->ensureWidgetVisible(m_notice);
}

} // namespace bidseal::signing
