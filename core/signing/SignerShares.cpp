#include "core/signing/SignerShares.h"

#include "core/signing/HolderName.h"

#include <QMap>

#include <algorithm>

namespace bidseal::signing {

namespace {

/// Names by what makes them comparable, with how people write them.
using Holders = QMap<QString, QString>;

/// Whose certificates may put the seal on a document. Without any: everybody's.
Holders holdersOf(const seal::Seal& seal)
{
    Holders holders;
    const auto add = [&holders](const QString& comparable, const QString& shown) {
        if (!comparable.isEmpty() && !holders.contains(comparable))
            holders.insert(comparable, shown);
    };
    for (const auto& certificate : seal.certificates) {
        const QString shown = certificate.holder.isEmpty() ? certificate.fingerprint : certificate.holder;
        add(comparableHolder(shown), shown.trimmed());
    }
    if (seal.certificates.empty())
        add(comparableHolder(seal.holder), seal.holder.trimmed());
    return holders;
}

Holders common(const Holders& left, const Holders& right)
{
    Holders both;
    for (auto holder = left.begin(); holder != left.end(); ++holder) {
        if (right.contains(holder.key()))
            both.insert(holder.key(), holder.value());
    }
    return both;
}

/// A share that is still being made: any of these holders could take it.
struct Growing {
    Holders holders;
    std::vector<seal::PlacedSeal> seals;
};

} // namespace

std::vector<SignerShare> shareOut(const std::vector<seal::PlacedSeal>& seals)
{
    // Those that leave the least choice first, so that the others can join them.
    std::vector<std::pair<Holders, const seal::PlacedSeal*>> wishes;
    for (const auto& placed : seals)
        wishes.emplace_back(holdersOf(placed.seal), &placed);
    std::stable_sort(wishes.begin(), wishes.end(), [](const auto& left, const auto& right) {
        const auto choice = [](const Holders& holders) {
            return holders.isEmpty() ? std::numeric_limits<qsizetype>::max() : holders.size();
        };
        return choice(left.first) < choice(right.first);
    });

    std::vector<Growing> shares;
    std::vector<seal::PlacedSeal> anybodys;
    for (const auto& [holders, placed] : wishes) {
        if (holders.isEmpty()) {
            anybodys.push_back(*placed);
            continue;
        }
        const auto joined = std::find_if(shares.begin(), shares.end(),
            [&holders = holders](const Growing& share) { return !common(share.holders, holders).isEmpty(); });
        if (joined == shares.end()) {
            shares.push_back({ holders, { *placed } });
            continue;
        }
        joined->holders = common(joined->holders, holders);
        joined->seals.push_back(*placed);
    }
    std::stable_sort(shares.begin(), shares.end(),
        [](const Growing& left, const Growing& right) { return left.seals.size() > right.seals.size(); });

    std::vector<SignerShare> result;
    for (auto& share : shares)
        result.push_back({ share.holders.first(), std::move(share.seals) });
    if (result.empty())
        result.emplace_back();
    auto& first = result.front().seals;
    first.insert(first.end(), anybodys.begin(), anybodys.end());
    return result;
}

} // namespace bidseal::signing
