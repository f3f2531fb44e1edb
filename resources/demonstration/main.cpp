// Makes the demonstration material in a folder: `bidseal-demonstration FOLDER`. What is there already stays.
#include "resources/demonstration/SampleBid.h"
#include "resources/demonstration/SealPictures.h"

#include <QDir>
#include <QGuiApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace bidseal;
using namespace bidseal::demonstration;
int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QDir folder(application.arguments().value(1));
    const SampleBid bid { .date = QDate::currentDate() };
    folder.mkpath(u"seals"_s);
    companySeal(bid.bidder.name).save(folder.filePath(u"seals/公章.png"_s));
    legalRepresentativeSeal(bid.legalRepresentative).save(folder.filePath(u"seals/法定代表人章.png"_s));
    dateSeal(bid.date).save(folder.filePath(u"seals/日期章.png"_s));
    return writeSampleBid(bid, folder.filePath(u"示例投标文件.pdf"_s)) ? 0 : 1;
}
