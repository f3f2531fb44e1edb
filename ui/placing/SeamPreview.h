#pragma once

#include "core/plan/Placing.h"
#include "ui/seal/SealPictures.h"

#include <QWidget>

namespace bidseal::placing {

class PreviewSteps;

/// The sheets of one seal, fanned out so that their strips make up the seal, as somebody does who checks a cross-page
/// seal on paper. Where there are several seals, one after the other.
class SeamPreview : public QWidget {
    Q_OBJECT
public:
    explicit SeamPreview(QWidget* parent = nullptr);

    /// `marks`: strips in the order of pages, as plan::place() gives them.
    void showStrips(
        std::vector<seal::PlacedSeal> marks, const plan::AlongSeam& rule, const std::vector<pdf::PageGeometry>& pages);
    void clear();

    [[nodiscard]] int sealCount() const { return static_cast<int>(m_seals.size()); }

Q_SIGNALS:
    void wentTo(int page, const QRectF& mm); ///< the first strip of a seal

private:
    class Fan;
    using Strips = std::vector<seal::PlacedSeal>;
    void step(int direction);
    void showCurrent();

    std::vector<Strips> m_seals;
    std::size_t m_current = 0;
    plan::AlongSeam m_rule;
    std::vector<pdf::PageGeometry> m_pages;
    Fan* m_fan = nullptr;
    PreviewSteps* m_steps = nullptr;
};

} // namespace bidseal::placing
