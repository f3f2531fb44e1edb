#include "Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace bidseal::app {

namespace {

bool install(QCoreApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, folder))
        return QCoreApplication::installTranslator(translator);
    delete translator;
    return false;
}

} // namespace

void installLanguage(QCoreApplication& application, const QString& wanted)
{
    const QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
    QLocale::setDefault(locale);
    // Qt's come with the installed Qt, or, where the program was packed, beside it.
    install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English has a translation too: of "%n seal(s)" into its singular and its plural.
    if (!install(application, locale, u"bidseal"_s, u":/i18n"_s))
        install(application, QLocale(QLocale::English), u"bidseal"_s, u":/i18n"_s);
}

} // namespace bidseal::app
