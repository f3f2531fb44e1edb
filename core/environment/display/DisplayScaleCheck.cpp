#include "core/environment/display/DisplayScaleCheck.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DisplayChecks)
};

constexpr QSize kSmallest { 1024, 700 }; // of the window's own pixels

/// In the pixels in which a window lays out its parts: at 200 %, one of them takes two of the screen's each way.
QSize roomOn(const Screen& screen)
{
    const double scale = screen.scale > 0 ? screen.scale : 1.0;
    return (QSizeF(screen.pixels) / scale).toSize();
}

Fact percentFact(double scale)
{
    const auto percent = static_cast<int>(std::lround(scale * 100));
    return { u"scale"_s, percent, Privacy::Public, u"%1 %"_s.arg(percent) };
}

} // namespace

CheckTraits DisplayScaleCheck::traits() const { return { .id = "display-scale", .group = Group::Display }; }

QString DisplayScaleCheck::title() const { return Words::tr("Screen size and scaling"); }

Finding DisplayScaleCheck::measure(const Situation& situation, const Policy&, const std::stop_token&)
{
    if (!situation.screen)
        return notApplicable("no-window", Words::tr("There is no window whose screen could be too small."));
    const auto size = roomOn(*situation.screen);
    const Fact width { u"width"_s, size.width() };
    const Fact height { u"height"_s, size.height() };
    const auto scale = percentFact(situation.screen->scale);
    if (size.width() < kSmallest.width() || size.height() < kSmallest.height())
        return warning("too-small",
            Words::tr("The screen has room for {width} × {height} pixels at a scaling of {scale}; {least} are needed."))
            .means(
                Words::tr("Parts of the page or buttons may be hidden, and a seal may be placed where you do not see "
                          "it."))
            .todo(Words::tr("Choose a smaller scaling or a higher resolution in the system's display settings."))
            .with(width)
            .with(height)
            .with(scale)
            .with({ u"least"_s, u"%1 × %2"_s.arg(kSmallest.width()).arg(kSmallest.height()) });
    return passed(
        "large-enough", Words::tr("The screen has room for {width} × {height} pixels at a scaling of {scale}."))
        .with(width)
        .with(height)
        .with(scale);
}

} // namespace bidseal::environment
