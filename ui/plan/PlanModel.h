#pragma once

#include "ui/plan/PlanRows.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QTimer>

namespace bidseal::plan {

/// The marks of a session as the lines of its plan. Follows the session; many changes at once are one update, which
/// touches only the rows that differ.
class PlanModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit PlanModel(QObject* parent = nullptr);

    /// Null: no rows. The model does not own it.
    void setSession(document::DocumentSession* session);
    [[nodiscard]] document::DocumentSession* session() const { return m_session; }
    /// Asked once for each seal at each update; without one, the seal's holder. Call again when keys come or go.
    void setSignerSource(SignerOf signerOf);
    /// How marks share the signature, where somebody knows better than the document (pdf::Document::markAllowance).
    void setShareRule(ShareRule rule);

    [[nodiscard]] const PlanRow& row(int index) const { return m_lines.rows[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int rowOf(document::MarkId mark) const; ///< -1 where it is in none
    [[nodiscard]] bool isEmpty() const { return m_lines.rows.empty(); }
    /// "45 seals on 41 pages", and what is wrong with that.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool hasTooMany() const { return m_lines.tooMany; }

    void update(); ///< now, instead of when the event loop runs next

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void updated();

private:
    void askDocument();
    void updateSoon();
    void replaceRows(std::vector<PlanRow> rows);

    QPointer<document::DocumentSession> m_session;
    SignerOf m_signerOf;
    ShareRule m_share; ///< of somebody who knows; empty: nobody
    ShareRule m_documentsShare;
    PlanLines m_lines;
    QTimer m_soon;
};

} // namespace bidseal::plan
