#pragma once

#include <QStringList>

namespace bidseal::plan {

/// Paths of the plans used or saved last, newest first, remembered for this user.
class RecentPlans {
public:
    [[nodiscard]] static QStringList paths();
    static void add(const QString& path);
    static void remove(const QString& path);
};

/// "标准投标" for ".../标准投标.bidplan.json"
[[nodiscard]] QString planTitle(const QString& path);

} // namespace bidseal::plan
