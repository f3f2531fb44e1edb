#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace bidseal {

/// What went wrong, as far as the person in front of the screen can act on it. Each code has one sentence in each
/// language (ErrorSentence.cpp) and one stable name (errorCodeName) for the hotline, the log and `--json`.
enum class ErrorCode {
    // The person, or the program itself
    Cancelled,
    UsageWrong,
    InternalFault,

    // Files
    FileNotFound,
    FileNotReadable,
    FileEmpty,
    FileChangedMeanwhile,
    OutputExists,
    OutputNotWritable,
    OutputInUse,
    OutputIsSource,
    DiskFull,

    // Documents
    NotAPdf,
    DocumentDamaged,
    DocumentTruncated,
    DocumentTooComplex,
    DocumentEncryptionUnsupported,
    DocumentPasswordNeeded,
    DocumentPasswordWrong,
    DocumentForbidsSigning,
    DocumentCertified,
    DocumentRefusedBySecondReader,
    FieldNotFound,
    FieldLocked,
    FieldAlreadySigned,
    PageNotFound,
    MarkOutsidePage,
    TooManyMarks,
    SealPictureUnreadable,
    SealSizeInvalid,

    KeywordNotFound,
    PageSetInvalid,

    // Seals
    SealNotFound,
    SealExpired,
    SealStoreUnavailable,
    SealFileUnreadable,
    SealFilePasswordWrong,
    ScanUnreadable,
    ImpressionNotFound,

    // Plans and checklists
    PlanInvalid,
    ChecklistInvalid,
    ChecklistIncomplete,

    // Tokens and their drivers
    ModuleNotFound,
    ModuleUnusable,
    TokenHostMissing,
    DriverCrashed,
    DriverNotResponding,
    TokenAbsent,
    TokenRemoved,
    TokenFailed,

    // Keys
    KeyUriInvalid,
    KeyNotFound,
    KeyAmbiguous,
    KeyWithoutCertificate,
    KeyUnsupported,
    KeyFileUnreadable,
    KeyFilePasswordWrong,

    // PINs
    PinNeeded,
    PinWrong,
    PinLastTry,
    PinLocked,
    PinLengthInvalid,
    PinFileUnsafe,

    // Certificates
    CertificateUnreadable,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateForEncryption,
    CertificateUnfit,

    // Signing
    SignatureWrong,
    SignatureTooLarge,
    SelfVerificationFailed,
    JournalUnavailable,
    HolderDiffers,

    // Relays
    RelayAddressInvalid,
    RelayUnreachable,
    RelayUntrusted,
    RelayUnsuitable,
    RelayBusy,

    // Phones
    PhoneCodeExpired,
    PhoneSessionExpired,
    PhoneCodeUsed,
    PhoneRefused,
    PhoneCodeDiffers,
    PhoneTooOld,
    ClientTooOld,
    PhoneMessageInvalid,
    PhoneCannotSign,
    PhoneBatchTooLarge,
    RequestNotADocument,
    PhoneLinkInvalid,
    QrCodeUnreadable,

    // The environment self-check
    EnvironmentUnfit,
    EnvironmentUnclear,
    PolicyInvalid,
};

/// Typed values for the sentence. Never a secret.
struct ErrorFacts {
    QString name {}; ///< of a file, field, token, holder: whatever the sentence is about
    std::optional<QDateTime> date {}; ///< an expiry or a beginning
    std::optional<qint64> bytes {};
    std::optional<int> page {}; ///< as people count: the first is 1
    QString remedy {}; ///< one sentence, where only whoever found the error knows what to do
};

/// An error has two readers: `code` and `facts` make the sentence on the screen, `detail` is English for the log.
struct Error {
    ErrorCode code = ErrorCode::InternalFault;
    QString detail; ///< what exactly happened, for the log; never shown, never a secret
    ErrorFacts facts;
};

/// The stable name by which hotline, log and `--json` know the code: "pin-wrong".
[[nodiscard]] QString errorCodeName(ErrorCode code);

/// Every code there is, so that tests can walk them.
[[nodiscard]] const QList<ErrorCode>& allErrorCodes();

} // namespace bidseal
