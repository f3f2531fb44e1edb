#include "core/base/Error.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace bidseal {

QString errorCodeName(ErrorCode code)
{
    // No default: the compiler names a forgotten code.
    switch (code) {
    case ErrorCode::Cancelled:
        return u"cancelled"_s;
    case ErrorCode::UsageWrong:
        return u"usage-wrong"_s;
    case ErrorCode::InternalFault:
        return u"internal-fault"_s;
    case ErrorCode::FileNotFound:
        return u"file-not-found"_s;
    case ErrorCode::FileNotReadable:
        return u"file-not-readable"_s;
    case ErrorCode::FileEmpty:
        return u"file-empty"_s;
    case ErrorCode::FileChangedMeanwhile:
        return u"file-changed-meanwhile"_s;
    case ErrorCode::OutputExists:
        return u"output-exists"_s;
    case ErrorCode::OutputNotWritable:
        return u"output-not-writable"_s;
    case ErrorCode::OutputInUse:
        return u"output-in-use"_s;
    case ErrorCode::OutputIsSource:
        return u"output-is-source"_s;
    case ErrorCode::DiskFull:
        return u"disk-full"_s;
    case ErrorCode::NotAPdf:
        return u"not-a-pdf"_s;
    case ErrorCode::DocumentDamaged:
        return u"document-damaged"_s;
    case ErrorCode::DocumentTruncated:
        return u"document-truncated"_s;
    case ErrorCode::DocumentTooComplex:
        return u"document-too-complex"_s;
    case ErrorCode::DocumentEncryptionUnsupported:
        return u"document-encryption-unsupported"_s;
    case ErrorCode::DocumentPasswordNeeded:
        return u"document-password-needed"_s;
    case ErrorCode::DocumentPasswordWrong:
        return u"document-password-wrong"_s;
    case ErrorCode::DocumentForbidsSigning:
        return u"document-forbids-signing"_s;
    case ErrorCode::DocumentCertified:
        return u"document-certified"_s;
    case ErrorCode::DocumentRefusedBySecondReader:
        return u"document-refused-by-second-reader"_s;
    case ErrorCode::FieldNotFound:
        return u"field-not-found"_s;
    case ErrorCode::FieldLocked:
        return u"field-locked"_s;
    case ErrorCode::FieldAlreadySigned:
        return u"field-already-signed"_s;
    case ErrorCode::PageNotFound:
        return u"page-not-found"_s;
    case ErrorCode::MarkOutsidePage:
        return u"mark-outside-page"_s;
    case ErrorCode::TooManyMarks:
        return u"too-many-marks"_s;
    case ErrorCode::SealPictureUnreadable:
        return u"seal-picture-unreadable"_s;
    case ErrorCode::SealSizeInvalid:
        return u"seal-size-invalid"_s;
    case ErrorCode::KeywordNotFound:
        return u"keyword-not-found"_s;
    case ErrorCode::PageSetInvalid:
        return u"page-set-invalid"_s;
    case ErrorCode::SealNotFound:
        return u"seal-not-found"_s;
    case ErrorCode::SealExpired:
        return u"seal-expired"_s;
    case ErrorCode::SealStoreUnavailable:
        return u"seal-store-unavailable"_s;
    case ErrorCode::SealFileUnreadable:
        return u"seal-file-unreadable"_s;
    case ErrorCode::SealFilePasswordWrong:
        return u"seal-file-password-wrong"_s;
    case ErrorCode::ScanUnreadable:
        return u"scan-unreadable"_s;
    case ErrorCode::ImpressionNotFound:
        return u"impression-not-found"_s;
    case ErrorCode::PlanInvalid:
        return u"plan-invalid"_s;
    case ErrorCode::ChecklistInvalid:
        return u"checklist-invalid"_s;
    case ErrorCode::ChecklistIncomplete:
        return u"checklist-incomplete"_s;
    case ErrorCode::ModuleNotFound:
        return u"module-not-found"_s;
    case ErrorCode::ModuleUnusable:
        return u"module-unusable"_s;
    case ErrorCode::TokenHostMissing:
        return u"token-host-missing"_s;
    case ErrorCode::DriverCrashed:
        return u"driver-crashed"_s;
    case ErrorCode::DriverNotResponding:
        return u"driver-not-responding"_s;
    case ErrorCode::TokenAbsent:
        return u"token-absent"_s;
    case ErrorCode::TokenRemoved:
        return u"token-removed"_s;
    case ErrorCode::TokenFailed:
        return u"token-failed"_s;
    case ErrorCode::KeyUriInvalid:
        return u"key-uri-invalid"_s;
    case ErrorCode::KeyNotFound:
        return u"key-not-found"_s;
    case ErrorCode::KeyAmbiguous:
        return u"key-ambiguous"_s;
    case ErrorCode::KeyWithoutCertificate:
        return u"key-without-certificate"_s;
    case ErrorCode::KeyUnsupported:
        return u"key-unsupported"_s;
    case ErrorCode::KeyFileUnreadable:
        return u"key-file-unreadable"_s;
    case ErrorCode::KeyFilePasswordWrong:
        return u"key-file-password-wrong"_s;
    case ErrorCode::PinNeeded:
        return u"pin-needed"_s;
    case ErrorCode::PinWrong:
        return u"pin-wrong"_s;
    case ErrorCode::PinLastTry:
        return u"pin-last-try"_s;
    case ErrorCode::PinLocked:
        return u"pin-locked"_s;
    case ErrorCode::PinLengthInvalid:
        return u"pin-length-invalid"_s;
    case ErrorCode::PinFileUnsafe:
        return u"pin-file-unsafe"_s;
    case ErrorCode::CertificateUnreadable:
        return u"certificate-unreadable"_s;
    case ErrorCode::CertificateExpired:
        return u"certificate-expired"_s;
    case ErrorCode::CertificateNotYetValid:
        return u"certificate-not-yet-valid"_s;
    case ErrorCode::CertificateForEncryption:
        return u"certificate-for-encryption"_s;
    case ErrorCode::CertificateUnfit:
        return u"certificate-unfit"_s;
    case ErrorCode::SignatureWrong:
        return u"signature-wrong"_s;
    case ErrorCode::SignatureTooLarge:
        return u"signature-too-large"_s;
    case ErrorCode::SelfVerificationFailed:
        return u"self-verification-failed"_s;
    case ErrorCode::JournalUnavailable:
        return u"journal-unavailable"_s;
    case ErrorCode::HolderDiffers:
        return u"holder-differs"_s;
    case ErrorCode::RelayAddressInvalid:
        return u"relay-address-invalid"_s;
    case ErrorCode::RelayUnreachable:
        return u"relay-unreachable"_s;
    case ErrorCode::RelayUntrusted:
        return u"relay-untrusted"_s;
    case ErrorCode::RelayUnsuitable:
        return u"relay-unsuitable"_s;
    case ErrorCode::RelayBusy:
        return u"relay-busy"_s;
    case ErrorCode::PhoneCodeExpired:
        return u"phone-code-expired"_s;
    case ErrorCode::PhoneSessionExpired:
        return u"phone-session-expired"_s;
    case ErrorCode::PhoneCodeUsed:
        return u"phone-code-used"_s;
    case ErrorCode::PhoneRefused:
        return u"phone-refused"_s;
    case ErrorCode::PhoneCodeDiffers:
        return u"phone-code-differs"_s;
    case ErrorCode::PhoneTooOld:
        return u"phone-too-old"_s;
    case ErrorCode::ClientTooOld:
        return u"client-too-old"_s;
    case ErrorCode::PhoneMessageInvalid:
        return u"phone-message-invalid"_s;
    case ErrorCode::PhoneCannotSign:
        return u"phone-cannot-sign"_s;
    case ErrorCode::PhoneBatchTooLarge:
        return u"phone-batch-too-large"_s;
    case ErrorCode::RequestNotADocument:
        return u"request-not-a-document"_s;
    case ErrorCode::PhoneLinkInvalid:
        return u"phone-link-invalid"_s;
    case ErrorCode::QrCodeUnreadable:
        return u"qr-code-unreadable"_s;
    case ErrorCode::EnvironmentUnfit:
        return u"environment-unfit"_s;
    case ErrorCode::EnvironmentUnclear:
        return u"environment-unclear"_s;
    case ErrorCode::PolicyInvalid:
        return u"policy-invalid"_s;
    }
    Q_UNREACHABLE();
}

const QList<ErrorCode>& allErrorCodes()
{
    static const QList<ErrorCode> codes = [] {
        QList<ErrorCode> all;
        for (int value = 0; value <= static_cast<int>(ErrorCode::PolicyInvalid); ++value)
            all.append(static_cast<ErrorCode>(value));
        return all;
    }();
    return codes;
}

} // namespace bidseal
