#include "core/signing/HolderName.h"

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

QChar plainBracket(QChar character)
{
    static const auto opening = u"[{〔【〖《〈「『"_s;
    static const auto closing = u"]}〕】〗》〉」』"_s;
    return opening.contains(character) ? u'(' : closing.contains(character) ? u')' : character;
}

} // namespace

QString comparableHolder(const QString& name)
{
    QString plain;
    for (const QChar character : name.normalized(QString::NormalizationForm_KC)) {
        if (!character.isSpace())
            plain += plainBracket(character);
    }
    return plain;
}

} // namespace bidseal::signing
