#include "ui/seal/SealText.h"

#include <QCoreApplication>
#include <QLocale>

namespace bidseal::seal {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text) { return QCoreApplication::translate("SealText", text); }

QString millimetres(double mm) { return QLocale().toString(std::round(mm * 10) / 10, 'g', 6); }

} // namespace

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Company:
        return translated(QT_TRANSLATE_NOOP("SealText", "Company seal"));
    case Kind::LegalRepresentative:
        return translated(QT_TRANSLATE_NOOP("SealText", "Legal representative's seal"));
    case Kind::Personal:
        return translated(QT_TRANSLATE_NOOP("SealText", "Personal seal"));
    case Kind::Invoice:
        return translated(QT_TRANSLATE_NOOP("SealText", "Invoice seal"));
    case Kind::Handwriting:
        return translated(QT_TRANSLATE_NOOP("SealText", "Handwritten signature"));
    case Kind::Contract:
        return translated(QT_TRANSLATE_NOOP("SealText", "Contract seal"));
    case Kind::Finance:
        return translated(QT_TRANSLATE_NOOP("SealText", "Finance seal"));
    case Kind::Date:
        return translated(QT_TRANSLATE_NOOP("SealText", "Date seal"));
    case Kind::Other:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("SealText", "Other seal"));
}

QString expiryText(const Seal& seal, const QDate& today)
{
    if (isInForce(seal, today))
        return {};
    const QLocale locale;
    if (!seal.validUntil.isNull() && today > seal.validUntil)
        return translated(QT_TRANSLATE_NOOP("SealText", "Expired on %1"))
            .arg(locale.toString(seal.validUntil, QLocale::ShortFormat));
    return translated(QT_TRANSLATE_NOOP("SealText", "Valid from %1"))
        .arg(locale.toString(seal.validFrom, QLocale::ShortFormat));
}

QString descriptionOf(const Seal& seal)
{
    QStringList parts { seal.name, kindText(seal.kind), sizeText(seal.sizeMm) };
    for (const QString& more : { seal.holder, expiryText(seal, QDate::currentDate()) }) {
        if (!more.isEmpty())
            parts << more;
    }
    return parts.join(", "_L1);
}

QString sizeText(QSizeF sizeMm)
{
    constexpr double kSameMm = 0.5;
    if (std::abs(sizeMm.width() - sizeMm.height()) < kSameMm)
        return translated(QT_TRANSLATE_NOOP("SealText", "%1 mm")).arg(millimetres(sizeMm.width()));
    return translated(QT_TRANSLATE_NOOP("SealText", "%1 × %2 mm"))
        .arg(millimetres(sizeMm.width()), millimetres(sizeMm.height()));
}

} // namespace bidseal::seal
