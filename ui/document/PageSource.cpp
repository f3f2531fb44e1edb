#include "ui/document/PageSource.h"

#include "core/base/Log.h"
#include "core/pdf/FlatPages.h"
#include "core/text/SteadyPdf.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <QPdfSelection>

namespace bidseal::document {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKeptCharacters = 8'000'000; // about 50 MB with their origins: some 6 000 full pages

} // namespace

/// The page flattened last: zooming and scrolling ask for the same one again and again.
struct PageSource::FlatPage {
    int page = -1;
    QByteArray bytes;
    QBuffer buffer;
    QPdfDocument document { nullptr };
};

PageSource::PageSource(QString path, std::shared_ptr<const Secret> password)
    : m_path(std::move(path))
    , m_password(std::move(password))
    , m_texts(kKeptCharacters)
{
}

PageSource::~PageSource() = default;

QImage PageSource::firstPage(int width)
{
    QPdfDocument* const source = document();
    if (source->status() != QPdfDocument::Status::Ready || source->pageCount() == 0)
        return {};
    const QSizeF points = source->pagePointSize(0);
    return render(0, points.scaled(width, width * 10.0, Qt::KeepAspectRatio).toSize());
}

void PageSource::close()
{
    m_flatPage.reset();
    m_flatPages.reset();
    m_document.reset();
}

QPdfDocument* PageSource::document()
{
    if (m_document)
        return m_document.get();
    m_document = std::make_unique<QPdfDocument>(nullptr);
    if (const auto error = text::loadSteady(*m_document, m_path, m_password.get()); error != QPdfDocument::Error::None)
        qCWarning(logUi) << "Qt PDF cannot open the document:" << error;
    return m_document.get();
}

QPdfDocument* PageSource::flatPage(int page)
{
    if (m_flatPage && m_flatPage->page == page)
        return &m_flatPage->document;
    m_flatPage.reset();
    if (!std::exchange(m_flatPagesTried, true)) {
        auto opened = pdf::FlatPages::open(m_path, m_password.get());
        if (opened)
            m_flatPages = std::move(*opened);
        else
            qCWarning(logUi) << "signature widgets cannot be shown:" << logText(opened.error());
    }
    if (!m_flatPages)
        return nullptr;
    auto bytes = m_flatPages->page(page);
    if (!bytes) {
        qCWarning(logUi) << "signature widgets of page" << page + 1 << "cannot be shown:" << logText(bytes.error());
        return nullptr;
    }
    auto flat = std::make_unique<FlatPage>();
    flat->page = page;
    flat->bytes = std::move(*bytes);
    flat->buffer.setData(flat->bytes);
    flat->buffer.open(QIODevice::ReadOnly);
    flat->document.load(&flat->buffer);
    if (flat->document.status() != QPdfDocument::Status::Ready)
        return nullptr;
    m_flatPage = std::move(flat);
    return &m_flatPage->document;
}

QPdfDocument* PageSource::drawnDocument(int page, int& pageInIt)
{
    if (m_flattened.contains(page)) {
        if (QPdfDocument* const flat = flatPage(page)) {
            pageInIt = 0;
            return flat;
        }
    }
    pageInIt = page;
    return document();
}

QImage PageSource::render(int page, QSize size, QRect clip)
{
    int pageInIt = page;
    QPdfDocument* const source = drawnDocument(page, pageInIt);
    if (source->status() != QPdfDocument::Status::Ready || pageInIt >= source->pageCount() || size.isEmpty())
        return {};
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    if (!clip.isEmpty()) {
        options.setScaledSize(size);
        options.setScaledClipRect(clip);
    }
    const QImage ink = source->render(pageInIt, clip.isEmpty() ? size : clip.size(), options);
    if (ink.isNull())
        return {};
    QImage paper(ink.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, ink);
    return paper;
}

QString PageSource::text(int page)
{
    QPdfDocument* const source = document();
    if (source->status() != QPdfDocument::Status::Ready || page >= source->pageCount())
        return {};
    return source->getAllText(page).text();
}

const text::FoldedText& PageSource::foldedText(int page)
{
    if (const text::FoldedText* const known = m_texts.object(page))
        return *known;
    auto* const folded = new text::FoldedText(text::fold(text(page)));
    m_texts.insert(page, folded, std::min(kKeptCharacters, static_cast<int>(folded->text.size()) + 1));
    return *folded;
}

std::vector<QPolygonF> PageSource::area(int page, int start, int length)
{
    QPdfDocument* const source = document();
    if (source->status() != QPdfDocument::Status::Ready || page >= source->pageCount())
        return {};
    // Characters without a Unicode value count as an index but are missing in the text: look for the passage nearby.
    const QString wanted = source->getAllText(page).text().mid(start, length);
    constexpr int kFarthest = 32;
    QPdfSelection selection = source->getSelectionAtIndex(page, start, length);
    for (int shift = 1; selection.text() != wanted && shift <= kFarthest; ++shift)
        selection = source->getSelectionAtIndex(page, start + shift, length);
    if (selection.text() != wanted)
        return {};
    // Qt PDF 6.4 turns user space upside down with the visible page's height and knows of no rotation.
    const double height = source->pagePointSize(page).height();
    const QTransform toUserSpace(1, 0, 0, -1, 0, height);
    std::vector<QPolygonF> area;
    for (const QPolygonF& polygon : selection.bounds())
        area.push_back(toUserSpace.map(polygon));
    return area;
}

PageWorker::PageWorker(std::unique_ptr<PageSource> source)
    : m_source(std::move(source))
{
}

PageWorker::~PageWorker()
{
    m_worker.finish([source = std::move(m_source)] { source->close(); });
}

void PageWorker::run(Priority priority, std::function<void(PageSource&)> work)
{
    m_worker.run(priority, [source = m_source, work = std::move(work)] { work(*source); });
}

} // namespace bidseal::document
