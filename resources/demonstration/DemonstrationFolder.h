#pragma once

#include "core/base/Result.h"
#include "resources/demonstration/CertificateMint.h"

#include <QDate>
#include <QDir>

namespace bidseal::demonstration {

/// One folder with everything for a first look: a certification authority, a software token with an RSA and a P-256 key
/// of a made-up company, a key file, two more for the company's phone, a relay's certificate, seals, a bid, and a data
/// folder for the client with these seals in its library.
class DemonstrationFolder {
public:
    explicit DemonstrationFolder(const QString& path);

    /// Makes what is missing; a complete folder is left as it is. `today` stands in the bid and on the date seal. Bid
    /// and seals are copies of those in the folder `drawn`, if one is named: drawing them takes Linux' fonts and qpdf,
    /// which a Windows program does not have under Wine.
    [[nodiscard]] Status make(const QDate& today, const QString& drawn = {});

private:
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] Status makeKeys();
    [[nodiscard]] Status makeToken(const CertificateMint& mint);
    [[nodiscard]] Status makePhone(const CertificateMint& mint);
    [[nodiscard]] Status makeRelay(const CertificateMint& mint);
    [[nodiscard]] Status makeBid(const QDate& today);
    [[nodiscard]] Status drawSeals(const QDate& today);
    [[nodiscard]] Status copyDrawn(const QDir& drawn);
    [[nodiscard]] Status addSealsToLibrary();
    [[nodiscard]] Status writeKeyFile(const QString& name, const MintedKey& key);
    [[nodiscard]] Status write(const QString& name, const QByteArray& content);
    QDir m_folder;
};

} // namespace bidseal::demonstration
