#include "ui/signing/PinArea.h"

#include "ui/signing/PinEdit.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

PinArea::PinArea(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(buildPin());
    layout->addWidget(buildPhone());
    setTabOrder(m_pin, m_useLastTry);
    connect(m_pin, &PinEdit::edited, this, &PinArea::edited);
    connect(m_pin, &PinEdit::returnPressed, this, &PinArea::returnPressed);
    connect(m_pin, &PinEdit::capsLockSuspected, m_capsLock, &QWidget::setVisible);
    connect(m_useLastTry, &QCheckBox::toggled, this, &PinArea::edited);
    showFields();
}

QWidget* PinArea::buildPin()
{
    m_pinArea = new QWidget(this);
    m_pinLabel = style::plainText({}, m_pinArea);
    m_pin = new PinEdit(m_pinArea);
    m_pin->setObjectName(u"pin"_s);
    m_capsLock = style::quietText(tr("Caps lock seems to be on."), m_pinArea);
    m_capsLock->hide();
    m_useLastTry = style::checkBox(tr("Use the last try. If it is wrong too, the PIN is locked."), m_pinArea);
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

QWidget* PinArea::buildPhone()
{
    m_phoneArea = new QWidget(this);
    m_phoneArea->setObjectName(u"phoneIntroduction"_s);
    auto* layout = new QVBoxLayout(m_phoneArea);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(style::quietText(
        tr("A code appears here next. Scan it with your certificate app, compare six figures, and confirm on the phone "
           "with your PIN."),
        m_phoneArea));
    return m_phoneArea;
}

void PinArea::setChoice(const std::optional<KeyChoice>& choice)
{
    const auto idOf = [](const std::optional<KeyChoice>& key) { return key ? key->id : QString(); };
    if (idOf(choice) != idOf(m_choice)) {
        m_lastTryTold = false;
        m_pin->clear();
    }
    m_choice = choice;
    showFields();
}

void PinArea::tellLastTry()
{
    m_lastTryTold = true;
    showFields();
}

void PinArea::showFields()
{
    const bool phone = m_choice && m_choice->as<PhoneRoute>();
    m_phoneArea->setVisible(phone);
    m_pinArea->setVisible(m_choice && !phone);
    m_pinNotice->clear();
    m_capsLock->hide();
    if (m_choice && !phone)
        showPin(*m_choice);
}

void PinArea::showPin(const KeyChoice& choice)
{
    const auto* token = choice.as<TokenRoute>();
    const bool locked = token && token->pinState == key::PinState::Locked;
    const bool lastTry = m_lastTryTold || (token && token->pinState == key::PinState::LastTry);
    const bool typed = !locked && !(token && token->onTokensOwnPad);
    const auto label = token ? tr("PIN of %1").arg(choice.name) : tr("Password of the key file");
    m_pinLabel->setText(locked ? QString() : typed ? label : tr("Enter the PIN on the key's own keypad when it asks."));
    m_pinLabel->setVisible(!locked);
    m_pin->setVisible(typed);
    m_pin->setAccessibleName(label);
    m_useLastTry->setVisible(!locked && lastTry);
    if (!lastTry)
        m_useLastTry->setChecked(false);
    if (locked)
        m_pinNotice->show(style::noticeFor({ ErrorCode::PinLocked, {}, {} }));
}

bool PinArea::isReady() const
{
    if (!m_choice)
        return false;
    const auto* token = m_choice->as<TokenRoute>();
    if (!token)
        return true; // a key file may have no password; a phone asks by itself
    if (token->pinState == key::PinState::Locked)
        return false;
    const bool lastTry = m_lastTryTold || token->pinState == key::PinState::LastTry;
    if (lastTry && !m_useLastTry->isChecked())
        return false;
    return token->onTokensOwnPad || !m_pin->isEmpty();
}

bool PinArea::isTyped() const { return !m_pinArea->isHidden() && !m_pin->isHidden(); }

void PinArea::focusPin() { m_pin->setFocus(); }

Secret PinArea::takePin() { return m_pin->take(); }

LastTry PinArea::takeLastTry()
{
    const auto lastTry = m_useLastTry->isChecked() ? LastTry::Agreed : LastTry::AskFirst;
    m_useLastTry->setChecked(false);
    return lastTry;
}

void PinArea::forget()
{
    m_pin->clear();
    m_lastTryTold = false;
    showFields();
}

QWidget* PinArea::lastField() const { return m_useLastTry; }

} // namespace bidseal::signing
