#include "core/environment/keys/CertificateRevocationCheck.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/base/ShownTime.h"
#include "core/environment/keys/CertificatesInQuestion.h"
#include "core/environment/keys/RevocationInquiry.h"
#include "core/environment/keys/TrustedRoots.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using certificate::RevocationStatus;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::chrono::seconds kLimit { 8 };
constexpr milliseconds kAllButTheRest { 7'500 }; ///< for drivers and servers together
constexpr milliseconds kPatience { 4'000 }; ///< with servers

class Words {
    Q_DECLARE_TR_FUNCTIONS(KeysChecks)
};

/// RFC 5280, 5.3.1
QString shownReason(const QString& reason)
{
    if (reason == "keyCompromise"_L1)
        return Words::tr("its key may be in other hands");
    if (reason == "superseded"_L1)
        return Words::tr("it was replaced by another one");
    if (reason == "affiliationChanged"_L1)
        return Words::tr("what it says about its holder has changed");
    if (reason == "cessationOfOperation"_L1)
        return Words::tr("it is not needed any more");
    if (reason == "certificateHold"_L1)
        return Words::tr("it is suspended");
    if (reason == "cACompromise"_L1 || reason == "aACompromise"_L1)
        return Words::tr("the authority's own key may be in other hands");
    return Words::tr("no reason is told");
}

Finding revoked(const certificate::RevocationAnswer& answer)
{
    return failed(
        "revoked", Words::tr("The certificate authority revoked the certificate of {holder} on {revokedOn}: {reason}."))
        .means(Words::tr("What is signed with it is rejected."))
        .todo(Words::tr("Do not sign with it; ask the certificate authority for a new certificate."))
        .with({ u"revokedOn"_s, answer.revokedAt.toString(Qt::ISODate), Privacy::Public, shownDay(answer.revokedAt) })
        .with({ u"reason"_s, answer.reason, Privacy::Public, shownReason(answer.reason) });
}

Finding judged(const RevocationResult& result)
{
    switch (result.state) {
    case RevocationResult::State::NamesNobody:
        return notApplicable(
            "names-nobody", Words::tr("The certificate of {holder} names nobody who tells whether it was revoked."));
    case RevocationResult::State::IssuerMissing:
        return couldNotTell("issuer-missing",
            Words::tr("Whether the certificate of {holder} was revoked could not be asked: its issuer's certificate is "
                      "missing."))
            .means(Words::tr("The answer is signed by its issuer and cannot be checked without it."))
            .todo(Words::tr("Ask the certificate authority to write its own certificates to the UKey too."));
    case RevocationResult::State::NoAnswer:
        return couldNotTell("unreachable",
            Words::tr(
                "Whether the certificate of {holder} was revoked could not be asked: {server} cannot be reached."))
            .means(Words::tr("It may have been revoked without anybody here knowing."))
            .todo(Words::tr("Check the network and run this check once more."))
            .with({ u"server"_s, result.server.host() });
    case RevocationResult::State::Answered:
        break;
    }
    switch (result.answer.status) {
    case RevocationStatus::Good:
        return passed("not-revoked", Words::tr("The certificate of {holder} is not revoked, as of {asOf}."))
            .with({ u"asOf"_s, result.answer.asOf.toString(Qt::ISODate), Privacy::Public,
                shownTime(result.answer.asOf) });
    case RevocationStatus::Revoked:
        return revoked(result.answer);
    case RevocationStatus::NotKnown:
        return couldNotTell("not-known", Words::tr("{server} does not know the certificate of {holder}."))
            .means(Words::tr("Whether it was revoked is not known here."))
            .todo(Words::tr("Ask the administrator whether the policy names the server of this authority."))
            .with({ u"server"_s, result.server.host() });
    case RevocationStatus::Unusable:
        break;
    }
    return couldNotTell("answer-unusable",
        Words::tr("What {server} answered about the certificate of {holder} proves nothing: it is out of date, not "
                  "readable, or not signed for the authority."))
        .means(Words::tr("Whether it was revoked is not known here."))
        .todo(Words::tr("Check this computer's date and time, and run this check once more."))
        .with({ u"server"_s, result.server.host() });
}

std::vector<Server> revocationServers(const Policy& policy)
{
    auto servers = policy.servers;
    std::erase_if(servers, [](const Server& server) { return server.role != Server::Role::Revocation; });
    return servers;
}

milliseconds patienceSince(steady_clock::time_point begun)
{
    const auto used = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begun);
    return std::clamp(kAllButTheRest - used, milliseconds(0), kPatience);
}

} // namespace

CertificateRevocationCheck::CertificateRevocationCheck(std::shared_ptr<TokenSurvey> survey)
    : m_survey(std::move(survey))
{
}

CheckTraits CertificateRevocationCheck::traits() const
{
    return { "certificate-revocation", Group::Keys, Cost::Slow, Isolation::ThisProcess, kLimit };
}

QString CertificateRevocationCheck::title() const { return Words::tr("Certificate is not revoked"); }

Finding CertificateRevocationCheck::measure(
    const Situation& situation, const Policy& policy, const std::stop_token& stop)
{
    const auto begun = steady_clock::now();
    const auto servers = revocationServers(policy);
    if (servers.empty())
        return notApplicable("no-server",
            Words::tr("Nobody is asked whether certificates were revoked: the policy names no server for that."));
    const auto question = CertificatesInQuestion::find(situation, *m_survey, stop);
    const auto counted = question.forSigning();
    if (counted.empty())
        return question.nothingToJudge();

    const auto results = askForRevocation(counted, readTrustedRoots(policy.trustedRoots).certificates, servers,
        SystemClock().nowUtc(), patienceSince(begun), stop);
    std::vector<Finding> parts;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        if (!results[i].answer.problem.isEmpty())
            qCInfo(logEnvironment).noquote() << "certificate-revocation:" << results[i].answer.problem;
        parts.push_back(about(judged(results[i]), counted[i].certificate));
    }
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
