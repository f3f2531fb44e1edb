#include "core/environment/keys/DriverConflicts.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using key::TokenContents;

bool holdsSameCertificate(const TokenContents& first, const TokenContents& second)
{
    return std::any_of(first.keys.begin(), first.keys.end(), [&second](const key::TokenKey& one) {
        return one.certificate && std::any_of(second.keys.begin(), second.keys.end(), [&one](const auto& other) {
            return other.certificate && *other.certificate == *one.certificate;
        });
    });
}

/// Drivers of different makers give a token different labels; what lies on it they cannot change.
bool isSameToken(const TokenContents& first, const TokenContents& second)
{
    const bool hasSameName = !first.token.serial.isEmpty() && first.token.serial == second.token.serial
        && first.token.label == second.token.label;
    return hasSameName || holdsSameCertificate(first, second);
}

/// The name without what tells versions apart: "libcastle" for "libcastle.so.1.0.0" and "libcastle-1.2.so".
QString nameOfLibrary(const QString& path)
{
    static const QRegularExpression version(
        u"([-_.]v?\\d+(\\.\\d+)+)?\\.(so(\\.\\d+)*|dll)$"_s, QRegularExpression::CaseInsensitiveOption);
    return QFileInfo(path).fileName().remove(version).toLower();
}

QByteArray digestOf(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace

std::vector<SharedToken> sharedTokens(const std::vector<DriverAnswer>& answers)
{
    std::vector<SharedToken> shared;
    for (auto first = answers.begin(); first != answers.end(); ++first)
        for (auto second = std::next(first); second != answers.end(); ++second) {
            if (!first->tokens || !second->tokens)
                continue;
            const auto token = std::find_first_of(first->tokens->begin(), first->tokens->end(), second->tokens->begin(),
                second->tokens->end(), isSameToken);
            if (token != first->tokens->end())
                shared.push_back({ first->module, second->module, token->token.label });
        }
    return shared;
}

std::vector<TwoVersions> severalVersions(const QStringList& modules)
{
    std::vector<TwoVersions> versions;
    for (auto first = modules.begin(); first != modules.end(); ++first)
        for (auto second = std::next(first); second != modules.end(); ++second)
            if (nameOfLibrary(*first) == nameOfLibrary(*second) && digestOf(*first) != digestOf(*second))
                versions.push_back({ *first, *second });
    return versions;
}

} // namespace bidseal::environment
