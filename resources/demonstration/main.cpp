// bidseal-demonstration FOLDER: makes sample material there, and leaves alone what is complete already.
#include "core/base/Log.h"
#include "resources/demonstration/DemonstrationFolder.h"

#include <QGuiApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace bidseal;

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts and pictures, but no window
    const QGuiApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 2 || arguments.at(1).startsWith(u'-')) {
        std::fputs("Usage: bidseal-demonstration FOLDER\n", stderr);
        return 2;
    }
    const auto made = demonstration::DemonstrationFolder(arguments.at(1)).make(QDate::currentDate());
    if (!made) {
        std::fprintf(stderr, "%s\n", qPrintable(logText(made.error())));
        return 3;
    }
    return 0;
}
