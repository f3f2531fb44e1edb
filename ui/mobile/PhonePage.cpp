#include "ui/mobile/PhonePage.h"

#include "ui/mobile/CompareCode.h"
#include "ui/mobile/PhoneScene.h"
#include "ui/mobile/QrView.h"
#include "ui/mobile/SecretClipboard.h"
#include "ui/style/Notice.h"
#include "ui/style/StepList.h"
#include "ui/style/Widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::mobile {

namespace {

using Step = key::MobileProgress::Step;

constexpr std::chrono::milliseconds kTick { 250 };
constexpr int kBarSteps = 1000;

enum StepRow { ScanRow, ChooseRow, CompareRow, ConfirmRow, AllDone };

/// "1:42"
QString clockText(std::chrono::seconds left)
{
    const auto seconds = static_cast<int>(std::max<qint64>(0, left.count()));
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QLabel* centred(QLabel* label)
{
    label->setAlignment(Qt::AlignCenter);
    return label;
}

} // namespace

PhonePage::PhonePage(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    m_scroll = new QScrollArea(this);
    m_scroll->setAccessibleName(tr("Signing with the phone"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildContents());
    layout->addWidget(m_scroll, 1);
    layout->addWidget(buildFooter());
    setFocusProxy(m_cancel);
    m_clock.setInterval(kTick);
    connectParts();
    start({}, {});
}

QWidget* PhonePage::buildHeader()
{
    auto* header = new QWidget(this);
    m_what = style::quietText({}, header);
    auto* layout = new QVBoxLayout(header);
    layout->setContentsMargins(style::kWideMargin, style::kMargin, style::kWideMargin, style::kGap);
    layout->setSpacing(style::kSmallGap);
    layout->addWidget(style::headline(tr("Sign with the phone"), 1.5, header));
    layout->addWidget(m_what);
    return header;
}

QWidget* PhonePage::buildContents()
{
    auto* contents = new QWidget(this);
    m_notice = new style::Notice(style::Notice::Shape::Card, contents);
    m_notice->setObjectName(u"phoneNotice"_s);

    m_picture = new QStackedWidget(contents);
    m_picture->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_codeRoom = new QWidget(m_picture);
    m_code = new QrView(m_codeRoom);
    m_code->setObjectName(u"phoneCode"_s);
    auto* codeLayout = new QHBoxLayout(m_codeRoom);
    codeLayout->setContentsMargins({});
    codeLayout->addWidget(m_code, 0, Qt::AlignCenter);
    m_scene = new PhoneScene(m_picture);
    m_compare = new CompareCode(m_picture);
    m_compare->setObjectName(u"compareCode"_s);
    for (QWidget* picture : std::initializer_list<QWidget*> { m_codeRoom, m_scene, m_compare })
        m_picture->addWidget(picture);

    m_now = centred(style::headline({}, 1.2, contents));
    m_now->setObjectName(u"phoneNow"_s);
    m_more = centred(style::quietText({}, contents));
    m_more->setObjectName(u"phoneMore"_s);
    m_bar = new QProgressBar(contents);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of this step"));
    m_renew = style::primaryButton(tr("Show a new code"), contents);
    m_renew->setObjectName(u"renewCode"_s);
    m_countdown = style::quietText({}, contents);
    m_countdown->setObjectName(u"phoneCountdown"_s);
    m_countdown->setWordWrap(false);
    m_newCode = style::linkButton(tr("New code"), contents);
    m_newCode->setObjectName(u"newCode"_s);
    m_newCode->setIcon(style::icon(style::Glyph::Rotate));
    auto* time = new QHBoxLayout;
    time->setSpacing(style::kSmallGap);
    time->addStretch();
    time->addWidget(m_countdown);
    time->addWidget(m_newCode);
    time->addStretch();

    m_steps = new style::StepList(contents);
    m_steps->setObjectName(u"phoneSteps"_s);
    m_relay = style::quietText({}, contents);
    m_relay->setObjectName(u"phoneRelay"_s);
    m_copyLink = style::linkButton(tr("Copy link"), contents);
    m_copyLink->setObjectName(u"copyLink"_s);
    m_copyLink->setIcon(style::icon(style::Glyph::Copy));
    m_copyWarning = style::quietText({}, contents);
    m_copyWarning->setObjectName(u"copyWarning"_s);
    auto* copy = new QHBoxLayout;
    copy->setSpacing(style::kSmallGap);
    copy->addWidget(m_copyLink);
    copy->addWidget(m_copyWarning, 1);

    auto* layout = new QVBoxLayout(contents);
    layout->setContentsMargins(style::kWideMargin, style::kSmallGap, style::kWideMargin, style::kGap);
    layout->setSpacing(style::kGap);
    layout->addWidget(m_notice);
    layout->addWidget(m_picture);
    layout->addWidget(m_now);
    layout->addWidget(m_more);
    layout->addWidget(m_bar);
    layout->addWidget(m_renew, 0, Qt::AlignCenter);
    layout->addLayout(time);
    layout->addSpacing(style::kSmallGap);
    layout->addWidget(m_steps);
    layout->addSpacing(style::kSmallGap);
    layout->addWidget(m_relay);
    layout->addLayout(copy);
    layout->addStretch();
    return contents;
}

QWidget* PhonePage::buildFooter()
{
    auto* footer = new QWidget(this);
    m_cancel = style::pushButton(tr("Cancel"), footer);
    m_cancel->setObjectName(u"cancelPhone"_s);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(style::kWideMargin, style::kGap + style::kSmallGap, style::kWideMargin, style::kMargin);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(footer);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(style::edgeLine(footer));
    layout->addLayout(buttons);
    return footer;
}

void PhonePage::connectParts()
{
    connect(&m_clock, &QTimer::timeout, this, &PhonePage::showCountdown);
    connect(m_renew, &QPushButton::clicked, this, &PhonePage::requestNewCode);
    connect(m_newCode, &QPushButton::clicked, this, &PhonePage::requestNewCode);
    connect(m_copyLink, &QPushButton::clicked, this, &PhonePage::copyLink);
    connect(m_cancel, &QPushButton::clicked, this, &PhonePage::cancelRequested);
}

void PhonePage::start(const QString& what, const QString& relay)
{
    m_what->setText(what);
    m_steps->setSteps({ tr("Scan the code with your certificate app"), tr("Choose the certificate on the phone"),
        tr("Compare the figures on both screens"), tr("Confirm on the phone with your PIN") });
    m_cancel->setEnabled(true);
    m_cancel->setFocus();
    m_scroll->ensureVisible(0, 0);
    key::MobileProgress connecting;
    connecting.relay = relay;
    m_progress = {};
    show(connecting);
}

void PhonePage::show(const key::MobileProgress& progress)
{
    m_progress = progress;
    if (progress.step != Step::WaitingForScan)
        forgetCopied(std::exchange(m_copied, {}));
    if (progress.isInterrupted)
        m_notice->show({ style::Tone::Caution, tr("The network is interrupted."),
            tr("It goes on by itself as soon as the relay can be reached again. Nothing is lost."), {} });
    else
        m_notice->clear();
    m_relay->setText(progress.relay.isEmpty() ? QString() : tr("Through the relay %1").arg(progress.relay));
    if (m_cancel->isEnabled())
        showStep();
}

void PhonePage::showStep()
{
    const bool waiting = m_progress.step == Step::WaitingForScan;
    const bool expired = m_progress.step == Step::CodeExpired;
    if (waiting)
        showCode();
    else if (m_progress.step == Step::Comparing)
        m_picture->setCurrentWidget(m_compare);
    else
        showScene();
    m_code->setText(waiting ? m_progress.link : QString());
    m_compare->setCode(m_progress.compareCode);
    m_picture->setFixedHeight(m_picture->currentWidget()->sizeHint().height());

    m_renew->setVisible(expired);
    m_newCode->setVisible(waiting);
    m_copyLink->setVisible(waiting);
    m_copyWarning->setVisible(waiting);
    m_copyWarning->setText(m_copied.isEmpty() ? tr("if the phone has no camera. Send it to nobody.")
                                              : tr("Copied. Whoever has this link can take your place: send it to "
                                                   "nobody."));
    m_bar->setVisible(m_progress.step == Step::Connecting || m_progress.step == Step::CertificateChosen);
    m_bar->setRange(0, 0);
    showSteps();
    showCountdown();
    if (expired)
        m_renew->setFocus();
    else if (!m_cancel->hasFocus() && !(waiting && (m_newCode->hasFocus() || m_copyLink->hasFocus())))
        m_cancel->setFocus();
}

void PhonePage::showCode()
{
    m_picture->setCurrentWidget(m_codeRoom);
    say(tr("Waiting for your phone"), {});
}

void PhonePage::showScene()
{
    m_picture->setCurrentWidget(m_scene);
    m_scene->setGlyph(m_progress.step == Step::CodeExpired ? style::Glyph::Clock
            : m_progress.step == Step::Confirmed           ? style::Glyph::Good
                                                           : style::Glyph::Phone);
}

/// One switch for everything that is said of a step: without default, so that a new step is not forgotten.
void PhonePage::showSteps()
{
    const auto& told = m_progress;
    if (!told.device.isEmpty())
        m_steps->setStepText(ScanRow, tr("Scanned by %1").arg(told.device));
    if (!told.holder.isEmpty())
        m_steps->setStepText(ChooseRow, tr("Certificate: %1").arg(told.holder));
    switch (told.step) {
    case Step::Connecting:
        say(tr("Asking the relay for a code"), {});
        return m_steps->setCurrent(ScanRow);
    case Step::WaitingForScan:
        return m_steps->setCurrent(ScanRow);
    case Step::CodeExpired:
        say(tr("The code has run out"), tr("Nobody has scanned it in time. Nothing was signed."));
        return m_steps->setCurrent(ScanRow);
    case Step::Scanned:
        say(tr("The phone shows what is to be signed"),
            told.app.isEmpty() ? tr("Its owner reads it and chooses a certificate.")
                               : tr("Its owner reads it in %1 and chooses a certificate.").arg(told.app));
        return m_steps->setCurrent(ChooseRow);
    case Step::CertificateChosen:
        say(tr("The seals are being placed"), tr("The phone waits for it."));
        return m_steps->setCurrent(CompareRow);
    case Step::Comparing:
        say(tr("Does the phone show the same figures?"),
            tr("If so, confirm there. If not, decline there: another computer may be asking."));
        return m_steps->setCurrent(CompareRow);
    case Step::Confirmed:
        say(tr("Confirmed on the phone"), {});
        return m_steps->setCurrent(AllDone);
    }
}

void PhonePage::say(const QString& now, const QString& more)
{
    m_now->setText(now);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
}

void PhonePage::showCountdown()
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_progress.expires - std::chrono::steady_clock::now());
    const bool waiting = m_progress.step == Step::WaitingForScan;
    const bool joined = m_progress.step == Step::Scanned || m_progress.step == Step::CertificateChosen
        || m_progress.step == Step::Comparing;
    const bool counts
        = (waiting || joined) && m_cancel->isEnabled() && m_progress.expires != std::chrono::steady_clock::time_point();
    m_countdown->setVisible(counts);
    if (!counts)
        return m_clock.stop();
    m_countdown->setText(waiting ? tr("This code is valid for %1").arg(clockText(left))
                                 : tr("Time left for the phone: %1").arg(clockText(left)));
    if (!m_clock.isActive())
        m_clock.start();
}

