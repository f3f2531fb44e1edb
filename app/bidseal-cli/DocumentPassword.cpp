#include "app/bidseal-cli/DocumentPassword.h"

#include "core/base/platform/Process.h"
#include "core/pdf/Document.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

bool needsPassword(const QString& document)
{
    const auto opened = pdf::Document::open(document);
    return !opened && opened.error().code == ErrorCode::DocumentPasswordNeeded;
}

bool opens(const QString& document, const Secret& password)
{
    return pdf::Document::open(document, &password).has_value();
}

} // namespace

Result<Secret> documentPassword(const QString& document, const QString& passwordFile)
{
    if (!passwordFile.isEmpty())
        return readSecretFile(passwordFile);
    if (!needsPassword(document))
        return Secret();
    auto typed = platform::askOnTerminal(Words::tr("Password of %1: ").arg(QFileInfo(document).fileName()));
    if (!typed && typed.error().code == ErrorCode::PinNeeded)
        return failure(ErrorCode::DocumentPasswordNeeded, u"nobody there to ask"_s,
            { QFileInfo(document).fileName(), {}, {}, {} });
    return typed;
}

Result<std::vector<Secret>> documentPasswords(const QStringList& documents, const QString& passwordFile)
{
    std::vector<Secret> passwords;
    Secret last;
    if (!passwordFile.isEmpty()) {
        auto read = readSecretFile(passwordFile);
        if (!read)
            return failure(read.error());
        last = std::move(*read);
    }
    for (const auto& document : documents) {
        if (!passwordFile.isEmpty() || (!last.isEmpty() && needsPassword(document) && opens(document, last))) {
            passwords.push_back(last.clone());
            continue;
        }
        auto typed = documentPassword(document, {});
        if (!typed)
            return failure(typed.error());
        if (!typed->isEmpty())
            last = typed->clone();
        passwords.push_back(std::move(*typed));
    }
    return passwords;
}

} // namespace bidseal::cli
