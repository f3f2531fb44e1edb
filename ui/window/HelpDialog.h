#pragma once

#include <QDialog>

namespace bidseal::window {

/// What the program is, and what the keyboard can do.
class HelpDialog : public QDialog {
    Q_OBJECT
public:
    explicit HelpDialog(QWidget* parent = nullptr);
};

} // namespace bidseal::window
