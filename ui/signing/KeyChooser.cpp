#include "ui/signing/KeyChooser.h"

#include "core/base/ErrorSentence.h"
#include "core/base/ShownTime.h"
#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Widgets.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

constexpr auto kLastKeySetting = "signing/lastKey"_L1;
constexpr int kSoonDays = 30;

QString whyNot(const Error& error)
{
    const auto date = error.facts.date ? shownDay(*error.facts.date) : QString();
    switch (error.code) {
    case ErrorCode::CertificateExpired:
        return KeyChooser::tr("Expired on %1: cannot sign any more").arg(date);
    case ErrorCode::CertificateNotYetValid:
        return KeyChooser::tr("Not valid before %1: cannot sign yet").arg(date);
    default:
        return errorSentence(error).happened;
    }
}

} // namespace

struct KeyChooser::Offer {
    KeyChoice choice;
    KeyCardText text;
    bool usable = true;
};

namespace {

void describePinState(KeyCardText& text, key::PinState state)
{
    switch (state) {
    case key::PinState::Unknown:
    case key::PinState::Normal:
        return;
    case key::PinState::SomeWrong:
        text.state = KeyChooser::tr("A wrong PIN was entered before");
        text.stateTone = style::Tone::Caution;
        return;
    case key::PinState::LastTry:
        text.state = KeyChooser::tr("One last try before the PIN is locked");
        text.stateTone = style::Tone::Caution;
        return;
    case key::PinState::Locked:
        text.state = KeyChooser::tr("The PIN is locked");
        text.stateTone = style::Tone::Bad;
        return;
    }
}

void describeCertificate(KeyCardText& text, const certificate::Certificate& certificate, const QDateTime& now)
{
    text.lines << KeyChooser::tr("Issued by %1").arg(certificate.issuer())
               << KeyChooser::tr("Valid until %1 · No. %2")
                      .arg(shownDay(certificate.validUntil()), certificate.serialNumber());
    const auto days = now.daysTo(certificate.validUntil());
    if (text.state.isEmpty() && days >= 0 && days <= kSoonDays) {
        text.state = KeyChooser::tr("Expires in %n day(s)", nullptr, static_cast<int>(days));
        text.stateTone = style::Tone::Caution;
    }
}

/// Two keys of one holder on one token often differ in nothing else.
QString methodText(const std::optional<certificate::Certificate>& certificate)
{
    if (!certificate)
        return KeyChooser::tr("no certificate");
    switch (certificate->keyKind()) {
    case certificate::KeyKind::Rsa:
        return u"RSA %1"_s.arg(certificate->keyBits());
    case certificate::KeyKind::EcP256:
        return u"ECDSA P-256"_s;
    case certificate::KeyKind::EcP384:
        return u"ECDSA P-384"_s;
    case certificate::KeyKind::Sm2:
        return u"SM2"_s;
    case certificate::KeyKind::Other:
        break;
    }
    return KeyChooser::tr("other method");
}

} // namespace

KeyChooser::KeyChooser(KeyWatch& watch, std::shared_ptr<const Clock> clock, QWidget* parent)
    : QWidget(parent)
    , m_watch(watch)
    , m_clock(std::move(clock))
    , m_wanted(QSettings().value(kLastKeySetting).toString())
{
    m_group = new QButtonGroup(this);
    m_empty = style::quietText({}, this);
    m_notice = new style::Notice(style::Notice::Shape::Card, this);
    auto* keyFile = style::linkButton(tr("Key file…"), this);
    keyFile->setObjectName(u"keyFileButton"_s);
    keyFile->setIcon(style::icon(style::Glyph::KeyFile));
    keyFile->setToolTip(tr("Sign with a key file (.p12, .pfx)"));
    auto* driver = style::linkButton(tr("Other driver…"), this);
    driver->setObjectName(u"driverButton"_s);
    driver->setIcon(style::icon(style::Glyph::Driver));
    driver->setToolTip(tr("Choose the PKCS#11 driver that came with your UKey"));

    auto* others = new QHBoxLayout;
    others->setSpacing(style::kGap);
    others->addWidget(keyFile);
    others->addWidget(driver);
    others->addStretch();
    m_cardLayout = new QVBoxLayout;
    m_cardLayout->setSpacing(style::kGap);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(style::kGap);
    layout->addLayout(m_cardLayout);
    layout->addWidget(m_empty);
    layout->addWidget(m_notice);
    layout->addLayout(others);

    connect(keyFile, &QPushButton::clicked, this, &KeyChooser::chooseKeyFile);
    connect(driver, &QPushButton::clicked, this, &KeyChooser::chooseDriver);
    connect(&m_watch, &KeyWatch::changed, this, &KeyChooser::refresh);
    connect(m_group, &QButtonGroup::idClicked, this, [this] {
        m_wanted = static_cast<KeyCard*>(m_group->checkedButton())->id();
        refresh();
    });
    if (m_wanted.startsWith("p12:"_L1))
        m_keyFiles << m_wanted.mid(4);
    refresh();
}

