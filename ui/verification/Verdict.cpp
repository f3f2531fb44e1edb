#include "ui/verification/Verdict.h"

#include "core/base/ShownTime.h"
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::verification {

using style::NoticeText;
using style::Tone;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

bool anyIs(const Report& report, Integrity integrity)
{
    return std::any_of(report.signatures.begin(), report.signatures.end(),
        [integrity](const SignatureReport& signature) { return signature.integrity == integrity; });
}

QString signers(const Report& report)
{
    QStringList names;
    for (const auto& signature : report.signatures)
        names.append(signerName(signature));
    names.removeDuplicates();
    return QLocale().createSeparatedList(names);
}

} // namespace

QString signerName(const SignatureReport& signature)
{
    return signature.signer ? signature.signer->holder().displayName : Words::tr("an unknown signer");
}

QString claimedTimeText(const std::optional<QDateTime>& time)
{
    if (!time)
        return Words::tr("No time is stated");
    return Words::tr("%1 (claimed by the signer's computer)").arg(shownTime(*time));
}

NoticeText verdictOn(const Report& report)
{
    const int count = static_cast<int>(report.signatures.size());
    if (count == 0)
        return { Tone::Neutral, Words::tr("This file carries no signature."), {}, {} };
    if (anyIs(report, Integrity::Broken)) {
        return { Tone::Bad, Words::tr("Do not trust this file: it was changed after it was signed."),
            Words::tr("Signed in the name of %1. Ask the sender for the original file.").arg(signers(report)), {} };
    }
    if (anyIs(report, Integrity::Undecided)) {
        return { Tone::Caution, Words::tr("It cannot be decided whether this file is unchanged."),
            Words::tr("A signature in it uses a form that this program does not know. Details are under Signatures."),
            {} };
    }
    if (!report.isIntact()) {
        return { Tone::Caution, Words::tr("Something was added to this file after the last signature."),
            Words::tr("What %1 signed is unchanged, but the file shows more than that. Ask the sender what was added.")
                .arg(signers(report)),
            {} };
    }
    return { Tone::Neutral, Words::tr("Unchanged since signing: %1").arg(signers(report)),
        Words::tr("%n signature(s) · Who signed has not been checked · Time claimed by the signer's computer", nullptr,
            count),
        {} };
}

NoticeText verdictOn(const SignatureReport& signature)
{
    switch (signature.integrity) {
    case Integrity::Broken:
        return { Tone::Bad, Words::tr("Changed after signing"),
            Words::tr("The file is not what was signed. Do not trust it."), {} };
    case Integrity::Undecided:
        return { Tone::Caution, Words::tr("Cannot be decided"),
            Words::tr("This form of signature is not known to this program."), {} };
    case Integrity::Intact:
        break;
    }
    if (signature.coverage == Coverage::Malformed) {
        return { Tone::Caution, Words::tr("Cannot be decided"),
            Words::tr("The signature does not say clearly which part of the file it covers."), {} };
    }
    if (signature.coverage == Coverage::EarlierRevision) {
        return { Tone::Neutral, Words::tr("Unchanged since signing"),
            Words::tr("The file was continued after this signature. Who signed has not been checked."), {} };
    }
    return { Tone::Neutral, Words::tr("Unchanged since signing"),
        Words::tr("Covers the whole file. Who signed has not been checked."), {} };
}

} // namespace bidseal::verification
