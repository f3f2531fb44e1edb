#pragma once

#include "core/signing/SigningFlow.h"

#include <span>

namespace bidseal::signing {

/// Whether the certificate is one of the holder's that a seal was enrolled for: the same organisation or common name,
/// however spaces, brackets and wide characters are written.
[[nodiscard]] bool isHolder(const QString& name, const certificate::Certificate& certificate);

/// How a seal names a certificate that it may be used with: by its fingerprint, and by its holder in words that tell
/// two people of one company apart: "示例公司", "张三（示例公司）".
[[nodiscard]] seal::EnrolledCertificate enrolmentOf(const certificate::Certificate& certificate);

/// Whether the certificate may put this seal on paper: one that the seal names, or, where it names none, one of the
/// seal's holder; where it names no holder either, any. Certificates are renewed every year or two, which changes their
/// fingerprints and must not void a bid: one whose holder in full (as enrolmentOf says it) is that of a certificate the
/// seal names counts as that one. An enrolment without a holder's name holds for its fingerprint alone.
[[nodiscard]] bool maySeal(const seal::Seal& seal, const certificate::Certificate& certificate);

/// A certificate that some seal was not enrolled with is refused; where the policy allows to ask, somebody has to
/// agree. Gives what was agreed to, for the journal: nothing, or kAgreedHolder. Errors: HolderDiffers, and those of
/// `confirm`.
[[nodiscard]] Result<QStringList> agreeOnHolder(std::span<const SigningRequest> requests,
    const certificate::Certificate& certificate, environment::AnotherHoldersSeal rule, const ConfirmHolder& confirm);
inline constexpr QLatin1StringView kAgreedHolder("seal-of-another-holder");

/// Every seal may be used on the day, in this computer's time zone. Errors: SealExpired (facts.name is the seal).
[[nodiscard]] Status checkSealsInForce(std::span<const SigningRequest> requests, const QDateTime& now);

} // namespace bidseal::signing
