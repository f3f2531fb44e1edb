#pragma once

#include "core/plan/Plan.h"
#include "core/verification/Verification.h"
#include "ui/document/DocumentSession.h"
#include "ui/plan/PlanKeeper.h"
#include "ui/signing/SigningSheet.h"
#include "ui/tasks/BackgroundTask.h"

#include <QWidget>

class QSplitter;
class QTabWidget;

namespace bidseal::document {
class DocumentSearch;
class DocumentView;
class ThumbnailList;
} // namespace bidseal::document

namespace bidseal::placing {
class Placer;
}

namespace bidseal::plan {
class ChecklistPanel;
class PlanList;
} // namespace bidseal::plan

namespace bidseal::seal {
class SealModel;
class SealPalette;
} // namespace bidseal::seal

namespace bidseal::style {
class Notice;
}

namespace bidseal::verification {
class SignatureList;
}

namespace bidseal::window {

class SlideOver;

/// A document that is open: its thumbnails, its pages below the banner, seals and signatures beside them, and the
/// signing sheet that slides over.
class DocumentPage : public QWidget {
    Q_OBJECT
public:
    /// `plans`: the folder in which plans are kept that nobody has signed yet.
    DocumentPage(seal::SealModel& seals, signing::KeyWatch& keys, signing::SigningSurroundings surroundings,
        const QString& plans, QWidget* parent = nullptr);

    void setSession(document::DocumentSession* session);
    void startSigning();
    void focusNextPart();

    [[nodiscard]] document::DocumentView& view() { return *m_view; }
    [[nodiscard]] document::DocumentSearch& search() { return *m_search; }
    [[nodiscard]] signing::SigningSheet& sheet() { return *m_sheet; }
    [[nodiscard]] seal::SealPalette& sealPalette() { return *m_palette; }
    /// For what concerns this document, such as another file that could not be opened.
    [[nodiscard]] style::Notice& notice() { return *m_notice; }
    [[nodiscard]] QSplitter& splitter() { return *m_splitter; }

Q_SIGNALS:
    void statusText(const QString& text);
    void filesDropped(const QStringList& paths);

private:
    QWidget* buildMiddle();
    QWidget* buildTabs();
    void connectParts();
    void connectPlacing();
    void connectPlan();
    void placeAsAskedFor(const plan::Entry& entry);
    void offerKeptPlan(const plan::PlanKeeper::Offer& offer);
    void noticeSealsMissing(const QStringList& names);
    void checkSignatures();
    void showReport(const Result<verification::Report>& report);

    seal::SealModel& m_seals;
    document::DocumentSession* m_session = nullptr;
    QSplitter* m_splitter = nullptr;
    document::ThumbnailList* m_thumbnails = nullptr;
    document::DocumentView* m_view = nullptr;
    document::DocumentSearch* m_search = nullptr;
    style::Notice* m_banner = nullptr;
    style::Notice* m_notice = nullptr;
    QTabWidget* m_tabs = nullptr;
    seal::SealPalette* m_palette = nullptr;
    placing::Placer* m_placer = nullptr;
    plan::PlanList* m_plan = nullptr;
    plan::ChecklistPanel* m_checklist = nullptr;
    plan::PlanKeeper* m_keeper = nullptr;
    verification::SignatureList* m_signatures = nullptr;
    signing::SigningSheet* m_sheet = nullptr;
    SlideOver* m_slideOver = nullptr;
    tasks::BackgroundTask m_check;
};

} // namespace bidseal::window
