#include "ui/environment/KeyTrialArea.h"

#include "core/environment/keys/KeyTrial.h"
#include "core/key/pkcs11/Pkcs11Key.h"
#include "ui/signing/KeyWatch.h"
#include "ui/signing/PinEdit.h"
#include "ui/style/Icons.h"
#include "ui/style/Widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

/// Gives the PIN away once; a last try is never used for a trial.
key::PinSource pinSource(Secret& pin)
{
    return [&pin](const key::PinQuestion& question) -> Result<Secret> {
        if (question.state == key::PinState::LastTry)
            return failure(ErrorCode::PinLastTry, u"a trial does not use the last try"_s);
        if (pin.isEmpty() && !question.onTokensOwnPad)
            return failure(ErrorCode::PinNeeded, u"the PIN was used already"_s);
        return std::move(pin);
    };
}

CheckResult trialWith(const signing::FoundKey& found, Secret pin, const QString& title, const std::stop_token& stop)
{
    key::Pkcs11Key key(found.host, found.key.uri, pinSource(pin));
    return trialOf(key, title, stop);
}

/// Two keys of one holder on one token differ in their own names alone.
QString choiceText(const signing::FoundKey& key, const std::vector<signing::FoundKey>& all)
{
    const auto text = [](const signing::FoundKey& one) { return u"%1 · %2"_s.arg(one.name(), one.key.token.label); };
    const auto same
        = std::count_if(all.begin(), all.end(), [&](const auto& other) { return text(other) == text(key); });
    return same > 1 ? u"%1 · %2"_s.arg(text(key), key.key.uri.object) : text(key);
}

bool canSign(const signing::FoundKey& found)
{
    const auto& certificate = found.key.certificate;
    return !certificate || certificate->purpose() != certificate::Purpose::Encryption;
}

} // namespace

KeyTrialArea::KeyTrialArea(signing::KeyWatch& keys, QWidget* parent)
    : QWidget(parent)
    , m_watch(keys)
{
    m_unfold = style::linkButton(tr("Try the key…"), this);
    m_unfold->setObjectName(u"trialUnfold"_s);
    m_unfold->setIcon(style::icon(style::Glyph::Key));
    m_form = buildForm();
    m_form->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(style::kGap);
    layout->addWidget(m_unfold, 0, Qt::AlignLeft);
    layout->addWidget(m_form);
    connect(m_unfold, &QPushButton::clicked, this, &KeyTrialArea::unfold);
    connect(&m_watch, &signing::KeyWatch::changed, this, &KeyTrialArea::showKeys);
    showKeys();
}

