#include "translations/OwnTranslation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace bidseal {

void installOwnTranslation(QCoreApplication& application, const QLocale& locale)
{
    auto* translator = new QTranslator(&application);
    const auto load
        = [translator](const QLocale& wanted) { return translator->load(wanted, u"bidseal"_s, u"_"_s, u":/i18n"_s); };
    if (load(locale) || load(QLocale(QLocale::English)))
        QCoreApplication::installTranslator(translator);
}

} // namespace bidseal
