#include "core/environment/place/OutputPlaceCheck.h"

#include "core/base/platform/Volumes.h"
#include "core/environment/place/CloudFolders.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceChecks)
};

using platform::Volume;

QString signLocally()
{
    return Words::tr("Choose a folder on this computer's own disk, sign there, and move the signed files afterwards.");
}

QString copiesLeave()
{
    return Words::tr("A copy of the bid leaves this computer before the bids are opened, and a file may be copied or "
                     "locked while it is still being signed.");
}

Finding inTheCloud(const QString& service)
{
    if (service.isEmpty())
        return warning("cloud", Words::tr("The folder {folder} is synchronised with a cloud."))
            .means(copiesLeave())
            .todo(signLocally());
    return warning("cloud", Words::tr("The folder {folder} seems to be synchronised with a cloud ({service})."))
        .means(copiesLeave())
        .todo(signLocally())
        .with({ u"service"_s, service });
}

Finding findingFor(const Volume& volume)
{
    const Fact fileSystem { u"fileSystem"_s, volume.fileSystem };
    switch (volume.kind) {
    case Volume::Kind::Network:
        return warning("network", Words::tr("The folder {folder} lies on another computer ({fileSystem})."))
            .means(Words::tr("If the network fails while signing, the signed file is not complete or not there."))
            .todo(signLocally())
            .with(fileSystem);
    case Volume::Kind::Removable:
        return warning("removable", Words::tr("The folder {folder} lies on a removable disk ({fileSystem})."))
            .means(Words::tr("If it is pulled out too early, the signed file is not complete or not there."))
            .todo(signLocally())
            .with(fileSystem);
    case Volume::Kind::Fixed:
        return passed("own-disk", Words::tr("The folder {folder} lies on this computer's own disk ({fileSystem})."))
            .with(fileSystem);
    }
    Q_UNREACHABLE();
}

} // namespace

CheckTraits OutputPlaceCheck::traits() const
{
    return { .id = "output-place", .group = Group::Place, .cost = Cost::Slow, .limit = std::chrono::seconds(5) };
}

QString OutputPlaceCheck::title() const { return Words::tr("Where the signed files will lie"); }

Finding OutputPlaceCheck::measureOne(const OutputPlace& output, const Policy&)
{
    const Fact folder { u"folder"_s, output.folder, Privacy::Personal };
    if (const auto service = cloudOf(output.folder, CloudClients::ofThisComputer()))
        return inTheCloud(*service).with(folder);
    const auto volume = platform::volumeOf(output.folder);
    if (!volume)
        return couldNotTell("unknown", Words::tr("On which disk {folder} lies cannot be found out."))
            .means(Words::tr("Whether the signed files will be safe there is not known."))
            .todo(Words::tr("Check that the folder exists and that its disk is connected, or choose another folder."))
            .with(folder);
    return findingFor(*volume).with(folder);
}

} // namespace bidseal::environment
