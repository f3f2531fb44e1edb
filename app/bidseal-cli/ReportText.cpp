#include "app/bidseal-cli/ReportText.h"

#include "core/base/ShownTime.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

using verification::Coverage;
using verification::Integrity;
using verification::SignatureReport;

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString integrityText(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Intact:
        return Words::tr("What was signed is unchanged.");
    case Integrity::Broken:
        return Words::tr("What was signed has been changed, or the signature is not genuine.");
    case Integrity::Undecided:
        return Words::tr("Whether what was signed is unchanged cannot be decided.");
    }
    Q_UNREACHABLE();
}

QString coverageText(Coverage coverage)
{
    switch (coverage) {
    case Coverage::WholeDocument:
        return Words::tr("The signature covers the whole file.");
    case Coverage::EarlierRevision:
        return Words::tr("Something was added to the file after this signature.");
    case Coverage::Malformed:
        return Words::tr("The signature does not say properly what it covers.");
    }
    Q_UNREACHABLE();
}

QString textOf(const SignatureReport& signature)
{
    QStringList lines;
    if (signature.signer)
        lines
            << Words::tr("Signed by %1 (who this is has not been checked)").arg(signature.signer->holder().displayName);
    else
        lines << Words::tr("Signed by somebody unknown: there is no readable certificate");
    if (signature.claimedTime)
        lines << Words::tr("Time: %1, claimed by the signer's computer").arg(shownTime(*signature.claimedTime));
    lines << integrityText(signature.integrity) << coverageText(signature.coverage);
    if (!signature.problem.isEmpty())
        lines << Words::tr("Details: %1").arg(signature.problem);
    return lines.join(u"\n  "_s) + u"\n"_s;
}

} // namespace

QString textOf(const verification::Report& report)
{
    if (!report.isSigned())
        return Words::tr("This file carries no signature.") + u"\n"_s;
    QString text;
    for (const auto& signature : report.signatures)
        text += textOf(signature);
    return text;
}

} // namespace bidseal::cli
