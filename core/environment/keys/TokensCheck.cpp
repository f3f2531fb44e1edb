#include "core/environment/keys/TokensCheck.h"

#include "core/base/ErrorSentence.h"
#include "core/environment/keys/CertificatesInQuestion.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using key::PinState;
using key::TokenState;

class Words {
    Q_DECLARE_TR_FUNCTIONS(KeysChecks)
};

/// PKCS#11 tells no number of tries, so none is told here.
Finding judgedPin(const TokenState& token)
{
    switch (token.pinState) {
    case PinState::Locked:
        return failed("pin-locked", Words::tr("The UKey {token} is locked: its PIN was entered wrongly too often."))
            .means(Words::tr("Nothing can be signed with it until it is unlocked."))
            .todo(errorSentence({ ErrorCode::PinLocked, {}, {} }).todo);
    case PinState::LastTry:
        return warning("pin-last-try", Words::tr("The UKey {token} says that only one try is left for its PIN."))
            .means(Words::tr("One more wrong PIN locks it, and unlocking takes a visit to the certificate authority."))
            .todo(Words::tr("Make sure of the PIN before you enter it again; if you are not sure, ask for it to be "
                            "reset."));
    case PinState::SomeWrong:
        return warning("pin-some-wrong", Words::tr("The UKey {token} says that a wrong PIN was entered lately."))
            .means(Words::tr("A few more wrong ones lock it. The next right one makes it forget them."))
            .todo(
                Words::tr("Make sure of the PIN before you sign. If nobody of you entered it, ask who had the UKey."));
    case PinState::Normal:
    case PinState::Unknown:
        break;
    }
    if (token.isPinToBeChanged)
        return warning("pin-to-be-changed", Words::tr("The UKey {token} says that its PIN must be changed."))
            .means(
                Words::tr("It is still the maker's, which others know too, or has run out. Some UKeys refuse to sign "
                          "until then."))
            .todo(Words::tr("Change the PIN with the program of the UKey's maker or of the certificate authority."));
    return token.pinState == PinState::Normal
        ? passed("token-ready", Words::tr("The UKey {token} is plugged in, and its PIN is in order."))
        : passed("token-there", Words::tr("The UKey {token} is plugged in. It tells nothing about its PIN."));
}

Finding judged(const TokenState& token)
{
    return judgedPin(token)
        .with({ u"token"_s, token.label, Privacy::Personal })
        .with({ u"tokenSerial"_s, token.serial, Privacy::Personal })
        .with({ u"manufacturer"_s, token.manufacturer })
        .with({ u"model"_s, token.model });
}

bool isSameToken(const TokenState& first, const TokenState& second)
{
    return first.label == second.label && first.serial == second.serial && first.manufacturer == second.manufacturer;
}

/// Each once, also where two drivers show it.
std::vector<TokenState> tokensIn(const std::vector<DriverAnswer>& answers)
{
    std::vector<TokenState> tokens;
    for (const auto& answer : answers) {
        if (!answer.tokens)
            continue;
        for (const auto& [token, keys] : *answer.tokens) {
            const auto isKnown = std::any_of(tokens.begin(), tokens.end(),
                [&token = token](const TokenState& known) { return isSameToken(known, token); });
            if (!isKnown)
                tokens.push_back(token);
        }
    }
    return tokens;
}

Finding noToken(const std::vector<DriverAnswer>& answers)
{
    const auto silent = std::find_if(answers.begin(), answers.end(), [](const auto& one) { return one.isSilent(); });
    if (silent == answers.end())
        return notApplicable("no-token", Words::tr("No UKey is plugged in."));
    auto finding = couldNotTell(
        "driver-silent", Words::tr("Whether a UKey is plugged in cannot be told: the driver {driver} gave no answer."))
                       .means(Words::tr("If one is plugged in, nothing is known of its PIN."))
                       .todo(Words::tr("Pull the UKey out, put it in again and run this check once more."));
    return aboutDriver(std::move(finding), silent->module);
}

} // namespace

TokensCheck::TokensCheck(std::shared_ptr<TokenSurvey> survey)
    : m_survey(std::move(survey))
{
}

CheckTraits TokensCheck::traits() const
{
    return { "ukey-tokens", Group::Keys, Cost::Slow, Isolation::ThisProcess, std::chrono::seconds(8) };
}

QString TokensCheck::title() const { return Words::tr("UKey and its PIN"); }

Finding TokensCheck::measure(const Situation& situation, const Policy&, const std::stop_token& stop)
{
    const auto& answers = m_survey->answers(situation, stop);
    const auto tokens = tokensIn(answers);
    if (tokens.empty())
        return noToken(answers);
    std::vector<Finding> parts;
    for (const auto& token : tokens)
        parts.push_back(judged(token));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
