#include "ui/plan/PlanModel.h"

#include "ui/seal/SealText.h"
#include "ui/tasks/BackgroundTask.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::plan {

PlanModel::PlanModel(QObject* parent)
    : QAbstractListModel(parent)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &PlanModel::update);
}

void PlanModel::setSession(document::DocumentSession* session)
{
    if (m_session)
        disconnect(&m_session->marks(), nullptr, this, nullptr);
    m_session = session;
    if (session)
        connect(&session->marks(), &document::MarkList::changed, this, &PlanModel::updateSoon);
    m_documentsShare = shareOfSignature;
    update();
    if (session)
        askDocument();
}

/// Until it has answered, what its pages show of signatures must do.
void PlanModel::askDocument()
{
    tasks::BackgroundTask::run(
        m_session,
        [path = m_session->path(), password = m_session->password()](
            std::stop_token) -> std::optional<pdf::MarkAllowance> {
            const auto document = pdf::Document::open(path, password.get());
            const auto allowance = document ? (*document)->markAllowance() : failure(document.error());
            return allowance ? std::optional(*allowance) : std::nullopt; // whoever signs is told why not
        },
        [model = QPointer(this), session = m_session.data()](const std::optional<pdf::MarkAllowance>& allowance) {
            if (!model || model->m_session != session || !allowance)
                return;
            model->m_documentsShare = shareRuleOf(*allowance);
            model->updateSoon();
        });
}

void PlanModel::setSignerSource(SignerOf signerOf)
{
    m_signerOf = std::move(signerOf);
    updateSoon();
}

void PlanModel::setShareRule(ShareRule rule)
{
    m_share = std::move(rule);
    updateSoon();
}

void PlanModel::updateSoon()
{
    if (!m_soon.isActive())
        m_soon.start(0);
}

void PlanModel::update()
{
    m_soon.stop();
    PlanLines lines;
    if (m_session && m_session->isOpen())
        lines = planLines(*m_session, m_signerOf, m_share ? m_share : m_documentsShare);
    m_lines.pages = lines.pages;
    m_lines.tooMany = lines.tooMany;
    replaceRows(std::move(lines.rows));
    Q_EMIT updated();
}

/// What stands before and behind the change stays, and with it the place that a person looks at.
void PlanModel::replaceRows(std::vector<PlanRow> rows)
{
    auto& old = m_lines.rows;
    const auto isSameLine = [](const PlanRow& left, const PlanRow& right) { return left.isSameLine(right); };
    const auto ends = std::mismatch(old.begin(), old.end(), rows.begin(), rows.end(), isSameLine);
    const int before = static_cast<int>(ends.first - old.begin());
    const auto tails = std::mismatch(old.rbegin(), std::make_reverse_iterator(ends.first), rows.rbegin(),
        std::make_reverse_iterator(ends.second), isSameLine);
    const int behind = static_cast<int>(tails.first - old.rbegin());

    const int removed = static_cast<int>(old.size()) - before - behind;
    if (removed > 0) {
        beginRemoveRows({}, before, before + removed - 1);
        old.erase(old.begin() + before, old.begin() + before + removed);
        endRemoveRows();
    }
    const int added = static_cast<int>(rows.size()) - before - behind;
    if (added > 0) {
        beginInsertRows({}, before, before + added - 1);
        old.insert(old.begin() + before, std::make_move_iterator(rows.begin() + before),
            std::make_move_iterator(rows.begin() + before + added));
        endInsertRows();
    }
    for (int i = 0; i < rowCount(); ++i) {
        if (i >= before && i < before + added)
            continue;
        auto& shown = old[static_cast<std::size_t>(i)];
        auto& now = rows[static_cast<std::size_t>(i)];
        if (shown == now)
            continue;
        shown = std::move(now);
        Q_EMIT dataChanged(index(i), index(i));
    }
}

int PlanModel::rowOf(document::MarkId mark) const
{
    const auto found = std::find_if(m_lines.rows.begin(), m_lines.rows.end(),
        [mark](const PlanRow& row) { return std::find(row.marks.begin(), row.marks.end(), mark) != row.marks.end(); });
    return found == m_lines.rows.end() ? -1 : static_cast<int>(found - m_lines.rows.begin());
}

QString PlanModel::summary() const
{
    std::size_t marks = 0;
    for (const PlanRow& row : m_lines.rows)
        marks += row.marks.size();
    //: of a plan: so many pictures of seals; strips of cross-page seals count one each
    const QString seals = tr("%n mark(s)", nullptr, static_cast<int>(marks));
    //: %1 is "45 marks"
    return tr("%1 on %n page(s)", nullptr, m_lines.pages).arg(seals);
}

int PlanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.rows.size());
}

QVariant PlanModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PlanRow& row = this->row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.seal.name;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        QStringList said { row.seal.name, seal::kindText(row.seal.kind), row.where, row.signer, row.part };
        said << row.cautions;
        said.removeAll(QString());
        said.removeDuplicates();
        if (role == Qt::ToolTipRole)
            return u"<p style='white-space:pre-wrap'>%1</p>"_s.arg(said.join(u'\n').toHtmlEscaped());
        return said.join(u"; "_s);
    }
    default:
        return {};
    }
}

} // namespace bidseal::plan