QWidget* KeyTrialArea::buildForm()
{
    auto* form = new QWidget(this);
    auto* explanation = style::quietText(tr("Signs a short text that has no legal meaning, and checks the signature. "
                                            "The PIN is sent to the key once."),
        form);
    m_choice = style::comboBox(form);
    m_choice->setObjectName(u"trialKey"_s);
    m_choice->setAccessibleName(tr("Key to try"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(16);
    m_pin = new signing::PinEdit(form);
    m_pin->setObjectName(u"trialPin"_s);
    m_pin->setAccessibleName(tr("PIN"));
    m_pin->setPlaceholder(tr("PIN"));
    m_try = style::pushButton(tr("Sign the test text"), form);
    m_try->setObjectName(u"trialStart"_s);
    m_cancel = style::linkButton(tr("Cancel"), form);
    m_cancel->setObjectName(u"trialCancel"_s);
    m_hint = style::quietText({}, form);
    m_hint->setObjectName(u"trialHint"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(style::kGap);
    row->addWidget(m_choice, 2);
    row->addWidget(m_pin, 1);
    row->addWidget(m_try);
    row->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(style::kGap);
    layout->addWidget(explanation);
    layout->addLayout(row);
    layout->addWidget(m_hint);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &KeyTrialArea::showChoice);
    connect(m_pin, &signing::PinEdit::edited, this, &KeyTrialArea::showChoice);
    connect(m_pin, &signing::PinEdit::returnPressed, this, &KeyTrialArea::start);
    connect(m_try, &QPushButton::clicked, this, &KeyTrialArea::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_task.requestStop(); });
    return form;
}

void KeyTrialArea::unfold()
{
    m_unfold->hide();
    m_form->show();
    showChoice();
    const bool isChosen = m_keys.size() == 1 && m_pin->isVisible() && m_pin->isEnabled();
    (isChosen ? static_cast<QWidget*>(m_pin) : m_choice)->setFocus(Qt::OtherFocusReason);
}

void KeyTrialArea::setTrialAllowed(bool allowed)
{
    m_isAllowed = allowed;
    showChoice();
}

void KeyTrialArea::showKeys()
{
    if (m_task.isRunning())
        return;
    const auto before = chosen() ? chosen()->key.uri.toString() : QString();
    m_keys = m_watch.keys();
    std::erase_if(m_keys, [](const auto& key) { return !canSign(key); });
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const auto& key : m_keys) {
        m_choice->addItem(choiceText(key, m_keys));
        if (key.key.uri.toString() == before)
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
    showChoice();
}

const signing::FoundKey* KeyTrialArea::chosen() const
{
    const auto index = static_cast<std::size_t>(m_choice->currentIndex());
    return m_choice->currentIndex() >= 0 && index < m_keys.size() ? &m_keys[index] : nullptr;
}

QString KeyTrialArea::objectionTo(const signing::FoundKey& key) const
{
    switch (key.key.token.pinState) {
    case key::PinState::Unknown:
    case key::PinState::Normal:
    case key::PinState::SomeWrong:
        return {};
    case key::PinState::LastTry:
        return tr("One last try is left before the PIN is locked. A trial does not use it.");
    case key::PinState::Locked:
        return tr("The PIN is locked. Whoever issued the key can unlock it.");
    }
    Q_UNREACHABLE();
}

void KeyTrialArea::showChoice()
{
    const bool isRunning = m_task.isRunning();
    const auto* key = chosen();
    const auto objection = key ? objectionTo(*key) : QString();
    const bool onPad = key && key->key.token.onTokensOwnPad;
    m_choice->setVisible(key);
    m_pin->setVisible(key && !onPad);
    m_try->setVisible(key);
    m_cancel->setVisible(isRunning);
    m_choice->setEnabled(!isRunning);
    m_pin->setEnabled(!isRunning && objection.isEmpty());
    m_try->setEnabled(m_isAllowed && key && !isRunning && objection.isEmpty() && (onPad || !m_pin->isEmpty()));
    if (isRunning)
        m_hint->setText(tr("The key is signing. If it has a button or a light that blinks, press it now."));
    else if (!m_isAllowed)
        m_hint->setText(tr("A signature is under way. Try the key when it is done."));
    else if (!key)
        m_hint->setText(m_watch.hasLooked() ? tr("No key is plugged in. Plug it in; it appears here by itself.")
                                            : tr("Looking for keys…"));
    else if (onPad)
        m_hint->setText(tr("The PIN is entered on the key itself."));
    else
        m_hint->setText(objection);
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void KeyTrialArea::start()
{
    if (!m_try->isEnabled())
        return;
    m_watch.pause();
    m_task = tasks::BackgroundTask::run(
        this,
        [found = *chosen(), pin = m_pin->take(), title = tr("Trial signature")](
            std::stop_token stop) mutable { return trialWith(found, std::move(pin), title, stop); },
        [this](const CheckResult& result) { finish(result); });
    showChoice();
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void KeyTrialArea::finish(const CheckResult& result)
{
    m_watch.resume();
    showKeys();
    m_pin->setFocus(Qt::OtherFocusReason);
    Q_EMIT tried(result);
}

/// Nobody leaves a PIN behind on a page that was put away.
void KeyTrialArea::hideEvent(QHideEvent* event)
{
    m_pin->clear();
    m_task.requestStop();
    QWidget::hideEvent(event);
}

} // namespace bidseal::environment
