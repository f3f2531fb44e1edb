#pragma once

#include "app/bidseal-cli/CommandLine.h"
#include "app/bidseal-cli/ErrorOutput.h"
#include "core/key/SigningKey.h"
#include "core/plan/Placing.h"

#include <span>

namespace bidseal::cli {

/// Where the seals of one document stand, by the key that puts them.
struct PlacesOnDocument {
    std::vector<std::vector<seal::PlacedSeal>> bySigner;
    QString fieldName; ///< that the plan wants to be signed into
    std::vector<plan::Noticed> noticed;
};

/// The seals that were asked for, by options and by a plan, with their pictures, ready to be placed on any document.
class SealPlaces {
public:
    /// Errors: those of seal::loadSeal, plan::readPlan and the seal library.
    [[nodiscard]] static Result<SealPlaces> read(
        const SignArguments& arguments, std::span<const std::unique_ptr<key::SigningKey>> keys);

    /// What a person should know is said. Errors: those of pdf::Document::open and plan::place.
    [[nodiscard]] Result<PlacesOnDocument> on(
        const QString& document, const Secret& password, ErrorOutput& output, const std::stop_token& stop) const;

private:
    struct Wanted {
        seal::Seal seal;
        const SealArgument* argument = nullptr;
    };

    [[nodiscard]] std::size_t signerOf(const seal::Seal& seal) const;
    [[nodiscard]] bool needsDocument() const;
    void addPlaces(PlacesOnDocument& on) const;
    [[nodiscard]] Status addByRules(PlacesOnDocument& on, const plan::Paper& paper) const;
    [[nodiscard]] Status addByPlan(PlacesOnDocument& on, const plan::Paper& paper) const;

    std::size_t m_signers = 0; ///< keys that there are
    std::vector<Wanted> m_wanted;
    std::optional<plan::Plan> m_plan;
    std::vector<seal::Seal> m_sealsOfPlan; ///< to choose from
    std::vector<std::optional<certificate::Certificate>> m_certificates; ///< of the keys; none of a phone's
};

} // namespace bidseal::cli