void PhonePage::setProgress(const Progress& progress)
{
    if (m_progress.step != Step::CertificateChosen || !m_cancel->isEnabled())
        return;
    const bool known = progress.stage == Stage::Preparing && progress.total > 0;
    m_bar->setRange(0, known ? kBarSteps : 0);
    if (known)
        m_bar->setValue(static_cast<int>(progress.done * kBarSteps / progress.total));
}

void PhonePage::requestNewCode()
{
    m_code->setText({});
    m_renew->hide();
    m_newCode->hide();
    say(tr("Asking the relay for a code"), {});
    m_cancel->setFocus();
    Q_EMIT newCodeRequested();
}

void PhonePage::copyLink()
{
    m_copied = m_progress.link;
    copySecretly(m_copied);
    showStep();
}

void PhonePage::showCancelling()
{
    m_cancel->setEnabled(false);
    m_progress.link.clear();
    m_code->setText({});
    m_picture->setCurrentWidget(m_scene);
    m_scene->setGlyph(style::Glyph::Clock);
    m_picture->setFixedHeight(m_scene->sizeHint().height());
    for (QWidget* offer :
        std::initializer_list<QWidget*> { m_renew, m_newCode, m_copyLink, m_copyWarning, m_countdown })
        offer->hide();
    m_notice->clear();
    m_bar->setRange(0, 0);
    m_bar->show();
    say(tr("Stopping"), tr("Your file stays as it was."));
}

void PhonePage::forget()
{
    forgetCopied(std::exchange(m_copied, {}));
    m_progress = {};
    m_code->setText({});
    m_compare->setCode({});
    m_clock.stop();
}

} // namespace bidseal::mobile
