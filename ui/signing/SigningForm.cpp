#include "ui/signing/SigningForm.h"

#include "core/base/ErrorSentence.h"
#include "core/environment/ShownWords.h"
#include "ui/document/DroppedFiles.h"
#include "ui/signing/KeyChooser.h"
#include "ui/signing/MarkStrip.h"
#include "ui/signing/MoreFiles.h"
#include "ui/signing/MoreFilesList.h"
#include "ui/signing/PinArea.h"
#include "ui/signing/SignerSection.h"
#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

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

/// The mark that a plan puts into an empty signature field of the document.
const document::PlacedMark* markInField(const document::MarkList& list)
{
    const auto& marks = list.marks();
    const auto found = std::find_if(marks.begin(), marks.end(), [](const document::PlacedMark& mark) {
        return mark.entry && std::holds_alternative<plan::InField>(mark.entry->rule);
    });
    return found == marks.end() ? nullptr : &*found;
}

/// What is dropped on the sheet and can be signed too.
QStringList droppedDocuments(const QMimeData& data)
{
    auto paths = document::droppedFiles(data);
    erase_if(paths, [](const QString& path) { return !path.endsWith(".pdf"_L1, Qt::CaseInsensitive); });
    return paths;
}

} // namespace

SigningForm::SigningForm(KeyWatch& watch, const SigningSurroundings& surroundings, QWidget* parent)
    : QWidget(parent)
    , m_gate(surroundings.gate)
    , m_clock(surroundings.clock)
    , m_watch(watch)
{
    setAcceptDrops(true);
    m_more = new MoreFiles(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    m_scroll = new QScrollArea(this);
    m_scroll->setAccessibleName(tr("What is signed and with which key"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildContents(watch, surroundings.clock));
    layout->addWidget(m_scroll, 1);
    layout->addWidget(buildFooter());
    setTabOrder(m_pin->lastField(), m_sign);

    connect(m_keys, &KeyChooser::choiceChanged, this, &SigningForm::followChoice);
    connect(m_keys, &KeyChooser::taken, this, &SigningForm::focusFirst);
    connect(m_pin, &PinArea::edited, this, &SigningForm::updateSignButton);
    connect(m_pin, &PinArea::returnPressed, m_sign, &QPushButton::click);
    connect(m_sign, &QPushButton::clicked, this, &SigningForm::signRequested);
    connect(m_more, &MoreFiles::changed, this, &SigningForm::showOutput);
    m_pin->setChoice(m_keys->choice());
    updateSignButton();
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
    m_changeOutput = style::linkButton(tr("Change…"), contents);
    m_changeOutput->setObjectName(u"changeOutput"_s);
    m_changeOutput->setAccessibleName(tr("Change where the signed file is saved"));
    connect(m_changeOutput, &QPushButton::clicked, this, &SigningForm::changeOutput);
    auto* output = new QHBoxLayout;
    output->addWidget(m_outputName, 1);
    output->addWidget(m_changeOutput, 0, Qt::AlignTop);
    m_moreList = new MoreFilesList(*m_more, contents);

    m_keys = new KeyChooser(watch, std::move(clock), contents);

    auto* layout = new QVBoxLayout(contents);
    layout->setContentsMargins(style::kWideMargin, style::kGap, style::kWideMargin, style::kMargin);
    layout->setSpacing(style::kGap);
    layout->addWidget(m_file);
    layout->addWidget(m_marksText);
    layout->addWidget(m_marks);
    layout->addLayout(output);
    layout->addWidget(m_moreList);
    layout->addSpacing(style::kGap);
    m_keyTitle = style::headline(tr("With which key"), 1.1, contents);
    layout->addWidget(m_keyTitle);
    layout->addWidget(m_keys);
    m_signerLayout = new QVBoxLayout;
    layout->addLayout(m_signerLayout);
    layout->addStretch();
    return contents;
}

/// What must never be scrolled out of sight: what went wrong, the PIN, the button.
QWidget* SigningForm::buildFooter()
{
    auto* footer = new QWidget(this);
    m_fitness = new style::Notice(style::Notice::Shape::Card, footer);
    m_fitness->setObjectName(u"fitnessNotice"_s);
    m_missing = new style::Notice(style::Notice::Shape::Card, footer);
    m_missing->setObjectName(u"checklistNotice"_s);
    m_notice = new style::Notice(style::Notice::Shape::Card, footer);
    m_notice->setObjectName(u"signingNotice"_s);
    m_sign = style::primaryButton(tr("Sign"), footer);
    m_sign->setObjectName(u"signNow"_s);
    m_sign->setMinimumHeight(36);
    auto* parts = new QVBoxLayout;
    parts->setContentsMargins(style::kWideMargin, style::kGap + style::kSmallGap, style::kWideMargin, style::kMargin);
    parts->setSpacing(style::kGap + style::kSmallGap);
    parts->addWidget(m_fitness);
    parts->addWidget(m_missing);
    parts->addWidget(m_notice);
    m_pin = new PinArea(footer);
    parts->addWidget(m_pin);
    parts->addWidget(m_sign);
    auto* layout = new QVBoxLayout(footer);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(style::edgeLine(footer));
    layout->addLayout(parts);
    return footer;
}

void SigningForm::begin(document::DocumentSession& session)
{
    if (m_session)
        disconnect(&m_session->marks(), nullptr, this, nullptr);
    m_session = &session;
    connect(&session.marks(), &document::MarkList::changed, this, &SigningForm::followMarks);
    m_file->setText(session.fileName());
    m_notice->clear();
    m_fitness->clear();
    m_computerMaySign = true;
    forgetPin();
    m_more->clear();
    suggestOutput();
    showMarks();
    m_documentMaySign = true;
    checkMaySign();
    m_pin->setChoice(m_keys->choice());
    updateSignButton();
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
    showOutput();
    if (!path.isEmpty())
        checkComputer();
}

void SigningForm::showOutput()
{
    const bool several = !m_more->isEmpty();
    m_outputName->setText(m_output.isEmpty() ? QString()
            : several ? tr("Each signed file will stand beside its original as NAME_已签章.pdf")
                      : tr("The signed file will be %1").arg(QFileInfo(m_output).fileName()));
    m_outputName->setToolTip(several ? QString() : QDir::toNativeSeparators(m_output));
    m_changeOutput->setVisible(!several);
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
    auto shares = shareOut(marks);
    const int count = static_cast<int>(marks.size());
    const int signatures = static_cast<int>(shares.size());
    m_marksText->setText(marks.empty() ? tr("No seal is placed: the signature will not be visible on any page.")
            : signatures == 1          ? tr("%n seal(s), one signature", nullptr, count)
                                       : tr("%1, %2").arg(tr("%n seal(s)", nullptr, count),
                                           tr("%n signature(s), one after the other", nullptr, signatures)));
    m_marks->setMarks(marks);
    m_more->setExample(m_session->path(), marks);
    m_keyTitle->setText(
        signatures == 1 ? tr("With which key") : tr("Signature %1: %2").arg(1).arg(shares.front().holder));
    m_keys->setSeals(shares.front().seals);
    showFurtherSigners(shares);
    m_firstSeals = std::move(shares.front().seals);
    updateSignButton();
}

/// Nobody sees the form while marks are placed: it catches up when it is shown.
void SigningForm::followMarks()
{
    if (!m_session || !isVisible())
        return;
    const auto before = m_firstSeals.size();
    showMarks();
    if (m_firstSeals.size() != before)
        checkMaySign();
}

/// Seals that need another certificate have a signer of their own, with a key and a PIN of their own.
void SigningForm::showFurtherSigners(const std::vector<SignerShare>& shares)
{
    m_furtherCount = static_cast<int>(shares.size()) - 1;
    while (static_cast<int>(m_further.size()) < m_furtherCount) {
        auto* section = new SignerSection(m_watch, m_clock, m_scroll->widget());
        connect(section, &SignerSection::changed, this, &SigningForm::updateSignButton);
        m_signerLayout->addWidget(section);
        m_further.push_back(section);
    }
    for (int i = 0; i < static_cast<int>(m_further.size()); ++i) {
        auto* section = m_further[static_cast<std::size_t>(i)];
        section->setVisible(i < m_furtherCount);
        if (i < m_furtherCount)
            section->setShare(shares[static_cast<std::size_t>(i) + 1], i + 2);
    }
}

/// Another key wants another PIN. The same key in another state keeps what is being typed and what was said.
void SigningForm::followChoice()
{
    const auto id = m_keys->choice() ? m_keys->choice()->id : QString();
    if (std::exchange(m_keyId, id) != id) {
        m_notice->clear();
        checkMaySign();
        // The card has its place only after the next layout.
        QTimer::singleShot(0, this, [this] {
            if (auto* card = m_keys->chosenCard())
                m_scroll->ensureWidgetVisible(card, 0, style::kMargin);
        });
    }
    m_pin->setChoice(m_keys->choice());
    updateSignButton();
}

/// A document that may not be signed, or not with so many seals, because that would break an earlier signature, says so
/// before anyone types a PIN.
void SigningForm::checkMaySign()
{
    if (!m_session)
        return;
    m_check = tasks::BackgroundTask::run(
        this,
        [path = m_session->path(), password = m_session->password(), seals = m_firstSeals.size(), field = fieldName()](
            std::stop_token) -> Status {
            const auto document = pdf::Document::open(path, password.get());
            return document ? (*document)->checkMarks(seals, field) : Status(failure(document.error()));
        },
        [this, path = m_session->path(), seals = m_firstSeals.size()](const Status& maySign) {
            if (!m_session || m_session->path() != path || m_firstSeals.size() != seals)
                return; // about something else than what is here now
            if (!m_documentMaySign)
                m_notice->clear(); // it may be about what has been mended
            m_documentMaySign = maySign.has_value();
            if (!maySign)
                m_notice->show(style::noticeFor(maySign.error()));
            updateSignButton();
        });
}

/// So does a computer that is not fit to sign on. The form is there at once; what stands in the way comes when it is
/// known, and what does not is not spoken of.
void SigningForm::checkComputer()
{
    if (!m_session)
        return;
    m_computerCheck.requestStop();
    m_computerCheck = tasks::BackgroundTask::run(
        this,
        [gate = m_gate, source = m_session->path(), output = m_output](std::stop_token stop) {
            return gate->beforeSigning(
                { { QFileInfo(output).absolutePath(), QFileInfo(source).size() } }, {}, std::move(stop));
        },
        [this, output = m_output](const environment::Report& report) {
            if (m_session && m_output == output)
                showFitness(report);
        });
}

void SigningForm::showFitness(const environment::Report& report)
{
    m_computerMaySign = report.verdict() != environment::Verdict::Unfit;
    updateSignButton();
    m_fitness->clear();
    if (m_computerMaySign)
        return; // what could not be told is asked about when somebody signs
    const auto& first = *report.obstacles().front();
    const auto texts = environment::shown(first.finding);
    m_fitness->show({ style::Tone::Bad, texts.found, QStringList({ texts.meaning, texts.todo }).join(u'\n'),
        tr("Code: %1").arg(first.id) });
    auto* again = m_fitness->addAction(tr("Check again"));
    connect(again, &QPushButton::clicked, this, &SigningForm::checkComputer);
    auto* details = m_fitness->addAction(tr("Open the self-check"));
    connect(details, &QPushButton::clicked, this, &SigningForm::selfCheckRequested);
}

bool SigningForm::isReady() const
{
    const auto isFurtherReady = [](const SignerSection* section) { return section->isReady(); };
    return m_session && m_documentMaySign && m_computerMaySign && m_checklistMissing.isEmpty() && m_keys->choice()
        && !m_output.isEmpty() && m_more->areAllReady() && m_pin->isReady()
        && std::all_of(m_further.begin(), m_further.begin() + m_furtherCount, isFurtherReady);
}

void SigningForm::updateSignButton()
{
    const auto& choice = m_keys->choice();
    const bool phone = choice && choice->as<PhoneRoute>();
    const int files = 1 + m_more->rowCount();
    m_sign->setIcon(style::icon(phone ? style::Glyph::Phone : style::Glyph::Sign, style::Tint::OnAccent));
    if (files == 1)
        m_sign->setText(phone ? tr("Sign with the phone") : tr("Sign"));
    else
        m_sign->setText(
            phone ? tr("Sign %n file(s) with the phone", nullptr, files) : tr("Sign %n file(s)", nullptr, files));
    m_sign->setEnabled(isReady());
    if (m_sign->isEnabled() && std::exchange(m_focusSign, false))
        m_sign->setFocus();
}

void SigningForm::focusFirst()
{
    m_focusSign = false;
    if (m_pin->isTyped())
        m_pin->focusPin();
    else if (m_keys->choice() && m_sign->isEnabled())
        m_sign->setFocus();
    else if (m_keys->choice())
        m_focusSign = true; // as soon as it can be pressed
    else
        m_keys->setFocus();
}

std::vector<SigningRequest> SigningForm::requestsWith(const std::vector<seal::PlacedSeal>& seals) const
{
    std::vector<SigningRequest> requests;
    const auto add = [&](const QString& source, const QString& output) -> SigningRequest& {
        auto& request = requests.emplace_back();
        request.source = source;
        request.output = output;
        request.seals = seals;
        return request;
    };
    auto& first = add(m_session->path(), m_output);
    signIntoField(first);
    first.existingOutput = m_existingOutput;
    if (const auto password = m_session->password())
        first.documentPassword = password->clone();
    for (const auto& file : m_more->files())
        add(file.path, file.output);
    return requests;
}

QString SigningForm::fieldName() const
{
    const auto* mark = markInField(m_session->marks());
    return mark ? std::get<plan::InField>(mark->entry->rule).name : QString();
}

/// The first seal of a signature into a field is the one that the field shows.
void SigningForm::signIntoField(SigningRequest& request) const
{
    const auto* mark = markInField(m_session->marks());
    if (!mark)
        return;
    const auto place = std::find_if(request.seals.begin(), request.seals.end(),
        [&](const seal::PlacedSeal& placed) { return placed.placement == mark->placed.placement; });
    if (place == request.seals.end())
        return; // another signer's
    request.fieldName = fieldName();
    std::rotate(request.seals.begin(), place, place + 1);
}

SigningOrder SigningForm::takeOrder()
{
    SigningOrder order;
    order.signers.push_back({ requestsWith(m_firstSeals), *m_keys->choice(), m_pin->takePin(), m_pin->takeLastTry() });
    for (int i = 0; i < m_furtherCount; ++i) {
        auto& section = *m_further[static_cast<std::size_t>(i)];
        order.signers.push_back({ requestsWith(section.seals()), *section.keys().choice(), section.pinArea().takePin(),
            section.pinArea().takeLastTry() });
    }
    m_notice->clear();
    return order;
}

void SigningForm::forgetPin()
{
    m_pin->forget();
    for (auto* section : m_further)
        section->pinArea().forget();
}

void SigningForm::setChecklistMissing(const QStringList& titles)
{
    m_checklistMissing = titles;
    if (titles.isEmpty())
        m_missing->clear();
    else
        m_missing->show(style::noticeFor(
            { ErrorCode::ChecklistIncomplete, {}, { .name = QLocale().createSeparatedList(titles) } }));
    updateSignButton();
}

void SigningForm::resume(const Error& error)
{
    if (error.code == ErrorCode::PinLastTry) {
        m_pin->tellLastTry();
        for (auto* section : m_further)
            section->pinArea().tellLastTry();
    }
    if (error.code == ErrorCode::OutputExists)
        suggestOutput();
    m_notice->show(noticeAbout(error));
    updateSignButton();
    if (isAboutPin(error.code) && m_pin->isTyped())
        m_pin->focusPin();
    else
        m_sign->setFocus();
    offerWayOut(error.code);
}

/// Of several files the sentence names the one that it is about.
style::NoticeText SigningForm::noticeAbout(const Error& error) const
{
    auto text = style::noticeFor(error);
    const auto& name = error.facts.name;
    const auto isIt = [&name](const MoreFiles::File& file) { return QFileInfo(file.path).fileName() == name; };
    const auto& files = m_more->files();
    const bool ofSeveral
        = !files.empty() && (m_session->fileName() == name || std::any_of(files.begin(), files.end(), isIt));
    if (ofSeveral && !text.title.contains(name))
        text.title = tr("%1: %2").arg(name, text.title);
    return text;
}

/// The one thing to do, as a button, where a button can do it.
void SigningForm::offerWayOut(ErrorCode code)
{
    const auto offer = [this](const QString& text, auto action) {
        connect(m_notice->addAction(text), &QPushButton::clicked, this, action);
    };
    switch (code) {
    case ErrorCode::PhoneCodeExpired:
    case ErrorCode::PhoneSessionExpired:
    case ErrorCode::PhoneCodeUsed:
    case ErrorCode::PhoneRefused:
    case ErrorCode::PhoneCodeDiffers:
    case ErrorCode::PhoneMessageInvalid:
        return offer(tr("Show a new code"), [this] { m_sign->click(); });
    case ErrorCode::RelayUnreachable:
    case ErrorCode::RelayBusy:
        offer(tr("Try again"), [this] { m_sign->click(); });
        [[fallthrough]];
    case ErrorCode::RelayUntrusted:
    case ErrorCode::RelayUnsuitable:
    case ErrorCode::RelayAddressInvalid:
        return offer(tr("Check the relay…"), [this] { m_keys->editRelays(); });
    case ErrorCode::PhoneBatchTooLarge:
        return offer(tr("Show the files"), [this] {
            m_scroll->ensureWidgetVisible(m_moreList);
            m_moreList->setFocus();
        });
    case ErrorCode::EnvironmentUnfit:
    case ErrorCode::EnvironmentUnclear:
        return offer(tr("Open the self-check"), [this] { Q_EMIT selfCheckRequested(); });
    default:
        return;
    }
}

void SigningForm::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_session && !droppedDocuments(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

/// Whoever comes back from the self-check may have mended what stood in the way.
void SigningForm::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    followMarks();
    if (!m_computerMaySign)
        checkComputer();
}

void SigningForm::dropEvent(QDropEvent* event)
{
    m_more->add(droppedDocuments(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace bidseal::signing
