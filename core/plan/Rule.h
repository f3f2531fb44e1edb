#pragma once

#include "core/plan/PageSet.h"

#include <QPointF>

#include <variant>

namespace bidseal::plan {

enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight };
enum class Edge { Left, Right, Top, Bottom }; ///< of the visible page

/// The same place on some pages, measured from the same corner of each, whatever their sizes.
struct OnPages {
    PageSet pages;
    QPointF centreMm; ///< from the corner into the page, both positive
    Corner corner = Corner::TopLeft;
    double rotationDegrees = 0; ///< clockwise
    friend bool operator==(const OnPages&, const OnPages&) = default;
};

/// Where a text stands: its middle and the seal's meet, then the seal is moved by the offset.
struct AtKeyword {
    QString text; ///< "（盖章）|（公章）": the first of them that is found
    int nth = 0; ///< 0: every hit; 1: the first; -1: the last; counted through all pages that are searched
    QPointF offsetMm; ///< right and down
    PageSet pages; ///< that are searched
    friend bool operator==(const AtKeyword&, const AtKeyword&) = default;
};

/// Whether pages are printed on one side of a sheet or on both: on a duplex sheet front and back share one edge, which
/// is the right one of the front (odd pages) and the left one of the back.
enum class Sides { Simplex, Duplex };
enum class Cut { Equal, Random };

/// A cross-page seal (骑缝章): every page gets a strip at the edge, the strips of a group make up one whole seal.
///
/// The strips lie as a stamp would put them on fanned-out sheets. At the right and lower edge the first sheet has the
/// strip nearest to the picture's beginning; at the left and upper edge, where the sheets below come out on the other
/// side, the one nearest to its end. A sheet that is printed on both sides is one sheet and has one strip, on both of
/// its pages: the trade asks that each sheet bears a part and that the parts make up one impression, and only so the
/// fronts alone do, and at the right and left edge the backs alone too. Pages 1 and 2 are the first sheet, whichever
/// pages the seam takes.
///
/// A single page gets the whole seal, at its edge.
struct AlongSeam {
    Edge edge = Edge::Right; ///< of a sheet's front
    PageSet pages;
    Sides sides = Sides::Simplex;
    /// At most so many pages share one seal (of duplex sheets both pages count); 0: as many as leave each page a
    /// recognisable strip, which is the limit anyway. Groups are as even as can be; one page more is taken in where it
    /// would be left alone.
    int pagesPerSeal = 0;
    Cut cut = Cut::Equal;
    unsigned seed = 0; ///< of random strips: the same again on every computer
    double offsetMm = 0; ///< of the seal's middle from the edge's: down, or to the right
    friend bool operator==(const AlongSeam&, const AlongSeam&) = default;
};

/// Into an empty signature field of the document.
struct InField {
    QString name;
    friend bool operator==(const InField&, const InField&) = default;
};

using Rule = std::variant<OnPages, AtKeyword, AlongSeam, InField>;

} // namespace bidseal::plan
