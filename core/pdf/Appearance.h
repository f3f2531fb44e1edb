#pragma once

#include "core/pdf/SignatureWriter.h"
#include "core/pdf/Update.h"

#include <map>
#include <tuple>

namespace bidseal::pdf {

/// The pictures of marks as form XObjects. Marks with the same picture share one image; those with the same size and
/// rotation share the form too: a seal on 5 000 pages is stored once.
class Appearances {
public:
    Appearances(Update& update, const std::vector<Mark>& marks);

    /// The form's object number. `size` is the upright mark's in user space units, `degrees` how far the picture is
    /// turned counterclockwise in user space.
    [[nodiscard]] int form(const QImage& picture, QSizeF size, double degrees);
    /// The picture in its own proportions in the middle of a box that somebody else has chosen.
    [[nodiscard]] int formWithin(const QImage& picture, QSizeF box, double degrees);

private:
    [[nodiscard]] int image(const QImage& picture);
    int addForm(int image, QSizeF box, const QRectF& pictureBox, double degrees);

    Update& m_update;
    std::map<qint64, double> m_longestSideMm; ///< of any mark with the picture
    std::map<qint64, int> m_images;
    std::map<std::tuple<qint64, qint64, qint64, qint64>, int> m_forms;
};

} // namespace bidseal::pdf
