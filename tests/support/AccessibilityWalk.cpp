#include "tests/support/AccessibilityWalk.h"

#include <QAccessible>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

namespace {

/// What can be operated, and must therefore have a name.
bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::ComboBox:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::PageTab:
    case QAccessible::MenuItem:
    case QAccessible::Slider:
    case QAccessible::ProgressBar:
    case QAccessible::Dialog:
        return true;
    default:
        return false;
    }
}

QStringList unnamedControls(QAccessibleInterface* interface)
{
    QStringList found;
    if (!interface || !interface->isValid() || interface->state().invisible)
        return found;
    const auto* object = interface->object();
    const bool partOfAnother = object && object->objectName().startsWith("qt_"_L1); // Qt's own inner parts
    if (isControl(interface->role()) && !partOfAnother && interface->text(QAccessible::Name).trimmed().isEmpty())
        found << u"%1 %2 in %3"_s.arg(object ? QLatin1StringView(object->metaObject()->className()) : "?"_L1,
            object ? object->objectName() : QString(),
            object && object->parent() ? QLatin1StringView(object->parent()->metaObject()->className()) : "?"_L1);
    for (int i = 0; i < interface->childCount(); ++i)
        found += unnamedControls(interface->child(i));
    return found;
}

} // namespace

QStringList unnamedControls(QObject& widget) { return unnamedControls(QAccessible::queryAccessibleInterface(&widget)); }

} // namespace bidseal::testing
