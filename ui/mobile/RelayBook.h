#pragma once

#include "core/relay/RelayClient.h"

#include <vector>

namespace bidseal::mobile {

/// A relay as its user calls it: mostly by the platform that runs it.
struct Relay {
    enum class Source {
        Own, ///< entered by this user
        Preset, ///< installed with the program by whoever runs it here; cannot be changed in the window
    };

    QString name;
    relay::RelayAddress address;
    Source source = Source::Own;

    /// Its name where it has one, else its host.
    [[nodiscard]] QString shownName() const;
};

/// The relays that can be used, and the one that was used last. Kept in the user's settings; presets come from the
/// settings of the whole computer (QSettings::SystemScope: `/etc/xdg/BidSeal/BidSeal.ini`,
/// `%ProgramData%\BidSeal\BidSeal.ini`), and from `presets.ini` in the user's folder, where an installer puts them that
/// was not allowed more, in the same form:
///
///     [relays]
///     1\name=示例省公共资源交易平台
///     1\address=https://relay.example.com
///     1\ca=
///     size=1
class RelayBook {
public:
    [[nodiscard]] static RelayBook load();

    /// Presets first.
    [[nodiscard]] const std::vector<Relay>& relays() const { return m_relays; }
    /// The one used last, otherwise the first; null where there is none.
    [[nodiscard]] const Relay* chosen() const;
    void choose(const relay::Origin& origin);
    /// Replaces the user's own.
    void setOwn(std::vector<Relay> own);

private:
    std::vector<Relay> m_relays;
    QByteArray m_chosen; ///< origin
};

} // namespace bidseal::mobile
