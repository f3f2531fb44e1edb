#pragma once

#include "core/base/Progress.h"
#include "ui/style/StepList.h"

namespace bidseal::signing {

/// The steps of signing.
class StageList : public style::StepList {
    Q_OBJECT
public:
    explicit StageList(QWidget* parent = nullptr);

    void setStage(Stage stage);
};

/// "Waiting for the key"
[[nodiscard]] QString stageText(Stage stage);

} // namespace bidseal::signing
