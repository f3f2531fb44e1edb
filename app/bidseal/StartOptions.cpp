#include "StartOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::app {

namespace {

bool isLink(const QString& argument) { return argument.startsWith("bidseal:"_L1, Qt::CaseInsensitive); }

/// Desktops on Linux name files by addresses (`file:///…`) to programs that take links as well.
QString pathIn(const QString& argument)
{
    const QUrl address(argument);
    return QFileInfo(address.isLocalFile() ? address.toLocalFile() : argument).absoluteFilePath();
}

QString languageOfEnvironment() { return qEnvironmentVariable("BIDSEAL_LANGUAGE"); }

} // namespace

StartOptions readStartOptions(const QStringList& arguments)
{
    if (std::any_of(arguments.begin(), arguments.end(), isLink))
        return { languageOfEnvironment(), {} };

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Seals and signs bid documents"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption language(u"language"_s,
        QCoreApplication::translate("main", "The language of the window: en or zh_CN."),
        QCoreApplication::translate("main", "language"));
    parser.addOption(language);
    parser.addPositionalArgument(
        u"files"_s, QCoreApplication::translate("main", "The documents to open."), u"[files…]"_s);
    parser.process(QStringList(u"bidseal"_s) + arguments);

    StartOptions options;
    options.language = parser.value(language);
    if (options.language.isEmpty())
        options.language = languageOfEnvironment();
    for (const QString& file : parser.positionalArguments())
        options.paths << pathIn(file);
    return options;
}

} // namespace bidseal::app
