#include "app/bidseal-cli/SealPlaces.h"

#include "core/base/UserFolder.h"
#include "core/plan/CautionSentence.h"
#include "core/plan/DocumentPaper.h"
#include "core/plan/PlanFile.h"
#include "core/seal/SealLibrary.h"
#include "core/signing/HolderMatch.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

Result<seal::Seal> sealOf(const SealArgument& argument)
{
    const QFileInfo file(argument.file);
    auto seal
        = seal::loadSeal(argument.file, file.completeBaseName(), seal::guessKind(file.fileName()), argument.sizeMm);
    if (seal)
        seal->holder = argument.holder;
    return seal;
}

/// Of a UKey and a key file; a phone's is known only when its owner has chosen it.
std::optional<certificate::Certificate> certificateOf(key::SigningKey& key, const KeyArguments& arguments)
{
    if (arguments.isPhone())
        return {};
    const auto chain = key.certificateChain({}, {});
    if (!chain || chain->empty())
        return {}; // the flow says why
    return chain->front();
}

} // namespace

Result<SealPlaces> SealPlaces::read(
    const SignArguments& arguments, std::span<const std::unique_ptr<key::SigningKey>> keys)
{
    SealPlaces places;
    places.m_signers = keys.size();
    for (const auto& argument : arguments.seals) {
        auto seal = sealOf(argument);
        if (!seal)
            return failure(seal.error());
        if (argument.places.empty() && argument.rules.empty())
            places.m_sealsOfPlan.push_back(std::move(*seal));
        else
            places.m_wanted.push_back({ std::move(*seal), &argument });
    }
    if (arguments.planFile.isEmpty())
        return places;

    auto plan = plan::readPlan(arguments.planFile);
    if (!plan)
        return failure(plan.error());
    places.m_plan = std::move(*plan);
    const auto library = seal::SealLibrary(QDir(userFolder()).filePath(u"seals"_s)).seals();
    if (!library)
        return failure(library.error());
    places.m_sealsOfPlan.insert(places.m_sealsOfPlan.end(), library->begin(), library->end());
    for (std::size_t i = 0; keys.size() > 1 && i < keys.size(); ++i)
        places.m_certificates.push_back(certificateOf(*keys[i], arguments.keys[i]));
    return places;
}

bool SealPlaces::needsDocument() const
{
    return m_plan || std::any_of(m_wanted.begin(), m_wanted.end(), [](const Wanted& wanted) {
        return !wanted.argument->rules.empty();
    });
}

/// Among several keys the first whose certificate may put this seal; without one a phone's, which may have it.
std::size_t SealPlaces::signerOf(const seal::Seal& seal) const
{
    for (std::size_t i = 0; i < m_certificates.size(); ++i) {
        if (m_certificates[i] && signing::maySeal(seal, *m_certificates[i]))
            return i;
    }
    const auto phone = std::find(m_certificates.begin(), m_certificates.end(), std::nullopt);
    return phone == m_certificates.end() ? 0 : static_cast<std::size_t>(phone - m_certificates.begin());
}

void SealPlaces::addPlaces(PlacesOnDocument& on) const
{
    for (const auto& [seal, argument] : m_wanted) {
        for (const auto& place : argument->places)
            on.bySigner[static_cast<std::size_t>(argument->signer)].push_back(
                { seal, { place.page - 1, place.centreMm, seal.sizeMm, place.rotationDegrees } });
    }
}

Status SealPlaces::addByRules(PlacesOnDocument& on, const plan::Paper& paper) const
{
    for (const auto& [seal, argument] : m_wanted) {
        auto& itsSeals = on.bySigner[static_cast<std::size_t>(argument->signer)];
        for (const auto& rule : argument->rules) {
            const auto placed = plan::place(seal, rule, paper);
            if (!placed)
                return failure(placed.error());
            itsSeals.insert(itsSeals.end(), placed->marks.begin(), placed->marks.end());
            on.noticed.insert(on.noticed.end(), placed->noticed.begin(), placed->noticed.end());
        }
    }
    return {};
}

Status SealPlaces::addByPlan(PlacesOnDocument& on, const plan::Paper& paper) const
{
    if (!m_plan)
        return {};
    const auto placed = plan::apply(*m_plan, m_sealsOfPlan, paper, QDate::currentDate());
    if (!placed)
        return failure(placed.error());
    for (const auto& mark : placed->marks)
        on.bySigner[signerOf(mark.seal)].push_back(mark);
    on.fieldName = placed->fieldName;
    on.noticed.insert(on.noticed.end(), placed->noticed.begin(), placed->noticed.end());
    return {};
}

Result<PlacesOnDocument> SealPlaces::on(
    const QString& path, const Secret& password, ErrorOutput& output, const std::stop_token& stop) const
{
    PlacesOnDocument places { std::vector<std::vector<seal::PlacedSeal>>(m_signers), {}, {} };
    addPlaces(places);
    if (!needsDocument())
        return places;
    const auto document = plan::DocumentPaper::open(path, password.isEmpty() ? nullptr : &password);
    if (!document)
        return failure(document.error());
    const auto paper = (*document)->paper(stop);
    if (const auto added = addByRules(places, paper); !added)
        return failure(added.error());
    if (const auto added = addByPlan(places, paper); !added)
        return failure(added.error());
    for (const auto& sentence : plan::sentencesAbout(places.noticed))
        output.say(sentence);
    return places;
}

} // namespace bidseal::cli
