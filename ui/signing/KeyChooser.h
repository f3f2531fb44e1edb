#pragma once

#include "core/base/Clock.h"
#include "core/seal/PlacedSeal.h"
#include "ui/signing/KeyCard.h"
#include "ui/signing/KeyChoice.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace bidseal::style {
class Notice;
}

namespace bidseal::signing {

/// One card for each key that could sign, refreshed while tokens come and go, and one for the phone below them; a key
/// file, another driver or another relay by hand. Encryption certificates are not offered; what has expired is shown,
/// with the reason why it cannot be chosen.
class KeyChooser : public QWidget {
    Q_OBJECT
public:
    KeyChooser(KeyWatch& watch, std::shared_ptr<const Clock> clock, QWidget* parent = nullptr);

    [[nodiscard]] const std::optional<KeyChoice>& choice() const { return m_choice; }
    [[nodiscard]] QWidget* chosenCard() const; ///< null where nothing is chosen
    /// What the key shall put on the document: a certificate that may not is said to be another holder's, and never
    /// chosen by itself.
    void setSeals(const std::vector<seal::PlacedSeal>& seals);
    void addKeyFile(const QString& path);
    /// Opens the list of relays; the one that is chosen there is the phone's from then on.
    void editRelays();
    /// The key that signed last comes first next time.
    void rememberChoice();

Q_SIGNALS:
    void choiceChanged(); ///< another key, or another state of its PIN
    void taken(); ///< chosen, and on to the PIN

private:
    struct Offer;
    void refresh();
    std::vector<Offer> offers() const;
    std::vector<Offer> tokenOffers() const;
    std::vector<Offer> keyFileOffers() const;
    Offer phoneOffer() const;
    void takeCard(const KeyCard& card);
    [[nodiscard]] bool maySealAll(const certificate::Certificate& certificate) const;
    void showOffers(const std::vector<Offer>& offers);
    KeyCard* cardFor(const Offer& offer);
    void showEmptyState(bool empty);
    void choose(const std::vector<Offer>& offers);
    void chooseKeyFile();
    void chooseDriver();
    void showDriverProblem();

    KeyWatch& m_watch;
    std::shared_ptr<const Clock> m_clock;
    QStringList m_keyFiles;
    QString m_newDriver;
    std::vector<seal::Seal> m_seals; ///< each once
    mobile::RelayBook m_relays;
    QString m_wanted; ///< id of the key that is to be chosen as soon as it is there
    bool m_taken = false; ///< by a person, not by itself
    std::optional<KeyChoice> m_choice;
    QList<KeyCard*> m_cards;
    QVBoxLayout* m_cardLayout = nullptr;
    QButtonGroup* m_group = nullptr;
    QLabel* m_empty = nullptr;
    style::Notice* m_notice = nullptr;
};

} // namespace bidseal::signing
