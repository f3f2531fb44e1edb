#include "ui/plan/RecentPlans.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

namespace {
constexpr auto kSetting = QLatin1StringView("recentPlans");
constexpr qsizetype kMost = 6;
} // namespace

QStringList RecentPlans::paths() { return QSettings().value(kSetting).toStringList(); }

void RecentPlans::add(const QString& path)
{
    QStringList known = paths();
    known.removeAll(path);
    known.prepend(path);
    QSettings().setValue(kSetting, QStringList(known.mid(0, kMost)));
}

void RecentPlans::remove(const QString& path)
{
    QStringList known = paths();
    known.removeAll(path);
    QSettings().setValue(kSetting, known);
}

QString planTitle(const QString& path)
{
    QString name = QFileInfo(path).completeBaseName();
    if (name.endsWith(".bidplan"_L1))
        name.chop(8);
    return name;
}

} // namespace bidseal::plan
