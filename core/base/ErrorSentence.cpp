#include "core/base/ErrorSentence.h"

#include <QCoreApplication>
#include <QLocale>

namespace bidseal {

namespace {

/// One context, so that a translator sees all sentences together.
class Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

QString day(const ErrorFacts& facts)
{
    return facts.date ? QLocale().toString(facts.date->toLocalTime().date(), QLocale::LongFormat) : QString();
}

QString size(const ErrorFacts& facts) { return facts.bytes ? QLocale().formattedDataSize(*facts.bytes) : QString(); }

/// A sentence that names what it is about, or its plain form where the error knows no name.
QString about(const ErrorFacts& facts, const QString& plain, const QString& naming)
{
    return facts.name.isEmpty() ? plain : naming.arg(facts.name);
}

} // namespace

ErrorSentence errorSentence(const Error& error)
{
    const auto& facts = error.facts;
    switch (error.code) { // no default: the compiler names a forgotten code
    case ErrorCode::Cancelled:
        return { Words::tr("Cancelled. Nothing was signed and no file was changed."),
            Words::tr("Start again whenever you like.") };
    case ErrorCode::UsageWrong:
        return { Words::tr("The command is not complete or not understood."),
            Words::tr("Run the command with --help and compare.") };
    case ErrorCode::InternalFault:
        return { Words::tr("The program made a mistake of its own. Your file is unchanged."),
            Words::tr("Start the program again; if it happens twice, send the log to support.") };

    case ErrorCode::FileNotFound:
        return { about(facts, Words::tr("The file is not there any more."),
                     Words::tr("The file %1 is not there any more.")),
            Words::tr("Check the folder or the removable disk, then choose the file again.") };
    case ErrorCode::FileNotReadable:
        return { about(facts, Words::tr("The file may not be read by this user account."),
                     Words::tr("The file %1 may not be read by this user account.")),
            Words::tr("Copy it to a folder of your own and open the copy.") };
    case ErrorCode::FileEmpty:
        return { Words::tr("The file is empty: it holds not a single byte."),
            Words::tr("Fetch it again from where it came from; the copy was probably interrupted.") };
    case ErrorCode::FileChangedMeanwhile:
        return { Words::tr("The file was changed by another program while it was open here."),
            Words::tr("Close the other program, open the file again and check the places of the seals.") };
    case ErrorCode::OutputExists:
        return { about(facts, Words::tr("There is already a file of this name."),
                     Words::tr("There is already a file named %1.")),
            Words::tr("Choose another name for the signed file.") };
    case ErrorCode::OutputNotWritable:
        return { Words::tr("The signed file cannot be written to this folder."),
            Words::tr("Choose a folder of your own, for example Documents or the desktop.") };
    case ErrorCode::OutputInUse:
        return { Words::tr("Another program has the output file open."),
            Words::tr("Close the PDF reader that shows it, then sign again.") };
    case ErrorCode::OutputIsSource:
        return { Words::tr("The signed file would overwrite the original."),
            Words::tr("Choose another name for the signed file.") };
    case ErrorCode::DiskFull:
        return { facts.bytes ? Words::tr("The disk is full: the signed file needs %1.").arg(size(facts))
                             : Words::tr("The disk is full."),
            Words::tr("Free some space or choose a folder on another disk.") };

    case ErrorCode::NotAPdf:
        return { Words::tr("This is not a PDF file, whatever its name says."),
            Words::tr("Open the PDF; a Word or picture file has to be saved as PDF first.") };
    case ErrorCode::DocumentDamaged:
        return { Words::tr("The PDF is damaged inside; a signature on it could not be relied on."),
            Words::tr("Make the PDF again from its original, or print it to a new PDF.") };
    case ErrorCode::DocumentTruncated:
        return { Words::tr("The end of the PDF is missing; it was probably not copied or downloaded completely."),
            Words::tr("Fetch the file again and compare its size with the original's.") };
    case ErrorCode::DocumentTooComplex:
        return { Words::tr("The PDF is built in a way that no ordinary document is, and is not opened for safety."),
            Words::tr("Print it to a new PDF and use that one.") };
    case ErrorCode::DocumentEncryptionUnsupported:
        return { Words::tr("The PDF is encrypted with a method that this program does not support."),
            Words::tr("Ask its author for a copy with password protection only, or without.") };
    case ErrorCode::DocumentPasswordNeeded:
        return { Words::tr("The PDF is protected by a password."), Words::tr("Enter the password that opens it.") };
    case ErrorCode::DocumentPasswordWrong:
        return { Words::tr("This password does not open the PDF."), Words::tr("Check capital letters and try again.") };
    case ErrorCode::DocumentForbidsSigning:
        return { Words::tr("The author of the PDF has forbidden changes and signatures."),
            Words::tr("Open it with the author's (owner) password, or ask for a copy that may be signed.") };
    case ErrorCode::DocumentCertified:
        return { Words::tr("The PDF was certified by its author: any further signature would break that."),
            Words::tr("Ask the author for a copy that allows signing.") };
    case ErrorCode::DocumentRefusedBySecondReader:
        return { Words::tr("A second PDF reader could not open the file cleanly, so it was not signed."),
            Words::tr("Print the document to a new PDF and sign that one.") };
    case ErrorCode::FieldNotFound:
        return { Words::tr("The PDF has no signature field named %1.").arg(facts.name),
            Words::tr("Check the field's name in the tender documents, or sign without a field.") };
    case ErrorCode::FieldLocked:
        return { Words::tr("An earlier signature has locked the place where you want to sign."),
            Words::tr("Use another field, or ask the earlier signer for an unlocked copy.") };
    case ErrorCode::FieldAlreadySigned:
        return { Words::tr("The signature field %1 is signed already.").arg(facts.name),
            Words::tr("Use another field, or sign without a field.") };
    case ErrorCode::PageNotFound:
        return { facts.page ? Words::tr("The document has no page %1.").arg(*facts.page)
                            : Words::tr("The document has no such page."),
            Words::tr("Put the seal on a page that exists.") };
    case ErrorCode::MarkOutsidePage:
        return { facts.page ? Words::tr("A seal on page %1 reaches over the edge of the page.").arg(*facts.page)
                            : Words::tr("A seal reaches over the edge of the page."),
            Words::tr("Move the seal until all of it lies on the page.") };
    case ErrorCode::TooManyMarks:
        return { Words::tr("There are more seals than this document can take in one signature."),
            Words::tr("Leave out seals on pages that do not need one; a document signed by others takes fewer.") };
    case ErrorCode::SealPictureUnreadable:
        return { Words::tr("The seal's picture cannot be read as a PNG."),
            Words::tr("Save the seal as a PNG picture with transparent background and add it again.") };
    case ErrorCode::SealSizeInvalid:
        return { Words::tr("The seal's size is not possible for a seal of this kind."),
            Words::tr("Enter the true size in millimetres, as it is on paper.") };
    case ErrorCode::KeywordNotFound:
        return { about(facts, Words::tr("The text that a seal shall stand at is not in the PDF."),
                     Words::tr("The text “%1”, at which a seal shall stand, is not in the PDF.")),
            Words::tr("Compare it with the document letter by letter, or place the seal by hand.") };
    case ErrorCode::PageSetInvalid:
        return { about(facts, Words::tr("These pages are not understood, or the document does not have them."),
                     Words::tr("“%1” names no pages of this document.")),
            Words::tr("Write pages as 1-3,5,8- or odd, even, all.") };
    case ErrorCode::SealNotFound:
        return { about(facts, Words::tr("A seal that is needed is not in your seal library."),
                     Words::tr("The seal “%1” is not in your seal library.")),
            Words::tr("Add the seal to the library, then try again.") };
    case ErrorCode::SealExpired:
        return { about(facts, Words::tr("A seal may not be used today."),
                     Words::tr("The seal “%1” may not be used today.")),
            Words::tr("Choose a seal that is valid, or correct its dates in the seal library.") };
    case ErrorCode::SealStoreUnavailable:
        return { Words::tr("Your seals are encrypted, and the key to them cannot be had from this account."),
            Words::tr("Log in as the user who added them, or import them from an exported file.") };
    case ErrorCode::SealFileUnreadable:
        return { about(facts, Words::tr("This is not a file of exported seals, or it is damaged."),
                     Words::tr("%1 is not a file of exported seals, or it is damaged.")),
            Words::tr("Export the seals again on the other computer, and copy the file whole.") };
    case ErrorCode::SealFilePasswordWrong:
        return { Words::tr("This password does not open the exported seals, or the file was altered."),
            Words::tr("Check capital letters and try again.") };
    case ErrorCode::ScanUnreadable:
        return { about(facts, Words::tr("The scan cannot be read as a picture."),
                     Words::tr("The scan %1 cannot be read as a picture.")),
            Words::tr("Save it as PNG or JPEG, at 300 dpi, and try again.") };
    case ErrorCode::ImpressionNotFound:
        return { about(facts, Words::tr("No seal impression was found in the scan."),
                     Words::tr("No seal impression was found in %1.")),
            Words::tr("Scan the stamped sheet in colour at 300 dpi, with good light and the whole impression on it.") };
    case ErrorCode::PlanInvalid:
        return { about(facts, Words::tr("The sealing plan cannot be used."),
                     Words::tr("The sealing plan %1 cannot be used.")),
            Words::tr("Correct it as the log says, or make it again.") };
    case ErrorCode::ChecklistInvalid:
        return { about(
                     facts, Words::tr("The checklist cannot be used."), Words::tr("The checklist %1 cannot be used.")),
            Words::tr("Correct it as the log says, or ask whoever shipped it.") };
    case ErrorCode::ChecklistIncomplete:
        return { about(facts, Words::tr("A seal that the checklist asks for is missing."),
                     Words::tr("A seal that the checklist asks for is missing: %1.")),
            Words::tr("Place what is missing, then sign.") };

    case ErrorCode::ModuleNotFound:
        return { Words::tr("The driver file of the UKey is not where it should be."),
            Words::tr("Install the driver from the certificate authority's website, then try again.") };
    case ErrorCode::ModuleUnusable:
        return { Words::tr("The chosen file is not a UKey driver that this program can use (PKCS#11)."),
            Words::tr("Choose another driver file, or install the current driver.") };
    case ErrorCode::TokenHostMissing:
        return { Words::tr("A part of the program (bidseal-token-host) is missing or was blocked."),
            Words::tr("Install the program again, or allow it in the security software.") };
    case ErrorCode::DriverCrashed:
        return { Words::tr("The UKey's driver crashed. Nothing was signed."),
            Words::tr("Pull the UKey out, put it in again, then sign again.") };
    case ErrorCode::DriverNotResponding:
        return { Words::tr("The UKey's driver does not answer any more and was stopped. Nothing was signed."),
            Words::tr("Pull the UKey out, put it in again, then sign again.") };
    case ErrorCode::TokenAbsent:
        return { Words::tr("The UKey is not plugged in."),
            Words::tr("Plug it in and wait until its light is steady.") };
    case ErrorCode::TokenRemoved:
        return { Words::tr("The UKey was pulled out while signing. Nothing was signed."),
            Words::tr("Plug it in again and leave it in until the signed file is shown.") };
    case ErrorCode::TokenFailed:
        return { Words::tr("The UKey reported a fault of its own."),
            Words::tr("Pull it out, put it in again, then try again.") };

    case ErrorCode::KeyUriInvalid:
        return { Words::tr("The key's address is not a valid PKCS#11 URI."),
            Words::tr("Copy it from the list that the keys command shows.") };
    case ErrorCode::KeyNotFound:
        return { Words::tr("The UKey does not hold the chosen key."),
            Words::tr("Choose the key again from the list.") };
    case ErrorCode::KeyAmbiguous:
        return { Words::tr("Several keys fit the description."),
            Words::tr("Name the key exactly, as the list of keys shows it.") };
    case ErrorCode::KeyWithoutCertificate:
        return { Words::tr("There is a key, but no certificate that belongs to it."),
            Words::tr("Ask the certificate authority to write the certificate to the UKey again.") };
    case ErrorCode::KeyUnsupported:
        return { Words::tr("This kind of key cannot sign PDFs here yet."),
            Words::tr("Choose an RSA key or one on curve P-256 or P-384.") };
    case ErrorCode::KeyFileUnreadable:
        return { Words::tr("The key file %1 is damaged or not a key file (.p12, .pfx).").arg(facts.name),
            Words::tr("Choose another key file.") };
    case ErrorCode::KeyFilePasswordWrong:
        return { Words::tr("This password does not open the key file."),
            Words::tr("Check capital letters and try again.") };

    case ErrorCode::PinNeeded:
        return { Words::tr("The PIN is needed to sign, and nobody could be asked for it."),
            Words::tr("Give it in a PIN file, or start the command in a terminal.") };
    case ErrorCode::PinWrong:
        return { Words::tr("The PIN is wrong. Nothing was signed."),
            Words::tr("Check capital letters and number lock, then try again.") };
    case ErrorCode::PinLastTry:
        return { Words::tr("Only one try is left: one more wrong PIN locks the UKey."),
            Words::tr("Make sure of the PIN first, then agree to use the last try.") };
    case ErrorCode::PinLocked:
        return { Words::tr("The key is locked: its PIN was entered wrongly too often."),
            Words::tr("Have it unlocked by the certificate authority or its administrator; trying on does not help.") };
    case ErrorCode::PinLengthInvalid:
        return { Words::tr("The PIN is shorter or longer than this UKey allows. No try was used."),
            Words::tr("Enter the whole PIN.") };
    case ErrorCode::PinFileUnsafe:
        return { Words::tr("Others may read the PIN file, so it was not used."),
            Words::tr("Make it readable for yourself alone, and change the PIN if others may have seen it.") };

    case ErrorCode::CertificateUnreadable:
        return { Words::tr("The certificate cannot be read."),
            Words::tr("Ask the certificate authority to write the certificate to the UKey again.") };
    case ErrorCode::CertificateExpired:
        return { facts.name.isEmpty() ? Words::tr("The certificate expired on %1.").arg(day(facts))
                                      : Words::tr("The certificate of %1 expired on %2.").arg(facts.name, day(facts)),
            Words::tr("Have it renewed by the certificate authority, or choose another key.") };
    case ErrorCode::CertificateNotYetValid:
        return { facts.name.isEmpty()
                ? Words::tr("The certificate is valid only from %1.").arg(day(facts))
                : Words::tr("The certificate of %1 is valid only from %2.").arg(facts.name, day(facts)),
            Words::tr(
                "Check this computer's date and time; if they are right, wait until that day or choose another key.") };
    case ErrorCode::CertificateForEncryption:
        return { Words::tr("This certificate is for encryption, not for signing."),
            Words::tr("Choose the signing certificate.") };
    case ErrorCode::CertificateUnfit:
        return { Words::tr("This certificate may not sign documents, or its key is too weak."),
            Words::tr("Choose another key.") };

    case ErrorCode::SignatureWrong:
        return { Words::tr("The key gave back a signature that does not fit. The signed file was thrown away."),
            Words::tr("Sign again; pull a UKey out first and put it in again.") };
    case ErrorCode::SignatureTooLarge:
        return { Words::tr("The signature is larger than the space kept for it. The signed file was thrown away."),
            Words::tr("Choose another key, or send the log to support.") };
    case ErrorCode::SelfVerificationFailed:
        return { Words::tr("The finished file did not pass our own check and was thrown away."),
            Words::tr("Sign again; if it happens twice, send the log to support.") };
    case ErrorCode::JournalUnavailable:
        return { Words::tr("The signing journal cannot be written, so nothing was signed."),
            Words::tr("Check that the disk is not full and that your user folder may be written to.") };
    case ErrorCode::HolderDiffers:
        return { about(facts, Words::tr("The certificate belongs to somebody else than the seal."),
                     Words::tr("The certificate belongs to %1, not to the holder of the seal.")),
            Words::tr("Choose a certificate that the seal was enrolled with; a new one is entered with the seal in the "
                      "seal library.") };

    case ErrorCode::RelayAddressInvalid:
        if (!facts.name.isEmpty()) // of the file with its authority's certificate
            return { Words::tr("The file %1 holds no certificate of an authority.").arg(facts.name),
                Words::tr("Choose the certificate file (PEM) that the platform gives, or leave it out.") };
        return { Words::tr("This is not the address of a relay."),
            Words::tr("Enter it as https://HOST or https://HOST:PORT, as the platform gives it.") };
    case ErrorCode::RelayUnreachable:
        return { about(facts, Words::tr("The relay cannot be reached."), Words::tr("The relay %1 cannot be reached.")),
            Words::tr("Check the network and the proxy, then try again.") };
    case ErrorCode::RelayUntrusted:
        return { about(facts, Words::tr("The connection to the relay is not safe: its certificate is not trusted."),
                     Words::tr("The connection to the relay %1 is not safe: its certificate is not trusted.")),
            Words::tr("Ask the platform for its certificate; if you are in a foreign network, use your own.") };
    case ErrorCode::RelayUnsuitable:
        return { about(facts, Words::tr("What answers at this address is not a BidSeal relay."),
                     Words::tr("What answers at %1 is not a BidSeal relay.")),
            Words::tr("Check the address, and ask the platform for the right one.") };
    case ErrorCode::RelayBusy:
        return { about(facts, Words::tr("The relay has too much to do at the moment."),
                     Words::tr("The relay %1 has too much to do at the moment.")),
            Words::tr("Try again in a minute, or choose another relay.") };

    case ErrorCode::PhoneCodeExpired:
        return { Words::tr("The code was not scanned in time. Nothing was signed."),
            Words::tr("Show a new code and scan it within two minutes.") };
    case ErrorCode::PhoneSessionExpired:
        return { Words::tr("The phone did not finish in time, or the relay lost the session. Nothing was signed."),
            Words::tr("Start again and keep the app on the phone open until it says that it is done.") };
    case ErrorCode::PhoneCodeUsed:
        return { Words::tr("Another phone has already used this code."),
            Words::tr("If it was not yours, cancel on the computer and start again with a new code.") };
    case ErrorCode::PhoneRefused:
        return { Words::tr("The request was declined on the phone. Nothing was signed."),
            Words::tr("If that was a mistake, start again and confirm on the phone.") };
    case ErrorCode::PhoneCodeDiffers:
        return { Words::tr("The phone says that the compare codes differ. Nothing was signed."),
            Words::tr(
                "Scan the code from the computer in front of you; if the codes differ again, tell the platform.") };
    case ErrorCode::PhoneTooOld:
        return { Words::tr("The app on the phone is too old for this program."),
            Words::tr("Update the app on the phone, then start again.") };
    case ErrorCode::ClientTooOld:
        return { Words::tr("This program is too old for the app on the phone."),
            Words::tr("Update this program, then start again.") };
    case ErrorCode::PhoneMessageInvalid:
        return { Words::tr("A message from the phone was altered, incomplete or out of order. Nothing was signed."),
            Words::tr("Start again with a new code; if it happens twice, use another relay and tell the platform.") };
    case ErrorCode::PhoneCannotSign:
        return { Words::tr("The app on the phone cannot carry out this request."),
            Words::tr("Update the app on the phone, or sign with a UKey.") };
    case ErrorCode::PhoneBatchTooLarge:
        return { Words::tr("The phone cannot sign so many files under one confirmation."),
            Words::tr("Sign fewer files at once.") };
    case ErrorCode::RequestNotADocument:
        return { Words::tr("What the computer asked to sign is not a document. Nothing was signed."),
            Words::tr("Do not confirm; tell the platform whose computer asked for it.") };
    case ErrorCode::PhoneLinkInvalid:
        return { Words::tr("This is not a signing code of BidSeal."),
            Words::tr("Scan the code that the computer shows now, or copy its link whole.") };
    case ErrorCode::QrCodeUnreadable:
        return { about(facts, Words::tr("No QR code can be read in this picture."),
                     Words::tr("No QR code can be read in the picture %1.")),
            Words::tr("Take the picture again: straight, sharp, with the whole code and its white border.") };

    // What was found, and what mends it, are the check's own sentences.
    case ErrorCode::EnvironmentUnfit:
        return { about(facts, Words::tr("This computer is not fit to sign on."),
                     Words::tr("This computer is not fit to sign on. %1")),
            facts.remedy.isEmpty() ? Words::tr("Open the self-check and mend what it names.") : facts.remedy };
    case ErrorCode::EnvironmentUnclear:
        return { about(facts, Words::tr("It cannot be told whether this computer is fit to sign on."),
                     Words::tr("It cannot be told whether this computer is fit to sign on. %1")),
            facts.remedy.isEmpty() ? Words::tr("Run the self-check again, or agree to sign all the same.")
                                   : facts.remedy };
    case ErrorCode::PolicyInvalid:
        return { about(facts, Words::tr("The policy file cannot be used."),
                     Words::tr("The policy file %1 cannot be used.")),
            Words::tr("Correct it as the log says, or leave it out.") };
    }
    Q_UNREACHABLE();
}

} // namespace bidseal
