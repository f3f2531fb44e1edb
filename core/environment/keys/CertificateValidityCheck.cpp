#include "core/environment/keys/CertificateValidityCheck.h"

#include "core/base/Clock.h"
#include "core/base/ErrorSentence.h"
#include "core/base/ShownTime.h"
#include "core/environment/keys/CertificatesInQuestion.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(KeysChecks)
};

/// Many UKeys hold a key of each kind, and use the one that fits: beside one that can sign the other is no news.
Finding ofAnotherKind(Others others)
{
    const auto found = Words::tr("The certificate of {holder} may not sign documents, or its key is too weak or of a "
                                 "kind that cannot sign here.");
    return others == Others::OneCanSign ? notApplicable("unfit", found) : failed("unfit", found);
}

Finding refusal(const certificate::Certificate& certificate, const Error& error, Others others)
{
    const auto todo = errorSentence(error).todo;
    switch (error.code) {
    case ErrorCode::CertificateExpired:
        return unfit(others, "expired", Words::tr("The certificate of {holder} expired on {until}."))
            .means(Words::tr("What is signed with it is rejected when the bids are opened."))
            .todo(todo);
    case ErrorCode::CertificateNotYetValid:
        return unfit(others, "not-yet-valid", Words::tr("The certificate of {holder} is valid only from {from}."))
            .means(Words::tr("What is signed with it before that day is rejected. Often it is this computer's clock "
                             "that is wrong."))
            .todo(todo)
            .with({ u"from"_s, certificate.validFrom().toString(Qt::ISODate), Privacy::Public,
                shownDay(certificate.validFrom()) });
    case ErrorCode::CertificateForEncryption:
        return unfit(
            others, "for-encryption", Words::tr("The certificate of {holder} is for encryption, not for signing."))
            .means(Words::tr("No signature can be made with it."))
            .todo(todo);
    default:
        return ofAnotherKind(others).means(Words::tr("No signature can be made with it.")).todo(todo);
    }
}

Finding judged(const certificate::Certificate& certificate, const QDateTime& now, Others others)
{
    const auto allowed = certificate::checkMaySign(certificate, now);
    auto finding = allowed
        ? passed("valid", Words::tr("The certificate of {holder} may sign; it is valid until {until}."))
        : refusal(certificate, allowed.error(), others);
    return about(std::move(finding), certificate);
}

} // namespace

CertificateValidityCheck::CertificateValidityCheck(std::shared_ptr<TokenSurvey> survey)
    : m_survey(std::move(survey))
{
}

CheckTraits CertificateValidityCheck::traits() const
{
    return { "certificate-validity", Group::Keys, Cost::Slow, Isolation::ThisProcess, std::chrono::seconds(8) };
}

QString CertificateValidityCheck::title() const { return Words::tr("Certificate is valid"); }

Finding CertificateValidityCheck::measure(const Situation& situation, const Policy&, const std::stop_token& stop)
{
    const auto question = CertificatesInQuestion::find(situation, *m_survey, stop);
    const auto counted = question.forSigning();
    if (counted.empty())
        return question.nothingToJudge();
    const auto now = SystemClock().nowUtc();
    const bool oneMaySign = std::any_of(counted.begin(), counted.end(),
        [&now](const auto& one) { return certificate::checkMaySign(one.certificate, now).has_value(); });
    const auto others = oneMaySign ? Others::OneCanSign : Others::NoneCanSign;
    std::vector<Finding> parts;
    for (const auto& one : counted)
        parts.push_back(judged(one.certificate, now, others));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
