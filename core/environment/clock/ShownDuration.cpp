#include "core/environment/clock/ShownDuration.h"

#include <QCoreApplication>
#include <QLocale>

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ClockChecks)
};

} // namespace

QString shownDuration(std::chrono::milliseconds duration)
{
    // Each unit from two of it on, so that none is ever a single one.
    const auto seconds = static_cast<double>(std::chrono::abs(duration).count()) / 1000;
    const auto shown = [](double value, int decimals) { return QLocale().toString(value, 'f', decimals); };
    if (seconds < 10)
        return Words::tr("%1 s").arg(shown(seconds, 1));
    if (seconds < 120)
        return Words::tr("%1 s").arg(shown(seconds, 0));
    if (seconds < 2 * 3600)
        return Words::tr("%1 min").arg(shown(seconds / 60, 0));
    if (seconds < 2 * 86'400)
        return Words::tr("%1 h").arg(shown(seconds / 3600, 0));
    return Words::tr("%1 days").arg(shown(seconds / 86'400, 0));
}

} // namespace bidseal::environment
