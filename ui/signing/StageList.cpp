#include "ui/signing/StageList.h"

#include <algorithm>
#include <array>

namespace bidseal::signing {

namespace {
constexpr std::array kStages { Stage::Checking, Stage::Preparing, Stage::WaitingForKey, Stage::Completing,
    Stage::Verifying, Stage::Publishing };
} // namespace

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Checking:
        return StageList::tr("Checking the file");
    case Stage::Preparing:
        return StageList::tr("Placing the seals");
    case Stage::WaitingForKey:
        return StageList::tr("Waiting for the key");
    case Stage::Completing:
        return StageList::tr("Putting in the signature");
    case Stage::Verifying:
        return StageList::tr("Checking the result");
    case Stage::Publishing:
        return StageList::tr("Saving the signed file");
    }
    return {};
}

StageList::StageList(QWidget* parent)
    : StepList(parent)
{
    QStringList steps;
    for (const Stage stage : kStages)
        steps << stageText(stage);
    setSteps(steps);
}

void StageList::setStage(Stage stage)
{
    setCurrent(static_cast<int>(std::find(kStages.begin(), kStages.end(), stage) - kStages.begin()));
}

} // namespace bidseal::signing
