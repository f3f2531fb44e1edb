#include "ui/window/DocumentPage.h"

#include "core/base/Log.h"
#include "core/signing/HolderMatch.h"
#include "ui/document/DocumentSearch.h"
#include "ui/document/DocumentView.h"
#include "ui/document/ThumbnailList.h"
#include "ui/placing/Placer.h"
#include "ui/plan/ChecklistPanel.h"
#include "ui/plan/PlanKeeper.h"
#include "ui/plan/PlanList.h"
#include "ui/seal/SealModel.h"
#include "ui/seal/SealPalette.h"
#include "ui/signing/KeyWatch.h"
#include "ui/style/Notice.h"
#include "ui/verification/SignatureList.h"
#include "ui/verification/Verdict.h"
#include "ui/window/SlideOver.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bidseal::window {

namespace {
constexpr int kThumbnails = 150;
constexpr int kTabs = 300;
enum Tab { SealsTab, PlanTab, ChecklistTab, SignaturesTab };

void focusInto(QWidget& part)
{
    for (QWidget* child : part.findChildren<QWidget*>())
        if (child->isVisibleTo(&part) && child->isEnabled() && child->focusPolicy() & Qt::TabFocus)
            return child->setFocus(Qt::OtherFocusReason);
}
} // namespace

DocumentPage::DocumentPage(seal::SealModel& seals, signing::KeyWatch& keys, signing::SigningSurroundings surroundings,
    const QString& plans, QWidget* parent)
    : QWidget(parent)
    , m_seals(seals)
{
    m_thumbnails = new document::ThumbnailList(this);
    m_thumbnails->setObjectName(u"thumbnails"_s);
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_thumbnails);
    m_splitter->addWidget(buildMiddle());
    m_splitter->addWidget(buildTabs());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ kThumbnails, 900, kTabs });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_splitter);

    m_palette->setCertificateSource([&keys] {
        std::vector<seal::EnrolledCertificate> certificates;
        for (const auto& key : keys.keys()) {
            if (key.key.certificate)
                certificates.push_back(signing::enrolmentOf(*key.key.certificate));
        }
        return certificates;
    });
    m_placer = new placing::Placer(this);
    m_keeper = new plan::PlanKeeper(
        plans, [&seals](const QString& id) { return seals.seal(id); }, this);
    m_sheet = new signing::SigningSheet(keys, std::move(surroundings));
    m_slideOver = new SlideOver(m_sheet, this);
    connectParts();
}

QWidget* DocumentPage::buildMiddle()
{
    auto* middle = new QWidget(this);
    m_notice = new style::Notice(style::Notice::Shape::Banner, middle);
    m_notice->setObjectName(u"documentNotice"_s);
    m_banner = new style::Notice(style::Notice::Shape::Banner, middle);
    m_banner->setObjectName(u"signatureBanner"_s);
    m_view = new document::DocumentView(middle);
    m_view->setObjectName(u"view"_s);
    m_view->setFrameShape(QFrame::NoFrame);
    m_search = new document::DocumentSearch(this);
    m_view->setSearch(m_search);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_banner);
    layout->addWidget(m_view, 1);
    return middle;
}

QWidget* DocumentPage::buildTabs()
{
    m_palette = new seal::SealPalette(m_seals, this);
    m_palette->setObjectName(u"sealPalette"_s);
    m_plan = new plan::PlanList(this);
    m_plan->setObjectName(u"plan"_s);
    m_checklist = new plan::ChecklistPanel(this);
    m_checklist->setObjectName(u"checklist"_s);
    m_checklist->setSealSource([this] { return m_seals.seals(); });
    m_signatures = new verification::SignatureList(this);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(tr("Seals, plan, checklist and signatures"));
    m_tabs->setDocumentMode(true);
    m_tabs->insertTab(SealsTab, m_palette, tr("Seals"));
    m_tabs->insertTab(PlanTab, m_plan, tr("Plan"));
    m_tabs->insertTab(ChecklistTab, m_checklist, tr("Checklist"));
    m_tabs->insertTab(SignaturesTab, m_signatures, tr("Signatures"));
    m_tabs->setMinimumWidth(240);
    m_view->setSealLookup([this](const QString& id) { return m_seals.seal(id); });
    return m_tabs;
}

