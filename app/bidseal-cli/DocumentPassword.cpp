#include "app/bidseal-cli/DocumentPassword.h"

#include "core/base/platform/Process.h"
#include "core/pdf/Document.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace bidseal::cli {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

Result<Secret> documentPassword(const QString& document, const QString& passwordFile)
{
    if (!passwordFile.isEmpty())
        return readSecretFile(passwordFile);
    const auto opened = pdf::Document::open(document);
    if (opened || opened.error().code != ErrorCode::DocumentPasswordNeeded)
        return Secret();
    auto typed = platform::askOnTerminal(Words::tr("Password of %1: ").arg(QFileInfo(document).fileName()));
    if (!typed && typed.error().code == ErrorCode::PinNeeded)
        return failure(opened.error()); // nobody there to ask
    return typed;
}

} // namespace bidseal::cli
