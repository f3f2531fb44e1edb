#pragma once

#include "ui/document/DocumentSession.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QTimer>

#include <set>

namespace bidseal::document {

/// One row a page. Asks for a picture when somebody wants to see it; what was asked for last comes first.
class ThumbnailModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        PictureRole = Qt::UserRole, ///< QImage, null while there is none
        SizeRole, ///< QSizeF, mm
        MarksRole, ///< QList<seal::PlacedSeal>: the marks on the page
    };

    explicit ThumbnailModel(QObject* parent = nullptr);

    void setSession(DocumentSession* session);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void pageChanged(int page);
    void pagesChanged();
    void want(int page) const;

    QPointer<DocumentSession> m_session;
    std::set<int> m_changed; ///< pages whose marks have changed
    mutable std::vector<int> m_wanted;
    mutable QTimer m_asking;
};

} // namespace bidseal::document
