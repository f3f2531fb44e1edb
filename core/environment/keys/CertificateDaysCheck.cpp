#include "core/environment/keys/CertificateDaysCheck.h"

#include "core/base/Clock.h"
#include "core/environment/keys/CertificatesInQuestion.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(KeysChecks)
};

/// Whole days; 0 on the last one.
int daysLeft(const certificate::Certificate& certificate, const QDateTime& now)
{
    constexpr qint64 kSecondsADay = 24 * 3600;
    return static_cast<int>(now.secsTo(certificate.validUntil()) / kSecondsADay);
}

Finding judged(int days, const Thresholds& thresholds)
{
    if (days <= thresholds.certificateUrgentDays)
        return warning("days-urgent",
            Words::tr("The certificate of {holder} expires within days, on {until} (days left: {days})."))
            .means(Words::tr("A bid that is opened after that day may be rejected, and a new certificate may not be "
                             "ready before."))
            .todo(Words::tr("Call the certificate authority today and have the certificate renewed."));
    if (days <= thresholds.certificateWarningDays)
        return warning(
            "days-few", Words::tr("The certificate of {holder} expires within weeks, on {until} (days left: {days})."))
            .means(Words::tr("Bids with a later date of opening may be rejected with it; a renewal takes days."))
            .todo(Words::tr("Apply for the renewal at the certificate authority this week."));
    if (days <= thresholds.certificateNoticeDays)
        return warning("days-notice",
            Words::tr("The certificate of {holder} expires in the coming months, on {until} (days left: {days})."))
            .means(Words::tr("There is time; where papers are asked for, a renewal takes weeks."))
            .todo(Words::tr("Ask the certificate authority what it wants for the renewal, and plan it."));
    return passed("enough-days", Words::tr("The certificate of {holder} is valid until {until} (days left: {days})."));
}

} // namespace

CertificateDaysCheck::CertificateDaysCheck(std::shared_ptr<TokenSurvey> survey)
    : m_survey(std::move(survey))
{
}

CheckTraits CertificateDaysCheck::traits() const
{
    return { "certificate-days-left", Group::Keys, Cost::Slow, Isolation::ThisProcess, std::chrono::seconds(8) };
}

QString CertificateDaysCheck::title() const { return Words::tr("Certificate needs no renewal yet"); }

Finding CertificateDaysCheck::measure(const Situation& situation, const Policy& policy, const std::stop_token& stop)
{
    const auto question = CertificatesInQuestion::find(situation, *m_survey, stop);
    const auto counted = question.forSigning();
    if (counted.empty())
        return question.nothingToJudge();
    const auto now = SystemClock().nowUtc();
    std::vector<Finding> parts;
    for (const auto& [certificate, others] : counted) {
        if (!certificate::checkMaySign(certificate, now))
            continue;
        const auto days = daysLeft(certificate, now);
        parts.push_back(about(judged(days, policy.thresholds), certificate).with({ u"days"_s, days }));
    }
    if (parts.empty())
        return notApplicable("none-may-sign", Words::tr("There is no certificate that may sign today."));
    return worstOf(std::move(parts));
}

} // namespace bidseal::environment
