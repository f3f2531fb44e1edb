#pragma once

#include <QString>

class QCoreApplication;

namespace bidseal::app {

/// Installs the translations for `wanted` ("zh_CN", "en"), or for the system's language where it is empty: ours, and
/// Qt's own for its dialogs. English is what the program is written in.
void installLanguage(QCoreApplication& application, const QString& wanted);

} // namespace bidseal::app
