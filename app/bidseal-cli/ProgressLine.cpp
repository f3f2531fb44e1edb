#include "app/bidseal-cli/ProgressLine.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Empty while the key has the word: it asks for its PIN, or tells of a phone.
QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Checking:
        return Words::tr("Checking the documents …");
    case Stage::Preparing:
        return Words::tr("Preparing the signature …");
    case Stage::WaitingForKey:
        return {};
    case Stage::Completing:
        return Words::tr("Writing the signature …");
    case Stage::Verifying:
        return Words::tr("Verifying the signed file …");
    case Stage::Publishing:
        return Words::tr("Saving …");
    }
    Q_UNREACHABLE();
}

QString lineOf(const Progress& progress)
{
    QString line = stageText(progress.stage);
    if (line.isEmpty())
        return line;
    if (progress.documents > 1 && progress.document > 0)
        line += u' ' + Words::tr("%1 of %2").arg(progress.document).arg(progress.documents);
    if (progress.total > 0)
        line += u" %1 %"_s.arg(progress.done * 100 / progress.total);
    return line;
}

} // namespace

ProgressCallback progressLine(ErrorOutput& output)
{
    if (!output.isTerminal())
        return {};
    return [&output](const Progress& progress) { output.setLine(lineOf(progress)); };
}

} // namespace bidseal::cli
