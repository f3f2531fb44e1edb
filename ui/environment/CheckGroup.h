#pragma once

#include "ui/environment/SelfCheckModel.h"

#include <QFrame>
#include <QMap>
#include <QSet>

class QPushButton;
class QVBoxLayout;

namespace bidseal::environment {

class CheckRow;

/// The checks under one heading. What needs attention stands there at once; the others come when somebody wants to see
/// them.
class CheckGroup : public QFrame {
    Q_OBJECT
public:
    explicit CheckGroup(Group group, QWidget* parent = nullptr);

    void show(const std::vector<SelfCheckModel::Line>& lines);
    /// Below the rows, folded or not.
    void setFooter(QWidget* footer);
    [[nodiscard]] CheckRow* row(const QString& id) const { return m_rows.value(id); }

Q_SIGNALS:
    void rowAdded(bidseal::environment::CheckRow* row);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Head;
    void addRow(const SelfCheckModel::Line& line);
    void showHead(const std::vector<SelfCheckModel::Line>& lines);
    void showRows();

    Head* m_head = nullptr;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_layout = nullptr;
    QWidget* m_footer = nullptr;
    QMap<QString, CheckRow*> m_rows;
    QStringList m_order;
    QSet<QString> m_noticed; ///< needed attention; they stay in sight when that is mended
};

} // namespace bidseal::environment
