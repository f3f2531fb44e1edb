#pragma once

#include "ui/seal/SealModel.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QListView;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace bidseal::style {
class Notice;
}

namespace bidseal::seal {

class SealDialog;

/// The seals as real pictures in true proportion to each other, to be dragged onto a page or placed by Enter.
class SealPalette : public QWidget {
    Q_OBJECT
public:
    explicit SealPalette(SealModel& model, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<Seal> currentSeal() const;
    void setCurrentSeal(const QString& id);
    /// Whether there is a document on which a seal could be placed.
    void setPlacingEnabled(bool enabled);
    /// Asked whenever a seal's dialog opens: holders of certificates that are at hand.
    void setHolderSource(std::function<QStringList()> source) { m_holders = std::move(source); }

    /// Opens the dialog that adds a seal, for `path` where it is known.
    void addFromFile(const QString& path = {});

Q_SIGNALS:
    void placeRequested(const bidseal::seal::Seal& seal); ///< Enter, double click, "Place"

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildEmptyState();
    void showContents();
    void showError(const Error& error);
    void updateActions();
    void place();
    void editCurrent();
    void removeCurrent();
    void openDialog(SealDialog* dialog);

    SealModel& m_model;
    QStackedWidget* m_pages = nullptr;
    QListView* m_list = nullptr;
    style::Notice* m_notice = nullptr;
    QPushButton* m_place = nullptr;
    QToolButton* m_edit = nullptr;
    QToolButton* m_remove = nullptr;
    QString m_currentId; ///< while the model is filled anew
    bool m_placingEnabled = false;
    std::function<QStringList()> m_holders;
};

} // namespace bidseal::seal