void DocumentPage::connectParts()
{
    connect(m_thumbnails, &document::ThumbnailList::pageActivated, m_view, &document::DocumentView::goToPage);
    connect(m_view, &document::DocumentView::pageChanged, m_thumbnails, &document::ThumbnailList::setCurrentPage);
    connect(m_view, &document::DocumentView::statusText, this, &DocumentPage::statusText);
    connect(m_view, &document::DocumentView::filesDropped, this, &DocumentPage::filesDropped);
    connectPlacing();
    connectPlan();
    connect(m_sheet, &signing::SigningSheet::closeRequested, m_slideOver, &SlideOver::slideOut);
    // What the sheet covers must not take the focus.
    connect(m_slideOver, &SlideOver::opened, this, [this] { m_tabs->setEnabled(false); });
    connect(m_slideOver, &SlideOver::closed, this, [this] {
        m_tabs->setEnabled(true);
        m_view->setFocus();
    });
}

/// By hand, on several pages, at a text, across the edges: each way is one button of the palette.
void DocumentPage::connectPlacing()
{
    connect(m_palette, &seal::SealPalette::placeRequested, m_view, &document::DocumentView::placeInMiddle);
    connect(m_palette, &seal::SealPalette::placeOnPagesRequested, m_placer, &placing::Placer::placeOnPages);
    connect(m_palette, &seal::SealPalette::placeAtKeywordRequested, m_placer, &placing::Placer::placeAtKeyword);
    connect(m_palette, &seal::SealPalette::placeAlongSeamRequested, m_placer, &placing::Placer::placeAlongSeam);
    connect(m_view, &document::DocumentView::copyToPagesRequested, m_placer, &placing::Placer::copyToPages);
    connect(m_placer, &placing::Placer::lookedAt, m_view, &document::DocumentView::goToRect);
    connect(m_placer, &placing::Placer::placed, this, [this] { m_notice->clear(); });
    connect(m_placer, &placing::Placer::noticed, this, [this](const QString& sentence) {
        m_notice->show({ style::Tone::Caution, sentence, {}, {} });
    });
    connect(m_placer, &placing::Placer::failed, this,
        [this](const Error& error) { m_notice->show(style::noticeFor(error)); });
}

void DocumentPage::connectPlan()
{
    connect(m_plan, &plan::PlanList::markActivated, m_view, &document::DocumentView::goToMark);
    m_plan->model().setSignerSource([](const seal::Seal& seal) {
        return seal.certificates.empty() ? seal.holder : seal.certificates.front().holder;
    });
    connect(m_plan, &plan::PlanList::applyRequested, this,
        [this](const plan::Plan& plan) { m_placer->apply(plan, m_seals.seals(), QDate::currentDate()); });
    connect(m_checklist, &plan::ChecklistPanel::pageRequested, m_view, &document::DocumentView::goToPage);
    connect(m_checklist, &plan::ChecklistPanel::placeRequested, this, &DocumentPage::placeAsAskedFor);
    connect(m_checklist, &plan::ChecklistPanel::readinessChanged, this,
        [this](bool, const QStringList& missing) { m_sheet->setChecklistMissing(missing); });
    connect(m_keeper, &plan::PlanKeeper::restoreOffered, this, &DocumentPage::offerKeptPlan);
    connect(m_keeper, &plan::PlanKeeper::sealsMissing, this, &DocumentPage::noticeSealsMissing);
    connect(m_keeper, &plan::PlanKeeper::restored, this, [this](int, int leftOut) {
        if (leftOut > 0)
            m_notice->show(
                { style::Tone::Caution, tr("%n mark(s) of the plan could not be restored.", nullptr, leftOut),
                    tr("Place them again where the document asks for them."), {} });
    });
    connect(m_keeper, &plan::PlanKeeper::failed, this,
        [this](const Error& error) { m_notice->show(style::noticeFor(error)); });
    connect(m_sheet, &signing::SigningSheet::documentSigned, m_keeper, &plan::PlanKeeper::forget);
}

