#pragma once

#include <QImage>
#include <QScrollArea>

namespace bidseal::seal {

/// A seal with transparent ground, laid on something that shows whether the ground is gone.
class LiftedSealView : public QScrollArea {
    Q_OBJECT
public:
    enum class Ground { Checkerboard, White, Text };
    enum class Scale { Fit, Pixels };

    explicit LiftedSealView(QWidget* parent = nullptr);

    void setSeal(const QImage& picture);
    void setGround(Ground ground);
    void setScale(Scale scale);
    [[nodiscard]] const QImage& seal() const { return m_seal; }

    QSize sizeHint() const override { return { 380, 420 }; }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Sheet;
    void layOut();

    QImage m_seal;
    Ground m_ground = Ground::Checkerboard;
    Scale m_scale = Scale::Fit;
    Sheet* m_sheet = nullptr;
};

} // namespace bidseal::seal
