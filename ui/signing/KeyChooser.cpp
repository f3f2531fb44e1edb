#include "ui/signing/KeyChooser.h"

#include "core/base/ErrorSentence.h"
#include "core/base/ShownTime.h"
#include "core/signing/HolderMatch.h"
#include "ui/mobile/RelaysDialog.h"
#include "ui/signing/DriverFile.h"
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
constexpr auto kKeyFileId = "p12:"_L1;
constexpr auto kPhoneId = "mobile:"_L1;

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
    QString id;
    std::optional<KeyChoice> choice; ///< none where something must be set up first
    KeyCardText text;
    bool usable = true;
    bool fitting = true; ///< may put the seals
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

/// Another state of its PIN is another choice to look at.
bool looksTheSame(const std::optional<KeyChoice>& a, const std::optional<KeyChoice>& b)
{
    if (!a || !b)
        return a.has_value() == b.has_value();
    const auto* first = a->as<TokenRoute>();
    const auto* second = b->as<TokenRoute>();
    return a->id == b->id && a->name == b->name && (!first || !second || first->pinState == second->pinState);
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
    , m_relays(mobile::RelayBook::load())
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

    auto* relays = style::linkButton(tr("Relays…"), this);
    relays->setObjectName(u"relaysButton"_s);
    relays->setIcon(style::icon(style::Glyph::Phone));
    relays->setToolTip(tr("Choose the relay through which your phone signs"));

    auto* others = new QHBoxLayout;
    others->setSpacing(style::kGap);
    others->addWidget(keyFile);
    others->addWidget(driver);
    others->addWidget(relays);
    others->addStretch();
    m_cardLayout = new QVBoxLayout;
    m_cardLayout->setSpacing(style::kGap);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(style::kGap);
    layout->addWidget(m_empty);
    layout->addLayout(m_cardLayout);
    layout->addWidget(m_notice);
    layout->addLayout(others);

    connect(keyFile, &QPushButton::clicked, this, &KeyChooser::chooseKeyFile);
    connect(driver, &QPushButton::clicked, this, &KeyChooser::chooseDriver);
    connect(relays, &QPushButton::clicked, this, &KeyChooser::editRelays);
    connect(&m_watch, &KeyWatch::changed, this, &KeyChooser::refresh);
    connect(m_group, &QButtonGroup::idClicked, this,
        [this] { takeCard(*static_cast<KeyCard*>(m_group->checkedButton())); });
    if (m_wanted.startsWith(kKeyFileId))
        m_keyFiles << m_wanted.mid(kKeyFileId.size());
    refresh();
}

void KeyChooser::setSeals(const std::vector<seal::PlacedSeal>& seals)
{
    m_seals.clear();
    for (const auto& placed : seals) {
        const auto isSame
            = [&](const seal::Seal& known) { return known.id == placed.seal.id && known.name == placed.seal.name; };
        if (std::none_of(m_seals.begin(), m_seals.end(), isSame))
            m_seals.push_back(placed.seal);
    }
    refresh();
}

bool KeyChooser::maySealAll(const certificate::Certificate& certificate) const
{
    return std::all_of(
        m_seals.begin(), m_seals.end(), [&](const seal::Seal& seal) { return maySeal(seal, certificate); });
}

void KeyChooser::takeCard(const KeyCard& card)
{
    const bool toBeSetUp = card.id() == kPhoneId; // there is no relay yet
    if (!toBeSetUp) {
        m_wanted = card.id();
        m_taken = true;
    }
    refresh();
    if (toBeSetUp)
        editRelays();
}

std::vector<KeyChooser::Offer> KeyChooser::offers() const
{
    auto offers = tokenOffers();
    for (auto& offer : keyFileOffers())
        offers.push_back(std::move(offer));
    offers.push_back(phoneOffer());
    return offers;
}

std::vector<KeyChooser::Offer> KeyChooser::tokenOffers() const
{
    const auto now = m_clock->nowUtc();
    std::vector<Offer> offers;
    for (const FoundKey& found : m_watch.keys()) {
        const auto& certificate = found.key.certificate;
        if (certificate && certificate->purpose() == certificate::Purpose::Encryption)
            continue;
        const auto& token = found.key.token;
        Offer offer;
        offer.id = found.key.uri.toString();
        offer.choice = KeyChoice { offer.id, found.name(),
            TokenRoute { found.host, found.key.uri, token.pinState, token.onTokensOwnPad } };
        offer.text.holder = found.name();
        describePinState(offer.text, token.pinState);
        if (certificate)
            describeCertificate(offer.text, *certificate, now);
        offer.text.lines << tr("On the token %1 · %2").arg(token.label, methodText(certificate));
        const auto maySign = certificate ? certificate::checkMaySign(*certificate, now)
                                         : Status(failure(ErrorCode::KeyWithoutCertificate));
        if (!maySign) {
            offer.usable = false;
            offer.text.state = whyNot(maySign.error());
            offer.text.stateTone = style::Tone::Bad;
        } else if (!maySealAll(*certificate)) {
            offer.fitting = false;
            offer.text.state = tr("Another holder's certificate than the seals'");
            offer.text.stateTone = style::Tone::Caution;
        }
        offers.push_back(std::move(offer));
    }
    std::stable_partition(
        offers.begin(), offers.end(), [](const Offer& offer) { return offer.usable && offer.fitting; });
    std::stable_partition(offers.begin(), offers.end(), [](const Offer& offer) { return offer.usable; });
    return offers;
}