/// What a checklist asks for, with the seal of the library that fits.
void DocumentPage::placeAsAskedFor(const plan::Entry& entry)
{
    const auto seal = plan::sealFor(entry.seal, m_seals.seals(), QDate::currentDate());
    if (!seal)
        return m_notice->show(style::noticeFor(seal.error()));
    m_placer->place(entry, *seal);
}

void DocumentPage::setSession(document::DocumentSession* session)
{
    m_session = session;
    m_slideOver->slideOut();
    m_notice->clear();
    m_banner->clear();
    m_search->setSession(session);
    m_view->setSession(session);
    m_thumbnails->setSession(session);
    m_placer->setSession(session);
    m_plan->setSession(session);
    m_checklist->setSession(session);
    m_keeper->watch(session);
    m_palette->setPlacingEnabled(session != nullptr);
    m_signatures->showNothing();
    m_tabs->setCurrentIndex(SealsTab);
    m_check.requestStop();
    if (session)
        checkSignatures();
}

/// Marks that nobody has signed yet, from before the program was closed or killed.
void DocumentPage::offerKeptPlan(const plan::PlanKeeper::Offer& offer)
{
    m_notice->show({ style::Tone::Neutral, plan::PlanKeeper::title(offer), plan::PlanKeeper::explanation(offer), {} });
    auto* restore = m_notice->addAction(tr("Restore"));
    restore->setObjectName(u"restorePlan"_s);
    connect(restore, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        m_keeper->restore();
    });
    auto* discard = m_notice->addAction(tr("Discard"));
    connect(discard, &QPushButton::clicked, this, [this] {
        m_notice->clear();
        m_keeper->discard();
    });
}

void DocumentPage::noticeSealsMissing(const QStringList& names)
{
    m_notice->show({ style::Tone::Caution,
        tr("Seals of the plan are not in your library: %1").arg(QLocale().createSeparatedList(names)),
        tr("Add them first, or restore the plan without them."), {} });
    connect(m_notice->addAction(tr("Restore without them")), &QPushButton::clicked, this, [this] {
        m_notice->clear();
        m_keeper->restore(plan::PlanKeeper::MissingSeals::LeaveOut);
    });
}

void DocumentPage::startSigning()
{
    if (!m_session || m_sheet->isSigning())
        return;
    m_slideOver->slideIn();
    m_sheet->begin(*m_session);
}

/// Reads the whole file, which for a large one takes a while: nothing is said before the answer is there.
void DocumentPage::checkSignatures()
{
    m_signatures->showChecking();
    m_check = tasks::BackgroundTask::run(
        m_session,
        [path = m_session->path(), password = m_session->password()](std::stop_token stop,
            const ProgressCallback& progress) { return verification::verify(path, password.get(), progress, stop); },
        [this](const Result<verification::Report>& report) { showReport(report); });
}

void DocumentPage::showReport(const Result<verification::Report>& report)
{
    if (!report) {
        if (report.error().code == ErrorCode::Cancelled)
            return;
        qCWarning(logUi).noquote() << "not verified:" << logText(report.error());
        m_signatures->showNothing();
        m_banner->show(style::noticeFor(report.error()));
        return;
    }
    m_signatures->showReport(*report);
    if (!report->isSigned())
        return;
    m_banner->show(verification::verdictOn(*report), style::glyphFor(verification::verdictOn(*report).tone));
    auto* details = m_banner->addAction(tr("Details"));
    connect(details, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(SignaturesTab); });
}

void DocumentPage::focusNextPart()
{
    const QWidget* focus = QApplication::focusWidget();
    const auto isIn = [focus](const QWidget* part) { return focus && (focus == part || part->isAncestorOf(focus)); };
    if (m_slideOver->isOpen())
        return m_sheet->setFocus();
    if (isIn(m_thumbnails))
        m_view->setFocus(Qt::OtherFocusReason);
    else if (isIn(m_view))
        focusInto(*m_tabs->currentWidget());
    else
        m_thumbnails->setFocus(Qt::OtherFocusReason);
}

} // namespace bidseal::window
