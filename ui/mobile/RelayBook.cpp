#include "ui/mobile/RelayBook.h"

#include "core/base/Log.h"
#include "core/base/UserFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::mobile {

namespace {

constexpr auto kRelays = "relays"_L1;
constexpr auto kName = "name"_L1;
constexpr auto kAddress = "address"_L1;
constexpr auto kCaFile = "ca"_L1;
constexpr auto kLastRelay = "signing/lastRelay"_L1;

std::vector<Relay> read(QSettings& settings, Relay::Source source)
{
    std::vector<Relay> relays;
    const int count = settings.beginReadArray(kRelays);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto origin = relay::Origin::parse(settings.value(kAddress).toString());
        if (!origin) {
            qCWarning(logUi).noquote() << "a relay in the settings:" << logText(origin.error());
            continue;
        }
        relays.push_back({ settings.value(kName).toString(), { *origin, settings.value(kCaFile).toString() }, source });
    }
    settings.endArray();
    return relays;
}

std::vector<Relay> presets()
{
    QSettings everybody(QSettings::defaultFormat(), QSettings::SystemScope, QCoreApplication::organizationName(),
        QCoreApplication::applicationName());
    auto relays = read(everybody, Relay::Source::Preset);
    QSettings forThisUser(QDir(userFolder()).filePath(u"presets.ini"_s), QSettings::IniFormat);
    for (auto& relay : read(forThisUser, Relay::Source::Preset))
        relays.push_back(std::move(relay));
    return relays;
}

} // namespace

QString Relay::shownName() const { return name.isEmpty() ? address.origin.shown() : name; }

RelayBook RelayBook::load()
{
    RelayBook book;
    QSettings settings;
    settings.setFallbacksEnabled(false); // presets are read by themselves
    book.m_relays = presets();
    for (auto& own : read(settings, Relay::Source::Own))
        book.m_relays.push_back(std::move(own));
    book.m_chosen = settings.value(kLastRelay).toByteArray();
    return book;
}

const Relay* RelayBook::chosen() const
{
    const auto found = std::find_if(m_relays.begin(), m_relays.end(),
        [this](const Relay& relay) { return relay.address.origin.ascii() == m_chosen; });
    if (found != m_relays.end())
        return &*found;
    return m_relays.empty() ? nullptr : &m_relays.front();
}

void RelayBook::choose(const relay::Origin& origin)
{
    m_chosen = origin.ascii();
    QSettings().setValue(kLastRelay, m_chosen);
}

void RelayBook::setOwn(std::vector<Relay> own)
{
    std::erase_if(m_relays, [](const Relay& relay) { return relay.source == Relay::Source::Own; });
    QSettings settings;
    settings.remove(kRelays);
    settings.beginWriteArray(kRelays, static_cast<int>(own.size()));
    for (std::size_t i = 0; i < own.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(kName, own[i].name);
        settings.setValue(kAddress, QString::fromLatin1(own[i].address.origin.ascii()));
        settings.setValue(kCaFile, own[i].address.caFile);
    }
    settings.endArray();
    for (auto& relay : own)
        m_relays.push_back(std::move(relay));
}

} // namespace bidseal::mobile
