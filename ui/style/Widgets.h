#pragma once

#include "ui/style/Theme.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QWidget;

namespace bidseal::style {

/// The few kinds of text and buttons that all pages are made of.
[[nodiscard]] QLabel* headline(const QString& text, double factor, QWidget* parent = nullptr);
[[nodiscard]] QLabel* plainText(const QString& text, QWidget* parent = nullptr); ///< wraps
[[nodiscard]] QLabel* quietText(const QString& text, QWidget* parent = nullptr); ///< wraps, second rank
/// Pressed by Return as well as by the space bar, like the two below.
[[nodiscard]] QPushButton* pushButton(const QString& text, QWidget* parent = nullptr);
/// The one thing to do on a page.
[[nodiscard]] QPushButton* primaryButton(const QString& text, QWidget* parent = nullptr);
/// Looks like a link: what one may also do.
[[nodiscard]] QPushButton* linkButton(const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QCheckBox* checkBox(const QString& text, QWidget* parent = nullptr);
/// A hairline above what stays while the rest scrolls.
[[nodiscard]] QWidget* edgeLine(QWidget* parent = nullptr);
/// With an arrow of our own family of icons.
[[nodiscard]] QComboBox* comboBox(QWidget* parent = nullptr);

} // namespace bidseal::style
