#include "ui/document/DocumentSession.h"

#include "core/base/Log.h"
#include "ui/document/MarkCommands.h"
#include "ui/document/MarkGesture.h"
#include "ui/document/PageImages.h"
#include "ui/document/PageSource.h"
#include "ui/document/WishFor.h"

#include <QFileInfo>

#include <algorithm>
#include <set>

namespace bidseal::document {

namespace {

/// The line of a plan that puts a seal where `placed` stands, on these pages ("2,3,5").
std::shared_ptr<const plan::Entry> samePlace(const seal::PlacedSeal& placed, const QString& pages)
{
    const pdf::Placement& placement = placed.placement;
    const auto set = plan::PageSet::parse(pages);
    if (!set)
        return nullptr;
    return std::make_shared<const plan::Entry>(plan::Entry { wishFor(placed.seal, placement.sizeMm),
        plan::OnPages { *set, placement.centreMm, plan::Corner::TopLeft, placement.rotationDegrees } });
}

} // namespace

/// What the background has read of the document.
struct DocumentSession::Opened {
    qint64 size = 0;
    bool encrypted = false;
    std::vector<pdf::PageGeometry> pages;
    std::vector<pdf::SignedWidget> signedWidgets;
    std::vector<pdf::EmptyField> emptyFields;
};

DocumentSession::DocumentSession(QObject* parent)
    : QObject(parent)
{
}

DocumentSession::~DocumentSession() = default;

QString DocumentSession::fileName() const { return QFileInfo(m_path).fileName(); }

void DocumentSession::open(const QString& path, Secret password)
{
    Q_ASSERT(m_state == State::Closed || m_state == State::Failed);
    m_state = State::Opening;
    m_path = path;
    m_password = password.isEmpty() ? nullptr : std::make_shared<const Secret>(std::move(password));

    startWorker();
    m_opening = tasks::BackgroundTask::run(
        this,
        [path, password = m_password](std::stop_token) -> Result<Opened> {
            auto document = pdf::Document::open(path, password.get());
            if (!document)
                return failure(document.error());
            Opened opened { (*document)->size(), (*document)->isEncrypted(), (*document)->pages(), {}, {} };
            auto widgets = (*document)->signedWidgets();
            if (widgets)
                opened.signedWidgets = std::move(*widgets);
            else
                qCWarning(logUi) << "the signature fields cannot be read:" << logText(widgets.error());
            if (auto fields = (*document)->emptyFields())
                opened.emptyFields = std::move(*fields);
            return opened;
        },
        [this](Result<Opened> opened) { finishOpening(std::move(opened)); });
}

/// Both readers open the file at the same time, and the first page is drawn before the other one knows all pages.
void DocumentSession::startWorker()
{
    constexpr int kFirstPageWidth = 900;
    m_images.reset();
    m_worker = std::make_unique<PageWorker>(std::make_unique<PageSource>(m_path, m_password));
    m_worker->run(
        PageWorker::Priority::Now, this, [](PageSource& source) { return source.firstPage(kFirstPageWidth); },
        [this, worker = m_worker.get()](const QImage& picture) {
            if (worker != m_worker.get())
                return; // of an attempt with another password
            m_firstPage = picture;
            showFirstPage();
        });
}

void DocumentSession::showFirstPage()
{
    if (!isOpen() || m_firstPage.isNull())
        return;
    const bool isSigned = std::any_of(m_signedWidgets.begin(), m_signedWidgets.end(),
        [](const pdf::SignedWidget& widget) { return widget.page == 0; });
    if (!isSigned) // else it lacks its seals
        m_images->offer(0, m_firstPage);
    m_firstPage = {};
}

void DocumentSession::finishOpening(Result<Opened> opened)
{
    if (!opened) {
        m_state = State::Failed;
        m_worker.reset();
        m_password.reset();
        Q_EMIT failed(opened.error());
        return;
    }
    m_size = opened->size;
    m_encrypted = opened->encrypted;
    m_pages = std::move(opened->pages);
    m_signedWidgets = std::move(opened->signedWidgets);
    m_emptyFields = std::move(opened->emptyFields);
    m_keywords = std::make_shared<text::SharedSearch>(m_path, m_pages, m_password);

    std::set<int> flattened;
    for (const pdf::SignedWidget& widget : m_signedWidgets)
        flattened.insert(widget.page);
    m_worker->run(PageWorker::Priority::Now,
        [flattened = std::move(flattened)](PageSource& source) { source.setFlattened(flattened); });
    m_images = std::make_unique<PageImages>(*m_worker);
    m_state = State::Open;
    showFirstPage();
    Q_EMIT this->opened();
}

std::vector<seal::PlacedSeal> DocumentSession::placedSeals() const
{
    std::vector<seal::PlacedSeal> seals;
    for (const PlacedMark& mark : m_marks.marks())
        seals.push_back(mark.placed);
    return seals;
}

std::optional<MarkId> DocumentSession::placeSeal(const seal::Seal& seal, const pdf::Placement& placement)
{
    if (!fits(placement, page(placement.page)))
        return std::nullopt;
    const MarkId id = m_marks.newId();
    const seal::PlacedSeal placed { seal, heldOnPage(placement, page(placement.page)) };
    m_undo.push(new PlaceMarks(m_marks, { PlacedMark { id, placed } }, MarkList::tr("Place seal")));
    return id;
}

std::optional<MarkId> DocumentSession::placeInMiddle(const seal::Seal& seal, int page)
{
    constexpr double kAsideMm = 10;
    const pdf::PageGeometry& geometry = this->page(page);
    const QSizeF size = geometry.visibleSizeMm();
    pdf::Placement placement { page, QPointF(size.width() / 2, size.height() / 2), seal.sizeMm, 0 };
    const auto taken = [this](const pdf::Placement& wanted) {
        const auto onPage = m_marks.onPage(wanted.page);
        return std::any_of(onPage.begin(), onPage.end(), [&wanted](const PlacedMark& mark) {
            return (mark.placed.placement.centreMm - wanted.centreMm).manhattanLength() < 1;
        });
    };
    for (pdf::Placement aside = placement; taken(placement); placement = aside) {
        aside.centreMm += QPointF(kAsideMm, kAsideMm);
        if (!liesOnPage(aside, geometry))
            break;
    }
    return placeSeal(seal, placement);
}

void DocumentSession::changeMark(MarkId id, const pdf::Placement& placement, UndoStep step)
{
    const PlacedMark* const mark = m_marks.find(id);
    if (!mark || !fits(placement, page(placement.page)))
        return;
    const pdf::Placement held = heldOnPage(placement, page(placement.page));
    if (mark->placed.placement != held)
        m_undo.push(new ChangePlacement(m_marks, id, held, step));
}

void DocumentSession::removeMark(MarkId id) { removeMarks({ id }); }

void DocumentSession::removeMarks(const std::vector<MarkId>& ids)
{
    std::vector<MarkId> known;
    std::copy_if(
        ids.begin(), ids.end(), std::back_inserter(known), [this](MarkId id) { return m_marks.find(id) != nullptr; });
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    if (!known.empty())
        m_undo.push(new RemoveMarks(m_marks, known));
}

void DocumentSession::placeByRule(const plan::Entry& entry, const std::vector<seal::PlacedSeal>& marks)
{
    const auto shared = std::make_shared<const plan::Entry>(entry);
    std::vector<PlacedMark> placed;
    for (const auto& mark : marks)
        placed.push_back({ m_marks.newId(), mark, shared });
    if (!placed.empty())
        m_undo.push(new PlaceMarks(
            m_marks, std::move(placed), MarkList::tr("Place %n seal(s)", nullptr, static_cast<int>(marks.size()))));
}

int DocumentSession::copyMarkToPages(MarkId id, const std::vector<int>& pages)
{
    const PlacedMark* const original = m_marks.find(id);
    if (!original)
        return 0;
    std::set<int> taken; // where the same seal stands in the same place
    for (const PlacedMark& mark : m_marks.marks()) {
        pdf::Placement there = original->placed.placement;
        there.page = mark.page();
        if (mark.placed.placement == there && mark.placed.seal.id == original->placed.seal.id)
            taken.insert(mark.page());
    }
    int tooSmall = 0;
    std::vector<PlacedMark> copies;
    QStringList numbers;
    for (const int index : pages) {
        pdf::Placement placement = original->placed.placement;
        placement.page = index;
        if (taken.contains(index))
            continue;
        if (!fits(placement, page(index))) {
            ++tooSmall;
            continue;
        }
        copies.push_back({ m_marks.newId(),
            { original->placed.seal, heldOnPage(placement, page(index)), original->placed.part }, nullptr });
        numbers += QString::number(index + 1);
    }
    if (copies.empty())
        return tooSmall;
    if (!original->placed.isStrip()) {
        const auto entry = samePlace(original->placed, numbers.join(u','));
        for (PlacedMark& copy : copies)
            copy.entry = entry;
    }
    m_undo.push(new PlaceMarks(m_marks, std::move(copies), MarkList::tr("Copy seal to pages")));
    return tooSmall;
}

} // namespace bidseal::document