std::vector<KeyChooser::Offer> KeyChooser::keyFileOffers() const
{
    std::vector<Offer> offers;
    for (const QString& file : m_keyFiles) {
        Offer offer;
        offer.id = kKeyFileId + file;
        offer.choice = KeyChoice { offer.id, QFileInfo(file).fileName(), KeyFileRoute { file } };
        offer.text.holder = offer.choice->name;
        offer.text.lines << tr("Key file in %1").arg(QFileInfo(file).absolutePath());
        offers.push_back(std::move(offer));
    }
    return offers;
}

KeyChooser::Offer KeyChooser::phoneOffer() const
{
    Offer offer;
    offer.id = kPhoneId;
    offer.text.holder = tr("Certificate on a phone");
    const auto* relay = m_relays.chosen();
    if (!relay) {
        offer.text.lines << tr("Enter the relay of your platform first…");
        return offer;
    }
    const auto host = relay->address.origin.shown();
    offer.id += QString::fromLatin1(relay->address.origin.ascii());
    offer.choice = KeyChoice { offer.id, relay->shownName(), PhoneRoute { *relay } };
    offer.text.lines << (relay->name.isEmpty() ? tr("Through the relay %1").arg(host)
                                               : tr("Through the relay %1 · %2").arg(relay->name, host));
    return offer;
}

void KeyChooser::refresh()
{
    const auto now = offers();
    showOffers(now);
    showEmptyState(now.size() == 1); // nothing but the phone
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
    const auto known
        = std::find_if(m_cards.begin(), m_cards.end(), [&](const KeyCard* card) { return card->id() == offer.id; });
    if (known != m_cards.end())
        return *known;
    auto* card = new KeyCard(offer.id, this);
    m_group->addButton(card);
    connect(card, &KeyCard::taken, this, &KeyChooser::taken);
    m_cardLayout->addWidget(card);
    return card;
}

void KeyChooser::showEmptyState(bool empty)
{
    m_empty->setVisible(empty);
    m_empty->setText(m_watch.hasLooked()
            ? tr("No UKey found. Plug it in; it appears here by itself. If it does not, its driver is missing: "
                 "install it, or choose it below.")
            : tr("Looking for keys…"));
}

/// Keeps what was chosen; otherwise the wanted key, otherwise the only one there is. A phone is never chosen by itself.
void KeyChooser::choose(const std::vector<Offer>& offers)
{
    const auto before = m_choice;
    m_choice.reset();
    const auto isWanted = [this](const Offer& offer) {
        return offer.usable && offer.choice && offer.id == m_wanted && (offer.fitting || m_taken);
    };
    const auto isHere
        = [](const Offer& offer) { return offer.usable && offer.fitting && !offer.id.startsWith(kPhoneId); };
    auto found = std::find_if(offers.begin(), offers.end(), isWanted);
    if (found == offers.end() && std::count_if(offers.begin(), offers.end(), isHere) == 1)
        found = std::find_if(offers.begin(), offers.end(), isHere);
    if (found != offers.end()) {
        m_choice = found->choice;
        m_cards[static_cast<int>(found - offers.begin())]->setChecked(true);
    }
    if (!m_choice && m_group->checkedButton()) {
        m_group->setExclusive(false);
        m_group->checkedButton()->setChecked(false);
        m_group->setExclusive(true);
    }
    if (!looksTheSame(before, m_choice))
        Q_EMIT choiceChanged();
}

QWidget* KeyChooser::chosenCard() const { return m_group->checkedButton(); }

void KeyChooser::rememberChoice()
{
    if (m_choice)
        QSettings().setValue(kLastKeySetting, m_choice->id);
}

void KeyChooser::addKeyFile(const QString& path)
{
    if (!m_keyFiles.contains(path))
        m_keyFiles << path;
    m_wanted = kKeyFileId + path;
    refresh();
}

void KeyChooser::editRelays()
{
    auto* dialog = new mobile::RelaysDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &mobile::RelaysDialog::relayChosen, this, [this] {
        m_relays = mobile::RelayBook::load();
        m_wanted = phoneOffer().id;
        refresh();
        Q_EMIT taken();
    });
    dialog->open();
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
    chooseDriverFile(this, [this](const QString& path) {
        m_newDriver = path;
        m_watch.addModule(path);
    });
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
