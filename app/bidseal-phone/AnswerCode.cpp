#include "app/bidseal-phone/AnswerCode.h"

#include "app/bidseal-phone/Session.h"
#include "core/qr/QrCode.h"
#include "core/relay/RelayClient.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace bidseal::phone {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PhoneProgram)
};

using Ending = Session::Ending;

Result<QString> linkFromPicture(const QString& path)
{
    const ErrorFacts facts { .name = QFileInfo(path).fileName(), .date = {}, .bytes = {}, .page = {} };
    if (!QFileInfo::exists(path))
        return failure(ErrorCode::FileNotFound, path, facts);
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    const auto picture = reader.read();
    if (picture.isNull())
        return failure(ErrorCode::QrCodeUnreadable, reader.errorString(), facts);
    auto text = qr::readQrCode(picture);
    if (!text)
        return failure(text.error().code, text.error().detail, facts);
    return text;
}

Result<QString> linkFromStandardInput()
{
    const auto line = readSecretFile(u"-"_s);
    if (!line)
        return failure(line.error());
    return QString::fromUtf8(line->view().data(), static_cast<qsizetype>(line->size())).trimmed();
}

Result<relay::Link> readLink(const PhoneArguments& arguments)
{
    Result<QString> text = arguments.link;
    if (arguments.link.isEmpty())
        text = linkFromPicture(arguments.picture);
    else if (arguments.link == u"-"_s)
        text = linkFromStandardInput();
    if (!text)
        return failure(text.error());
    return relay::Link::parse(*text);
}

/// How it is told to programs.
QString endingName(Ending ending)
{
    switch (ending) {
    case Ending::Signed:
        return u"signed"_s;
    case Ending::Failed:
        return u"failed"_s;
    case Ending::Cancelled:
        return u"cancelled"_s;
    case Ending::Declined:
        return u"declined"_s;
    case Ending::CodeDiffers:
        return u"code-differs"_s;
    case Ending::PinLocked:
        return u"pin-locked"_s;
    case Ending::OutcomeUnknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QString endingText(Ending ending)
{
    switch (ending) {
    case Ending::Signed:
        return Words::tr("Signed. The signed files are on the computer's disk.");
    case Ending::Failed:
        return Words::tr("The signatures were given, but the computer could not finish the files.");
    case Ending::Cancelled:
        return Words::tr("It was cancelled on the computer. Nothing was signed.");
    case Ending::Declined:
        return Words::tr("Declined. Nothing was signed.");
    case Ending::CodeDiffers:
        return Words::tr("The compare codes differ. Nothing was signed.");
    case Ending::PinLocked:
        return Words::tr("Too many wrong PINs. Nothing was signed.");
    case Ending::OutcomeUnknown:
        return Words::tr("The signatures were given, but the computer has not said whether the files are finished.");
    }
    Q_UNREACHABLE();
}

cli::Answer answerOf(const Result<Ending>& ending, QJsonObject json)
{
    if (!ending) {
        auto answer = cli::notDone(ending.error());
        json[u"error"_s] = answer.json[u"error"_s];
        return { answer.exitCode, answer.text, json };
    }
    json[u"outcome"_s] = endingName(*ending);
    const bool isSigned = *ending == Ending::Signed;
    return { isSigned ? cli::ExitCode::Done : cli::ExitCode::AnswerIsNo, endingText(*ending) + u'\n', json };
}

} // namespace

cli::Answer answerCode(const PhoneArguments& arguments, cli::Form form, const QString& dataFolder, std::stop_token stop)
{
    auto link = readLink(arguments);
    if (!link)
        return cli::notDone(link.error());
    Owner owner(arguments.beforehand, form, arguments.pinFile);
    const auto wallet = Wallet::open(arguments.keyFiles, owner.passwordSource(), stop);
    if (!wallet)
        return cli::notDone(wallet.error());
    relay::RelayClient client({ link->origin, arguments.caFile });
    const auto mailbox = client.join(*link, stop);
    if (!mailbox)
        return cli::notDone(mailbox.error());

    if (arguments.misbehaviour) {
        const auto done = misbehave(*arguments.misbehaviour, **mailbox, *link, *wallet, owner.pinSource(), stop);
        return done ? cli::Answer {} : cli::notDone(done.error());
    }
    KnownComputers computers(dataFolder + u"/phone-computers.txt"_s);
    Session session(**mailbox, std::move(*link), *wallet, owner, computers, arguments.delay);
    const auto ending = session.lead(stop);
    return answerOf(ending, session.json());
}

} // namespace bidseal::phone
