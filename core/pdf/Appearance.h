#pragma once

#include "core/pdf/SignatureWriter.h"
#include "core/pdf/Update.h"

#include <map>

namespace bidseal::pdf {

/// The pictures of marks as form XObjects. Marks with the same picture share one image, whichever strip of it they
/// show; those with the same size, rotation and strip share the form too: a seal on 5 000 pages is stored once.
///
/// A picture is multiplied with what is below it (11.3.5.2): the text under a seal stays readable, as it does on paper.
class Appearances {
public:
    Appearances(Update& update, const std::vector<Mark>& marks);

    /// The form's object number. `size` is the upright mark's in user space units, `degrees` how far the picture is
    /// turned counterclockwise in user space.
    [[nodiscard]] int form(const Mark& mark, QSizeF size, double degrees);
    /// The picture in its own proportions in the middle of a box that somebody else has chosen.
    [[nodiscard]] int formWithin(const Mark& mark, QSizeF box, double degrees);

private:
    [[nodiscard]] int resources(const QImage& picture);
    [[nodiscard]] int image(const QImage& picture);
    int addForm(const Mark& mark, const QRectF& box, double degrees, const std::string& content);

    Update& m_update;
    std::map<qint64, double> m_longestSideMm; ///< of any mark with the picture, if it were whole
    std::map<qint64, int> m_resources;
    std::map<std::string, int> m_forms;
};

} // namespace bidseal::pdf
