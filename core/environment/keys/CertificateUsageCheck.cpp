#include "core/environment/keys/CertificateUsageCheck.h"

#include "core/certificate/Trust.h"
#include "core/environment/keys/CertificatesInQuestion.h"

#include <QCoreApplication>

#include <algorithm>

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(KeysChecks)
};

/// Chinese authorities give two certificates, one for signing and one for encryption. Both lie on the same token.
bool hasSigningHalf(const CertificateInQuestion& encryption)
{
    return std::any_of(encryption.others.begin(), encryption.others.end(),
        [](const auto& other) { return other.purpose() == certificate::Purpose::Signing && !isAuthority(other); });
}

bool isForSigning(const CertificateInQuestion& one)
{
    return !isAuthority(one.certificate) && certificate::allowsSigning(one.certificate);
}

Finding judgedEncryption(const CertificateInQuestion& one, Others others)
{
    if (hasSigningHalf(one))
        return passed(
            "pair", Words::tr("The certificate of {holder} for encryption has the one for signing beside it."));
    return unfit(others, "encryption-alone",
        Words::tr("There is a certificate of {holder} for encryption, but none for signing."))
        .means(Words::tr("Nothing can be signed with it."))
        .todo(Words::tr("Ask the certificate authority to write the certificate for signing to the UKey."));
}

Finding judged(const CertificateInQuestion& one, Others others)
{
    if (isAuthority(one.certificate))
        return unfit(others, "authority", Words::tr("The certificate of {holder} is a certification authority's."))
            .means(Words::tr("It issues certificates. A bid that is signed with it is rejected."))
            .todo(Words::tr("Choose the certificate that the authority issued to your company."));
    if (one.isForEncryption())
        return judgedEncryption(one, others);
    if (!certificate::allowsSigning(one.certificate))
        return unfit(others, "usage-no-signature", Words::tr("The certificate of {holder} was not issued for signing."))
            .means(
                Words::tr("Its key usage names neither digital signature nor non-repudiation, and readers reject what "
                          "is signed with it."))
            .todo(Words::tr("Ask the certificate authority for a certificate for signing."));
    return passed("for-signing", Words::tr("The certificate of {holder} is for signing."));
}

} // namespace

CertificateUsageCheck::CertificateUsageCheck(std::shared_ptr<TokenSurvey> survey)
    : m_survey(std::move(survey))
{
}

CheckTraits CertificateUsageCheck::traits() const
{
    return { "certificate-usage", Group::Keys, Cost::Slow, Isolation::ThisProcess, std::chrono::seconds(8) };
}

QString CertificateUsageCheck::title() const { return Words::tr("Certificate is for signing"); }

Finding CertificateUsageCheck::measure(const Situation& situation, const Policy&, const std::stop_token& stop)
{
    const auto question = CertificatesInQuestion::find(situation, *m_survey, stop);
    if (question.all().empty())
        return question.nothingToJudge();
    const bool oneCanSign = std::any_of(question.all().begin(), question.all().end(), isForSigning);
    const auto others = oneCanSign ? Others::OneCanSign : Others::NoneCanSign;
    std::vector<Finding> parts;
    for (const auto& one : question.all())
        parts.push_back(about(judged(one, others), one.certificate));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
