#include "core/environment/keys/CertificateChainCheck.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/environment/keys/CertificatesInQuestion.h"
#include "core/environment/keys/TrustedRoots.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using certificate::ChainVerdict;
using certificate::Trust;

class Words {
    Q_DECLARE_TR_FUNCTIONS(KeysChecks)
};

QString rejected() { return Words::tr("Whoever opens the bids may reject what is signed with it."); }
QString askAuthority() { return Words::tr("Ask the certificate authority to write your certificate anew."); }

Finding judged(const ChainVerdict& verdict)
{
    switch (verdict.trust) {
    case Trust::Trusted:
        return passed("trusted", Words::tr("The certificate of {holder} leads to an authority that is expected here."));
    case Trust::IssuerUnknown:
        return warning("issuer-unknown",
            Words::tr("Who issued the certificate of {holder} cannot be followed to an authority that is expected "
                      "here: the certificate of {missingIssuer} is missing."))
            .means(Words::tr("It may still be accepted by whoever has that certificate."))
            .todo(Words::tr("Ask the certificate authority to write its own certificates to the UKey too."))
            .with({ u"missingIssuer"_s, verdict.about ? verdict.about->issuer() : QString() });
    case Trust::RootUnknown:
        return failed("root-unknown",
            Words::tr("The certificate of {holder} comes from an authority that is not expected here: {root}."))
            .means(rejected())
            .todo(Words::tr("Choose a certificate of an authority that the platform accepts."))
            .with({ u"root"_s, verdict.about ? verdict.about->holder().displayName : QString() });
    case Trust::IssuerExpired:
        return failed(
            "issuer-expired", Words::tr("The authority's own certificate above that of {holder} has expired."))
            .means(rejected())
            .todo(askAuthority());
    case Trust::IssuerNotYetValid:
        return failed("issuer-not-yet-valid",
            Words::tr("The authority's own certificate above that of {holder} is not valid yet."))
            .means(Words::tr("Often it is this computer's clock that is wrong."))
            .todo(Words::tr("Check this computer's date and time."));
    case Trust::SignatureWrong:
        return failed("signature-wrong",
            Words::tr("The certificate of {holder} was altered, or not issued by the authority that it names."))
            .means(rejected())
            .todo(askAuthority());
    case Trust::IssuerNoAuthority:
        return failed("issuer-no-authority",
            Words::tr("The certificate of {holder} was issued by somebody who is no certification authority."))
            .means(rejected())
            .todo(askAuthority());
    case Trust::NotJudged:
        break;
    }
    return couldNotTell("not-judged", Words::tr("Whether the certificate of {holder} is trusted could not be judged."))
        .means(Words::tr("It is built in a way that is not checked here."))
        .todo(Words::tr("Ask the platform whether it accepts certificates of this authority."));
}

Finding unreadableRoot(const QString& file)
{
    return couldNotTell("root-unreadable", Words::tr("The file {rootFile} holds no certificate of an authority."))
        .means(Words::tr("Without it, certificates are not judged."))
        .todo(Words::tr("Ask the administrator to correct the policy."))
        .with({ u"rootFile"_s, QFileInfo(file).fileName() })
        .with({ u"rootPath"_s, file, Privacy::Personal });
}

} // namespace

CertificateChainCheck::CertificateChainCheck(std::shared_ptr<TokenSurvey> survey)
    : m_survey(std::move(survey))
{
}

CheckTraits CertificateChainCheck::traits() const
{
    return { "certificate-chain", Group::Keys, Cost::Slow, Isolation::ThisProcess, std::chrono::seconds(8) };
}

QString CertificateChainCheck::title() const { return Words::tr("Certificate leads to an expected authority"); }

Finding CertificateChainCheck::measure(const Situation& situation, const Policy& policy, const std::stop_token& stop)
{
    if (policy.trustedRoots.isEmpty())
        return notApplicable("no-roots", Words::tr("Chains are not judged here: the policy names no authority."));
    const auto roots = readTrustedRoots(policy.trustedRoots);
    if (!roots.unreadable.isEmpty() && roots.certificates.empty())
        return unreadableRoot(roots.unreadable.front());
    const auto question = CertificatesInQuestion::find(situation, *m_survey, stop);
    const auto counted = question.forSigning();
    if (counted.empty())
        return question.nothingToJudge();

    const auto now = SystemClock().nowUtc();
    std::vector<Finding> parts;
    for (const auto& [certificate, others] : counted) {
        const auto verdict = certificate::verifyChain(certificate, others, roots.certificates, now);
        if (!verdict.problem.isEmpty())
            qCInfo(logEnvironment).noquote() << "certificate-chain:" << verdict.problem;
        parts.push_back(about(judged(verdict), certificate));
    }
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
