#pragma once

#include "ui/start/RecentFiles.h"

#include <QPushButton>

namespace bidseal::start {

/// One file opened before: its name, its folder, and whether it is still there.
class RecentRow : public QPushButton {
    Q_OBJECT
public:
    explicit RecentRow(const RecentFiles::Entry& entry, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 160, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QString m_folder;
    bool m_missing = false;
};

} // namespace bidseal::start
