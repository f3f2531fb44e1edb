#pragma once

#include "core/base/Progress.h"

#include <QWidget>

namespace bidseal::signing {

/// The steps of signing one below the other: done, under way, to come.
class StageList : public QWidget {
    Q_OBJECT
public:
    explicit StageList(QWidget* parent = nullptr);

    void setStage(Stage stage);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Stage m_stage = Stage::Checking;
};

/// "Waiting for the key"
[[nodiscard]] QString stageText(Stage stage);

} // namespace bidseal::signing
