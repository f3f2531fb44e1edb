#include "core/environment/place/DiskSpaceCheck.h"

#include "core/base/platform/Volumes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceChecks)
};

Fact bytesFact(const QString& name, qint64 bytes)
{
    constexpr qint64 kMegabyte = 1024 * 1024, kGigabyte = 1024 * kMegabyte;
    const int decimals = bytes >= kGigabyte ? 1 : 0;
    const auto shown = bytes < kMegabyte && bytes > 0
        ? Words::tr("less than 1 MB")
        : QLocale().formattedDataSize(bytes, decimals, QLocale::DataSizeTraditionalFormat);
    return { name, bytes, Privacy::Public, shown };
}

qint64 neededBytes(qint64 documentBytes, const Thresholds& thresholds)
{
    constexpr qint64 kMegabyte = 1024 * 1024;
    return documentBytes * thresholds.spaceFactor + thresholds.spaceReserveMegabytes * kMegabyte;
}

} // namespace

CheckTraits DiskSpaceCheck::traits() const { return { .id = "disk-space", .group = Group::Place }; }

QString DiskSpaceCheck::title() const { return Words::tr("Free space for the signed files"); }

Finding DiskSpaceCheck::measureOne(const OutputPlace& output, const Policy& policy)
{
    const Fact folder { u"folder"_s, output.folder, Privacy::Personal };
    const auto free = QFileInfo(output.folder).isDir() ? platform::freeBytes(output.folder) : std::nullopt;
    if (!free)
        return couldNotTell("unknown", Words::tr("How much space is free in {folder} cannot be found out."))
            .means(Words::tr("The signed files may not fit there."))
            .todo(Words::tr("Check that the folder exists and that its disk is connected, or choose another folder."))
            .with(folder);
    const qint64 needed = neededBytes(output.documentBytes, policy.thresholds);
    if (*free < needed)
        return failed("too-little", Words::tr("{free} are free in {folder}; signing needs {needed}."))
            .means(Words::tr("Signing would stop before the signed files are complete."))
            .todo(Words::tr("Delete what is no longer needed on that disk, or choose a folder on another one."))
            .with(folder)
            .with(bytesFact(u"free"_s, *free))
            .with(bytesFact(u"needed"_s, needed));
    return passed("enough", Words::tr("{free} are free in {folder}; signing needs {needed}."))
        .with(folder)
        .with(bytesFact(u"free"_s, *free))
        .with(bytesFact(u"needed"_s, needed));
}

} // namespace bidseal::environment
