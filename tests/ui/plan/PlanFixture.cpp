#include "tests/ui/plan/PlanFixture.h"

#include "ui/style/Theme.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

void startAsAnotherUser(const QString& folder)
{
    QCoreApplication::setOrganizationName(u"BidSeal-test"_s);
    QCoreApplication::setApplicationName(u"BidSeal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QDir(folder).filePath(u"user"_s));
    QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, QDir(folder).filePath(u"system"_s));
    const bool isDark = qEnvironmentVariable("BIDSEAL_APPEARANCE") == "dark"_L1;
    style::applyTheme(*qApp, isDark ? style::Appearance::Dark : style::Appearance::Light);
}

void placeByRule(document::DocumentSession& session, const seal::Seal& seal, const plan::Rule& rule)
{
    const auto placed = plan::place(seal, rule, { session.pages(), session.emptyFields(), {} });
    if (!placed)
        qFatal("the rule places nothing: %s", qPrintable(placed.error().detail));
    session.placeByRule({ { seal.id, seal.name, seal.kind, {}, {} }, rule }, placed->marks);
}

pdf::Placement at(int page, double x, double y, double sizeMm)
{
    return { page, QPointF(x, y), QSizeF(sizeMm, sizeMm), 0 };
}

void keepPicture(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("BIDSEAL_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QTest::qWait(50); // until everything has its place
    widget.grab().save(QDir(folder).filePath(name + u".png"_s));
}

} // namespace bidseal::testing
