#pragma once

#include "ui/document/DocumentSession.h"

#include <QListView>
#include <QPointer>

namespace bidseal::document {

class ThumbnailModel;

/// The pages as small pictures with their numbers, and where marks stand on them. Drawn as they come into sight.
class ThumbnailList : public QListView {
    Q_OBJECT
public:
    explicit ThumbnailList(QWidget* parent = nullptr);

    void setSession(DocumentSession* session);
    /// Follows the view; does not emit pageActivated().
    void setCurrentPage(int index);

Q_SIGNALS:
    void pageActivated(int index); ///< chosen by a person

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    ThumbnailModel* m_model = nullptr;
    int m_page = -1;
    bool m_following = false;
};

} // namespace bidseal::document
