#include "core/signing/HolderMatch.h"

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

QChar plainBracket(QChar character)
{
    static const auto opening = u"[{〔【〖《〈「『"_s;
    static const auto closing = u"]}〕】〗》〉」』"_s;
    return opening.contains(character) ? u'(' : closing.contains(character) ? u')' : character;
}

/// As two people would call it the same name: without spaces, all brackets alike, wide forms as narrow ones.
QString comparable(const QString& name)
{
    QString plain;
    for (const QChar character : name.normalized(QString::NormalizationForm_KC)) {
        if (!character.isSpace())
            plain += plainBracket(character);
    }
    return plain;
}

QStringList differingHolders(std::span<const SigningRequest> requests, const certificate::Certificate& certificate)
{
    QStringList differing;
    for (const auto& request : requests) {
        for (const auto& placed : request.seals) {
            const QString holder = placed.seal.holder.trimmed();
            if (!holder.isEmpty() && !isHolder(holder, certificate) && !differing.contains(holder))
                differing.append(holder);
        }
    }
    return differing;
}

} // namespace

bool isHolder(const QString& name, const certificate::Certificate& certificate)
{
    const auto holder = certificate.holder();
    const QString wanted = comparable(name);
    return wanted == comparable(holder.organisation) || wanted == comparable(holder.commonName);
}

Status agreeOnHolder(
    std::span<const SigningRequest> requests, const certificate::Certificate& certificate, const ConfirmHolder& confirm)
{
    const HolderQuestion question { certificate.holder().displayName, differingHolders(requests, certificate) };
    if (question.sealHolders.isEmpty())
        return {};
    const auto agreed = confirm ? confirm(question) : Result<bool>(false);
    if (!agreed)
        return failure(agreed.error());
    if (!*agreed)
        return failure(ErrorCode::HolderDiffers, u"the seal's holder: "_s + question.sealHolders.join(u", "_s),
            { question.certificateHolder, {}, {}, {} });
    return {};
}

} // namespace bidseal::signing
