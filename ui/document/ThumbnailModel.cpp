#include "ui/document/ThumbnailModel.h"

#include "ui/document/PageImages.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace bidseal::document {

namespace {

constexpr std::size_t kWantedAtOnce = 40; ///< more than any window shows

} // namespace

ThumbnailModel::ThumbnailModel(QObject* parent)
    : QAbstractListModel(parent)
{
    m_asking.setSingleShot(true);
    connect(&m_asking, &QTimer::timeout, this, [this] {
        if (!m_session || !m_session->images())
            return;
        std::vector<std::pair<int, QSizeF>> wishes;
        for (auto page = m_wanted.rbegin(); page != m_wanted.rend(); ++page)
            wishes.emplace_back(*page, m_session->page(*page).visibleSizeMm());
        m_session->images()->wantThumbnails(std::move(wishes));
    });
}

void ThumbnailModel::setSession(DocumentSession* session)
{
    beginResetModel();
    if (m_session) {
        m_session->marks().disconnect(this);
        m_session->disconnect(this);
        if (m_session->images())
            m_session->images()->disconnect(this);
    }
    m_session = session;
    m_wanted.clear();
    m_changed.clear();
    m_asking.stop();
    endResetModel();
    if (!session)
        return;
    const auto showDocument = [this] {
        beginResetModel();
        connect(m_session->images(), &PageImages::thumbnailReady, this, &ThumbnailModel::pageChanged);
        endResetModel();
    };
    MarkList& marks = session->marks();
    // Many marks come and go at once; each page is painted anew once.
    connect(
        &marks, &MarkList::added, this, [this](MarkId id) { m_changed.insert(m_session->marks().find(id)->page()); });
    connect(&marks, &MarkList::removed, this, [this](MarkId, int page) { m_changed.insert(page); });
    connect(&marks, &MarkList::moved, this, [this](MarkId id, int fromPage) {
        m_changed.insert({ fromPage, m_session->marks().find(id)->page() });
    });
    connect(&marks, &MarkList::changed, this, &ThumbnailModel::pagesChanged);
    connect(session, &DocumentSession::opened, this, showDocument);
    connect(session, &QObject::destroyed, this, [this] {
        beginResetModel();
        m_session = nullptr;
        m_asking.stop();
        endResetModel();
    });
    if (session->isOpen())
        showDocument();
}

void ThumbnailModel::pagesChanged()
{
    for (const int page : std::exchange(m_changed, {}))
        pageChanged(page);
}

void ThumbnailModel::pageChanged(int page) { Q_EMIT dataChanged(index(page), index(page)); }

int ThumbnailModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_session || !m_session->isOpen() ? 0 : m_session->pageCount();
}

void ThumbnailModel::want(int page) const
{
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > kWantedAtOnce)
        m_wanted.erase(m_wanted.begin());
    if (!m_asking.isActive())
        m_asking.start();
}

QVariant ThumbnailModel::data(const QModelIndex& index, int role) const
{
    if (!m_session || !index.isValid())
        return {};
    const int page = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return QLocale().toString(page + 1);
    case Qt::AccessibleTextRole: {
        const int marks = static_cast<int>(m_session->marks().onPage(page).size());
        const QString number = QLocale().toString(page + 1);
        return marks == 0 ? tr("page %1").arg(number) : tr("page %1, seals: %2").arg(number, QLocale().toString(marks));
    }
    case SizeRole:
        return m_session->page(page).visibleSizeMm();
    case MarksRole: {
        QList<seal::PlacedSeal> seals;
        for (const PlacedMark& mark : m_session->marks().onPage(page))
            seals += mark.placed;
        return QVariant::fromValue(seals);
    }
    case PictureRole: {
        const QImage picture = m_session->images()->thumbnail(page);
        if (picture.isNull())
            want(page);
        return picture;
    }
    default:
        return {};
    }
}

} // namespace bidseal::document
