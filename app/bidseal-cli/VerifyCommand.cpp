#include "app/bidseal-cli/VerifyCommand.h"

#include "app/bidseal-cli/DocumentPassword.h"
#include "app/bidseal-cli/ReportText.h"
#include "core/verification/ReportJson.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

Answer verifyFile(const VerifyArguments& arguments, std::stop_token stop)
{
    const auto password = documentPassword(arguments.file, arguments.openPasswordFile);
    if (!password)
        return notDone(password.error());
    const auto report
        = verification::verify(arguments.file, password->isEmpty() ? nullptr : &*password, {}, std::move(stop));
    if (!report)
        return notDone(report.error());

    QJsonObject json = verification::toJson(*report);
    json[u"path"_s] = QFileInfo(arguments.file).absoluteFilePath();
    return { report->isIntact() ? ExitCode::Done : ExitCode::AnswerIsNo, textOf(*report), json };
}

} // namespace bidseal::cli
