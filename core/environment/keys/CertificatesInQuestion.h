#pragma once

#include "core/environment/Finding.h"
#include "core/environment/keys/TokenSurvey.h"

namespace bidseal::environment {

/// A certificate that the checks are about, and the others of its token, among which its issuers may be.
struct CertificateInQuestion {
    certificate::Certificate certificate;
    std::vector<certificate::Certificate> others;

    [[nodiscard]] bool isForEncryption() const;
};

/// Which certificates count: those that the situation names; where it names none at all, those on the tokens, which
/// are asked then.
class CertificatesInQuestion {
public:
    [[nodiscard]] static CertificatesInQuestion find(
        const Situation& situation, TokenSurvey& survey, const std::stop_token& stop);

    /// Each certificate once.
    [[nodiscard]] const std::vector<CertificateInQuestion>& all() const { return m_all; }
    /// Without those on tokens that are the encrypting half of a pair. Whoever names one for encryption hears of it.
    [[nodiscard]] std::vector<CertificateInQuestion> forSigning() const;

    /// What to say where there is none to judge.
    [[nodiscard]] Finding nothingToJudge() const;

private:
    enum class Origin {
        Flow, ///< the certificate that signs is looked at by whoever signs with it
        Situation,
        Tokens,
    };
    void add(const certificate::Certificate& certificate, const std::vector<certificate::Certificate>& others);

    Origin m_origin = Origin::Tokens;
    std::vector<CertificateInQuestion> m_all;
    QStringList m_silentDrivers;
};

/// A certificate that nothing can be signed with: while another one can, that is no more than a warning.
enum class Others { NoneCanSign, OneCanSign };
[[nodiscard]] Finding unfit(Others others, const char* code, QString found);

/// The finding with the facts about a certificate that its sentences may name: holder, issuer, until, serialNumber.
[[nodiscard]] Finding about(Finding finding, const certificate::Certificate& certificate);
/// …with those about a driver: driver, driverPath.
[[nodiscard]] Finding aboutDriver(Finding finding, const QString& module);

} // namespace bidseal::environment
