#pragma once

#include "ui/seal/SealModel.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QGridLayout;
class QListView;
class QMenu;
class QLayout;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace bidseal::style {
class Notice;
}

namespace bidseal::seal {

class SealDialog;

/// The seals as real pictures in true proportion to each other, to be dragged onto a page or placed by Enter, and the
/// ways by which they come here and go to other computers.
class SealPalette : public QWidget {
    Q_OBJECT
public:
    explicit SealPalette(SealModel& model, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<Seal> currentSeal() const;
    void setCurrentSeal(const QString& id);
    /// Whether there is a document on which a seal could be placed.
    void setPlacingEnabled(bool enabled);
    /// Asked whenever a seal's dialog opens: certificates that are at hand (see signing::enrolmentOf).
    using CertificateSource = std::function<std::vector<EnrolledCertificate>()>;
    void setCertificateSource(CertificateSource source) { m_certificates = std::move(source); }

    /// Opens the dialog that adds a seal, for `path` where it is known.
    void addFromFile(const QString& path = {});
    /// Opens the dialog that lifts a seal off a sheet of paper, for `path` where it is known.
    void addFromScan(const QString& path = {});
    void drawSignature();
    /// Opens the dialog that adds a seal which was made elsewhere: lifted off a scan, drawn.
    void addSeal(const Seal& seal);
    /// Asks for the password of a file of seals, and for the file where it is not known.
    void importFrom(const QString& file = {});
    void exportSeals();
    void addDateSeal(plan::DateStyle style);

Q_SIGNALS:
    void placeRequested(const bidseal::seal::Seal& seal); ///< Enter, double click, "Here"
    void placeOnPagesRequested(const bidseal::seal::Seal& seal);
    void placeAtKeywordRequested(const bidseal::seal::Seal& seal);
    void placeAlongSeamRequested(const bidseal::seal::Seal& seal);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    using PlaceSignal = void (SealPalette::*)(const Seal&);

    QWidget* buildList();
    [[nodiscard]] QLayout* buildWays();
    [[nodiscard]] QLayout* buildActions();
    void addWay(
        QGridLayout* grid, const QString& name, const QString& text, const QString& toolTip, PlaceSignal signal);
    void fillAddMenu(QMenu* menu);
    void showImported(const ImportedSeals& seals);
    void forgetDateSeal();
    QWidget* buildEmptyState();
    void showContents();
    void showError(const Error& error);
    void addClose();
    void updateActions();
    void place(PlaceSignal signal);
    void editCurrent();
    void removeCurrent();
    void openDialog(SealDialog* dialog);

    SealModel& m_model;
    QStackedWidget* m_pages = nullptr;
    QListView* m_list = nullptr;
    style::Notice* m_notice = nullptr;
    QList<QPushButton*> m_ways;
    QToolButton* m_edit = nullptr;
    QToolButton* m_remove = nullptr;
    QAction* m_export = nullptr;
    QString m_currentId; ///< while the model is filled anew
    bool m_placingEnabled = false;
    CertificateSource m_certificates;
};

} // namespace bidseal::seal