std::vector<KeyChooser::Offer> KeyChooser::offers() const
{
    const auto now = m_clock->nowUtc();
    std::vector<Offer> offers;
    for (const FoundKey& found : m_watch.keys()) {
        const auto& certificate = found.key.certificate;
        if (certificate && certificate->purpose() == certificate::Purpose::Encryption)
            continue;
        Offer offer;
        offer.choice = { .id = found.key.uri.toString(),
            .name = found.name(),
            .host = found.host,
            .uri = found.key.uri,
            .keyFile = {},
            .pinState = found.key.token.pinState,
            .onTokensOwnPad = found.key.token.onTokensOwnPad };
        offer.text.holder = found.name();
        describePinState(offer.text, offer.choice.pinState);
        if (certificate)
            describeCertificate(offer.text, *certificate, now);
        offer.text.lines << tr("On the token %1 · %2").arg(found.key.token.label, methodText(certificate));
        const auto maySign = certificate ? certificate::checkMaySign(*certificate, now)
                                         : Status(failure(ErrorCode::KeyWithoutCertificate));
        if (!maySign) {
            offer.usable = false;
            offer.text.state = whyNot(maySign.error());
            offer.text.stateTone = style::Tone::Bad;
        }
        offers.push_back(std::move(offer));
    }
    std::stable_partition(offers.begin(), offers.end(), [](const Offer& offer) { return offer.usable; });
    for (const QString& file : m_keyFiles) {
        Offer offer;
        offer.choice.id = u"p12:"_s + file;
        offer.choice.name = QFileInfo(file).fileName();
        offer.choice.keyFile = file;
        offer.text.holder = offer.choice.name;
        offer.text.lines << tr("Key file in %1").arg(QFileInfo(file).absolutePath());
        offers.push_back(std::move(offer));
    }
    return offers;
}

void KeyChooser::refresh()
{
    const auto now = offers();
    showOffers(now);
    showEmptyState(now.empty());
    showDriverProblem();
    choose(now);
}

void KeyChooser::showOffers(const std::vector<Offer>& offers)
{
    QList<KeyCard*> kept;
    for (const Offer& offer : offers) {
        KeyCard* card = cardFor(offer);
        card->setText(offer.text);
        card->setEnabled(offer.usable);
        kept << card;
    }
    for (KeyCard* card : std::as_const(m_cards)) {
        if (kept.contains(card))
            continue;
        m_group->removeButton(card);
        m_cardLayout->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    m_cards = kept;
    for (int row = 0; row < m_cards.size(); ++row) {
        if (m_cardLayout->indexOf(m_cards[row]) != row)
            m_cardLayout->insertWidget(row, m_cards[row]);
    }
    setFocusProxy(m_cards.isEmpty() ? nullptr : m_cards.first());
    QWidget* before = nullptr;
    for (KeyCard* card : std::as_const(m_cards)) {
        if (before)
            setTabOrder(before, card);
        before = card;
    }
}

KeyCard* KeyChooser::cardFor(const Offer& offer)
{
    const auto known = std::find_if(
        m_cards.begin(), m_cards.end(), [&](const KeyCard* card) { return card->id() == offer.choice.id; });
    if (known != m_cards.end())
        return *known;
    auto* card = new KeyCard(offer.choice.id, this);
    m_group->addButton(card);
    connect(card, &KeyCard::taken, this, &KeyChooser::taken);
    m_cardLayout->addWidget(card);
    return card;
}

void KeyChooser::showEmptyState(bool empty)
{
    m_empty->setVisible(empty);
    m_empty->setText(m_watch.hasLooked()
            ? tr("No key found. Plug in your UKey; it appears here by itself. If it does not, its driver is missing: "
                 "install it, or choose it below.")
            : tr("Looking for keys…"));
}

/// Keeps what was chosen; otherwise the wanted key, otherwise the only one there is.
void KeyChooser::choose(const std::vector<Offer>& offers)
{
    const auto before = m_choice;
    m_choice.reset();
    const auto usable = std::count_if(offers.begin(), offers.end(), [](const Offer& offer) { return offer.usable; });
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (!offers[i].usable || (offers[i].choice.id != m_wanted && usable != 1))
            continue;
        m_choice = offers[i].choice;
        m_cards[static_cast<int>(i)]->setChecked(true);
        break;
    }
    if (!m_choice && m_group->checkedButton()) {
        m_group->setExclusive(false);
        m_group->checkedButton()->setChecked(false);
        m_group->setExclusive(true);
    }
    const bool same = before && m_choice ? before->id == m_choice->id && before->pinState == m_choice->pinState
                                         : before.has_value() == m_choice.has_value();
    if (!same)
        Q_EMIT choiceChanged();
}

void KeyChooser::rememberChoice()
{
    if (m_choice)
        QSettings().setValue(kLastKeySetting, m_choice->id);
}

void KeyChooser::addKeyFile(const QString& path)
{
    if (!m_keyFiles.contains(path))
        m_keyFiles << path;
    m_wanted = u"p12:"_s + path;
    refresh();
}

void KeyChooser::chooseKeyFile()
{
    auto* dialog = new QFileDialog(window(), tr("Choose a key file"), {}, tr("Key files (*.p12 *.pfx)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &KeyChooser::addKeyFile);
    dialog->open();
}

void KeyChooser::chooseDriver()
{
#ifdef Q_OS_WIN
    const auto filter = tr("Drivers (*.dll)");
#else
    const auto filter = tr("Drivers (*.so *.so.*)");
#endif
    auto* dialog = new QFileDialog(window(), tr("Choose the UKey's driver (PKCS#11)"), {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_newDriver = QFileInfo(path).absoluteFilePath();
        m_watch.addModule(m_newDriver);
    });
    dialog->open();
}

/// Only of the driver that was just chosen: a computer has drivers of other makers that have nothing to say here.
void KeyChooser::showDriverProblem()
{
    const auto problem = m_newDriver.isEmpty() ? std::nullopt : m_watch.problemOf(m_newDriver);
    if (!problem)
        return m_notice->clear();
    const auto text = style::noticeFor(*problem);
    if (m_notice->text().smallPrint != text.smallPrint)
        m_notice->show(text);
}

} // namespace bidseal::signing
