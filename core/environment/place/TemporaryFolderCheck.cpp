#include "core/environment/place/TemporaryFolderCheck.h"

#include "core/base/platform/FolderSafety.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceChecks)
};

using platform::FolderSafety;

Finding unsafe(const char* code, QString found)
{
    return failed(code, std::move(found))
        .means(Words::tr("Other people on this computer could read and exchange what programs, also the UKey's driver, "
                         "put there while you sign."));
}

Finding othersMayChange(const FolderSafety& safety)
{
    auto finding = unsafe("others-may-change",
        Words::tr("Others may change what lies in the temporary folder {folder}, because of the rights of {where}."));
    if (!safety.isOwn || !platform::canMakeFolderPrivate(safety.where))
        return std::move(finding).todo(
            Words::tr("Ask whoever looks after this computer to take away others' right to write to {where}."));
    finding.remedy.target = safety.where;
    return std::move(finding).todo(Words::tr("Make {where} private: from then on only you can open and change it."),
        RemedyAction::MakeFolderPrivate);
}

Finding findingFor(const FolderSafety& safety)
{
    switch (safety.state) {
    case FolderSafety::State::Private:
        return passed("private", Words::tr("Only you and administrators may change what lies in {folder}."));
    case FolderSafety::State::Shared:
        return passed("shared", Words::tr("Everybody may use {folder}, and nobody may change another's files there."));
    case FolderSafety::State::OthersMayChange:
        return othersMayChange(safety);
    case FolderSafety::State::OthersOwn:
        return unsafe(
            "others-own", Words::tr("The temporary folder {folder} is in another user's hands: {where} is theirs."))
            .todo(Words::tr("Ask whoever looks after this computer to set another temporary folder (TMPDIR, on Windows "
                            "TEMP), then start BidSeal again."));
    case FolderSafety::State::NotThere:
        return failed("not-there", Words::tr("The temporary folder {folder} does not exist."))
            .means(Words::tr("Programs, also the UKey's driver, may fail while you sign."))
            .todo(Words::tr("Create it, or set another temporary folder (TMPDIR, on Windows TEMP), then start BidSeal "
                            "again."));
    case FolderSafety::State::Unknown:
        return couldNotTell("unknown", Words::tr("Who may change the temporary folder {folder} cannot be found out."))
            .means(Words::tr("Other people on this computer may be able to exchange what lies there."))
            .todo(Words::tr("Ask whoever looks after this computer who may write to it."));
    }
    Q_UNREACHABLE();
}

} // namespace

CheckTraits TemporaryFolderCheck::traits() const { return { .id = "temporary-folder", .group = Group::Place }; }

QString TemporaryFolderCheck::title() const { return Words::tr("Temporary folder"); }

Finding TemporaryFolderCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const auto folder = platform::temporaryFolder();
    const auto safety = platform::folderSafety(folder);
    return findingFor(safety)
        .with({ u"folder"_s, folder, Privacy::Personal })
        .with({ u"where"_s, safety.where, Privacy::Personal });
}

} // namespace bidseal::environment
