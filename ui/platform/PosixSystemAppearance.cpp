#include "ui/platform/SystemAppearance.h"

#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace bidseal::platform {

Appearance systemAppearance()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? Appearance::Dark : Appearance::Light;
}

void onAppearanceChange(QObject*, std::function<void(Appearance)>) { }

void setFrame(QWidget&, Appearance) { }

QString chineseFontFamily() { return u"Noto Sans CJK SC"_s; }

void nameForTaskbar() { QGuiApplication::setDesktopFileName(u"bidseal"_s); }

} // namespace bidseal::platform
