#include "ui/signing/MoreFiles.h"

#include "core/base/ErrorSentence.h"
#include "core/pdf/Document.h"
#include "core/signing/SigningFlow.h"
#include "ui/tasks/GuiThread.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

struct MoreFiles::Checked {
    int round = 0;
    QString path;
    Result<int> pages; ///< or why it cannot be signed
};

namespace {

/// The same marks must find their pages, and room on them.
Result<int> checkFits(const QString& path, const std::vector<seal::PlacedSeal>& marks)
{
    const auto document = pdf::Document::open(path);
    if (!document)
        return failure(document.error());
    if (const auto may = (*document)->checkMaySign(); !may)
        return failure(may.error());
    for (const auto& mark : marks) {
        const int page = mark.placement.page;
        ErrorFacts facts;
        facts.page = page + 1;
        if (page >= (*document)->pageCount())
            return failure(ErrorCode::PageNotFound, path, facts);
        if (!pdf::liesOnPage(mark.placement, (*document)->page(page)))
            return failure(ErrorCode::MarkOutsidePage, path, facts);
    }
    return (*document)->pageCount();
}

} // namespace

MoreFiles::MoreFiles(QObject* parent)
    : QAbstractListModel(parent)
{
}

void MoreFiles::setExample(const QString& source, std::vector<seal::PlacedSeal> marks)
{
    m_source = source;
    m_marks = std::move(marks);
    for (File& file : m_files)
        file.state = State::Checking;
    check();
}

void MoreFiles::add(const QStringList& paths)
{
    std::vector<File> added;
    for (const QString& path : paths) {
        const QString absolute = QFileInfo(path).absoluteFilePath();
        const auto isIt = [&](const File& file) { return file.path == absolute; };
        if (absolute != m_source && std::none_of(m_files.begin(), m_files.end(), isIt)
            && std::none_of(added.begin(), added.end(), isIt))
            added.push_back({ .path = absolute });
    }
    if (added.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_files.insert(m_files.end(), added.begin(), added.end());
    endInsertRows();
    check();
}

void MoreFiles::remove(QList<int> rows)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (const int row : rows) {
        beginRemoveRows({}, row, row);
        m_files.erase(m_files.begin() + row);
        endRemoveRows();
    }
    Q_EMIT changed();
}

void MoreFiles::removeUnfit()
{
    QList<int> rows;
    for (int row = 0; row < rowCount(); ++row)
        if (m_files[static_cast<std::size_t>(row)].state == State::Unfit)
            rows << row;
    remove(rows);
}

void MoreFiles::clear()
{
    ++m_round;
    m_check.requestStop();
    beginResetModel();
    m_files.clear();
    endResetModel();
    Q_EMIT changed();
}

bool MoreFiles::areAllReady() const
{
    return std::all_of(m_files.begin(), m_files.end(), [](const File& file) { return file.state == State::Ready; });
}

int MoreFiles::unfitCount() const
{
    return static_cast<int>(
        std::count_if(m_files.begin(), m_files.end(), [](const File& file) { return file.state == State::Unfit; }));
}

/// What has not been looked at yet; names of outputs for all, as they depend on each other.
void MoreFiles::check()
{
    m_check.requestStop();
    const int round = ++m_round;
    QStringList all { m_source }, unknown;
    for (const File& file : m_files) {
        all << file.path;
        if (file.state == State::Checking)
            unknown << file.path;
    }
    if (!m_files.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT changed();
    if (m_files.empty())
        return;
    const auto tellOutputs = tasks::onGuiThread<QStringList>(
        this, [this, round, all](const QStringList& outputs) { takeOutputs(round, all, outputs); });
    const auto tell = tasks::onGuiThread<Checked>(this, [this](const Checked& checked) { take(checked); });
    m_check = tasks::BackgroundTask::run(
        this,
        [=, marks = m_marks](std::stop_token stop) {
            tellOutputs(suggestedOutputs(all));
            for (const QString& path : unknown) {
                if (stop.stop_requested())
                    return;
                tell({ round, path, checkFits(path, marks) });
            }
        },
        [] {});
}

void MoreFiles::takeOutputs(int round, const QStringList& sources, const QStringList& outputs)
{
    if (round != m_round)
        return;
    for (File& file : m_files)
        file.output = outputs.value(sources.indexOf(file.path));
}

void MoreFiles::take(const Checked& checked)
{
    if (checked.round != m_round)
        return;
    const auto found
        = std::find_if(m_files.begin(), m_files.end(), [&](const File& file) { return file.path == checked.path; });
    if (found == m_files.end())
        return; // removed meanwhile
    found->state = checked.pages ? State::Ready : State::Unfit;
    found->pages = checked.pages.value_or(0);
    found->problem = checked.pages ? Error() : checked.pages.error();
    const auto row = index(static_cast<int>(found - m_files.begin()));
    Q_EMIT dataChanged(row, row);
    Q_EMIT changed();
}

int MoreFiles::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QVariant MoreFiles::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const File& file = m_files[static_cast<std::size_t>(index.row())];
    const auto detail = [&] {
        switch (file.state) {
        case State::Checking:
            return tr("Looking at it…");
        case State::Ready:
            return tr("%n page(s)", nullptr, file.pages);
        case State::Unfit:
            return errorSentence(file.problem).happened;
        }
        return QString();
    };
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(file.path).fileName();
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(file.path) + u'\n' + detail();
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(QFileInfo(file.path).fileName(), detail());
    case StateRole:
        return static_cast<int>(file.state);
    case DetailRole:
        return detail();
    default:
        return {};
    }
}

} // namespace bidseal::signing
