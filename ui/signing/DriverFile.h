#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace bidseal::signing {

/// Asks for a UKey's driver in a dialog above `widget`'s window. `chosen` gets an absolute path, while `widget` lives.
void chooseDriverFile(QWidget* widget, std::function<void(const QString& path)> chosen);

} // namespace bidseal::signing
