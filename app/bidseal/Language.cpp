#include "Language.h"

#include "translations/OwnTranslation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace bidseal::app {

void installLanguage(QCoreApplication& application, const QString& wanted)
{
    const QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
    QLocale::setDefault(locale);
    // Qt's come with the installed Qt, or, where the program was packed, beside it.
    auto* ofQt = new QTranslator(&application);
    if (ofQt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(ofQt);
    installOwnTranslation(application, locale);
}

} // namespace bidseal::app
