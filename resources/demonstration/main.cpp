// bidseal-demonstration FOLDER [DRAWN]: makes sample material there, and leaves alone what is complete already. Bid and
// seals are taken from the folder DRAWN, if it is named, instead of drawing them.
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
    if (arguments.size() < 2 || arguments.size() > 3 || arguments.at(1).startsWith(u'-')) {
        std::fputs("Usage: bidseal-demonstration FOLDER [DRAWN]\n", stderr);
        return 2;
    }
    const auto made
        = demonstration::DemonstrationFolder(arguments.at(1)).make(QDate::currentDate(), arguments.value(2));
    if (!made) {
        std::fprintf(stderr, "%s\n", qPrintable(logText(made.error())));
        return 3;
    }
    return 0;
}
