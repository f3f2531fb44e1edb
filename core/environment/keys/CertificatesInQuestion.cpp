#include "core/environment/keys/CertificatesInQuestion.h"

#include "core/base/ShownTime.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(KeysChecks)
};

Finding unseenBehind(const QString& module)
{
    auto finding
        = couldNotTell("driver-silent", Words::tr("No certificate can be seen: the driver {driver} gave no answer."))
              .means(Words::tr("If a UKey of this driver is plugged in, nothing is known of its certificate."))
              .todo(Words::tr("Pull the UKey out, put it in again and run this check once more."));
    return aboutDriver(std::move(finding), module);
}

} // namespace

bool CertificateInQuestion::isForEncryption() const
{
    return certificate.purpose() == certificate::Purpose::Encryption;
}

CertificatesInQuestion CertificatesInQuestion::find(
    const Situation& situation, TokenSurvey& survey, const std::stop_token& stop)
{
    CertificatesInQuestion question;
    if (situation.certificates) {
        question.m_origin = situation.certificates->empty() ? Origin::Flow : Origin::Situation;
        for (const auto& certificate : *situation.certificates)
            question.add(certificate, *situation.certificates);
        return question;
    }
    for (const auto& answer : survey.answers(situation, stop)) {
        if (answer.isSilent())
            question.m_silentDrivers.append(answer.module);
        if (!answer.tokens)
            continue;
        for (const auto& token : *answer.tokens)
            for (const auto& key : token.keys)
                if (key.certificate)
                    question.add(*key.certificate, key.others);
    }
    return question;
}

void CertificatesInQuestion::add(
    const certificate::Certificate& certificate, const std::vector<certificate::Certificate>& others)
{
    const auto isKnown = std::any_of(m_all.begin(), m_all.end(),
        [&certificate](const CertificateInQuestion& known) { return known.certificate == certificate; });
    if (!isKnown)
        m_all.push_back({ certificate, others });
}

std::vector<CertificateInQuestion> CertificatesInQuestion::forSigning() const
{
    auto counted = m_all;
    if (m_origin == Origin::Tokens)
        std::erase_if(counted, [](const CertificateInQuestion& one) { return one.isForEncryption(); });
    return counted;
}

Finding CertificatesInQuestion::nothingToJudge() const
{
    if (m_origin == Origin::Flow)
        return notApplicable(
            "looked-at-when-signing", Words::tr("The certificate that signs is looked at when it is chosen."));
    if (!m_silentDrivers.isEmpty())
        return unseenBehind(m_silentDrivers.front());
    return notApplicable("no-certificate", Words::tr("No UKey with a certificate for signing is plugged in."));
}

Finding unfit(Others others, const char* code, QString found)
{
    return others == Others::NoneCanSign ? failed(code, std::move(found)) : warning(code, std::move(found));
}

Finding about(Finding finding, const certificate::Certificate& certificate)
{
    const auto until = certificate.validUntil();
    return std::move(finding)
        .with({ u"holder"_s, certificate.holder().displayName, Privacy::Personal })
        .with({ u"issuer"_s, certificate.issuer() })
        .with({ u"until"_s, until.toString(Qt::ISODate), Privacy::Public, shownDay(until) })
        .with({ u"serialNumber"_s, certificate.serialNumber(), Privacy::Personal });
}

Finding aboutDriver(Finding finding, const QString& module)
{
    return std::move(finding)
        .with({ u"driver"_s, QFileInfo(module).fileName() })
        .with({ u"driverPath"_s, module, Privacy::Personal });
}

} // namespace bidseal::environment
