#include "core/pdf/Document.h"

#include "core/pdf/DocumentInternals.h"
#include "core/pdf/Fault.h"
#include "core/pdf/MarksInFile.h"
#include "core/pdf/SignatureDictionary.h"
#include "core/pdf/Values.h"

#include <QFileInfo>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

constexpr qint64 kComparedBlock = 64 * 1024;

enum AnnotationFlag { Hidden = 2, NoView = 32 }; // 12.5.3, table 167

/// PoDoFo writes to standard error otherwise.
void silencePodofo()
{
    static std::once_flag once;
    std::call_once(once, [] {
        PoDoFo::PdfError::EnableDebug(false);
        PoDoFo::PdfError::EnableLogging(false);
    });
}

std::string lastBlockOf(SourceFile& source)
{
    const qint64 begin = std::max<qint64>(0, source.size() - kComparedBlock);
    return source.read(begin, source.size() - begin);
}

std::optional<QRectF> rectangleOf(ObjectStore& store, const PoDoFo::PdfDictionary& widget)
{
    const PdfVariant value = store.entry(widget, "Rect");
    const auto* array = arrayOf(&value);
    if (!array || array->GetSize() != 4)
        return {};
    double corners[4] = {};
    for (std::size_t i = 0; i < 4; ++i) {
        const PdfVariant number = store.resolve(&(*array)[i]);
        corners[i] = numberOf(&number).value_or(0);
    }
    return QRectF(QPointF(corners[0], corners[1]), QPointF(corners[2], corners[3])).normalized();
}

qint64 signedUpTo(const ExistingSignature& signature)
{
    return signature.byteRange.size() == 4 ? signature.byteRange[2] + signature.byteRange[3] : 0;
}

} // namespace

Document::Internals::Internals(const QString& fileName, const Secret* password)
    : path(fileName)
    , source(fileName)
    , modified(QFileInfo(fileName).lastModified())
    , firstBlock(source.view(0, kComparedBlock))
    , lastBlock(lastBlockOf(source))
    , store(source, password)
    , nodes(readPages(store))
{
    pages.reserve(nodes.size());
    for (const PageNode& node : nodes)
        pages.push_back(node.geometry);
}

const Form& Document::Internals::form()
{
    if (!m_form)
        m_form = readForm(store);
    return *m_form;
}

std::vector<SignatureDictionary> Document::Internals::signatureDictionaries()
{
    std::vector<SignatureDictionary> signatures;
    std::map<PdfReference, std::size_t> byReference;
    for (const SignatureField& field : form().signatureFields) {
        if (!field.isSigned())
            continue;
        const auto reference = referenceOf(&field.value);
        const auto known = reference ? byReference.find(*reference) : byReference.end();
        if (known != byReference.end()) {
            signatures[known->second].signature.fieldNames.push_back(field.name);
            continue;
        }
        if (reference)
            byReference.emplace(*reference, signatures.size());
        signatures.push_back(readSignature(store, field));
    }
    // What a later one covers includes the earlier ones.
    std::stable_sort(signatures.begin(), signatures.end(),
        [](const auto& a, const auto& b) { return signedUpTo(a.signature) < signedUpTo(b.signature); });
    return signatures;
}

std::optional<int> Document::Internals::pageOfWidget(const PdfReference& widget)
{
    if (m_pageNumbers.empty()) {
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_pageNumbers.emplace(nodes[i].reference, static_cast<int>(i));
    }
    const PdfVariant value = store.value(widget);
    const auto* dictionary = dictionaryOf(&value);
    const auto page = dictionary ? referenceOf(dictionary->GetKey("P")) : std::nullopt;
    if (page) {
        if (const auto found = m_pageNumbers.find(*page); found != m_pageNumbers.end())
            return found->second;
    }
    if (!m_pagesOfAnnotations) {
        m_pagesOfAnnotations.emplace();
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const PdfVariant node = store.value(nodes[i].reference);
            const PdfVariant annotations
                = node.IsDictionary() ? store.entry(node.GetDictionary(), "Annots") : PdfVariant();
            if (const auto* array = arrayOf(&annotations)) {
                for (const auto& annotation : *array) {
                    if (const auto reference = referenceOf(&annotation))
                        m_pagesOfAnnotations->emplace(*reference, static_cast<int>(i));
                }
            }
        }
    }
    const auto found = m_pagesOfAnnotations->find(widget);
    if (found == m_pagesOfAnnotations->end())
        return {};
    return found->second;
}

QRectF Document::Internals::widgetRectMm(const PdfReference& widget, int page)
{
    const PdfVariant value = store.value(widget);
    const auto* dictionary = dictionaryOf(&value);
    const auto rectangle = dictionary ? rectangleOf(store, *dictionary) : std::nullopt;
    if (!rectangle || rectangle->isEmpty())
        return {};
    return pages[static_cast<std::size_t>(page)].userSpaceFromMm().inverted().mapRect(*rectangle);
}

void Document::Internals::requireUnchanged() { orThrow(pdf::checkUnchanged(path, { source.size(), modified })); }

void Document::Internals::requireCopyOf(QFile& copy)
{
    const auto block = [&](qint64 offset, std::size_t length) {
        return copy.seek(offset) ? copy.read(static_cast<qint64>(length)).toStdString() : std::string();
    };
    const bool same = copy.size() == source.size() && block(0, firstBlock.size()) == firstBlock
        && block(source.size() - static_cast<qint64>(lastBlock.size()), lastBlock.size()) == lastBlock;
    if (!same)
        fail(ErrorCode::FileChangedMeanwhile, u"contents differ"_s, { QFileInfo(path).fileName(), {}, {}, {} });
}

Document::Document(std::unique_ptr<Internals> internals)
    : m_internals(std::move(internals))
{
}

Document::~Document() = default;

Result<std::unique_ptr<Document>> Document::open(const QString& path, const Secret* password)
{
    silencePodofo();
    return guarded(
        [&] { return std::unique_ptr<Document>(new Document(std::make_unique<Internals>(path, password))); });
}

const QString& Document::path() const { return m_internals->path; }
qint64 Document::size() const { return m_internals->source.size(); }
int Document::pageCount() const { return static_cast<int>(m_internals->pages.size()); }
const PageGeometry& Document::page(int index) const { return m_internals->pages.at(static_cast<std::size_t>(index)); }
const std::vector<PageGeometry>& Document::pages() const { return m_internals->pages; }
bool Document::isEncrypted() const { return m_internals->store.encryption() != nullptr; }
Document::Internals& Document::internals() const { return *m_internals; }

const std::vector<qint64>& Document::revisionEnds() const { return m_internals->store.crossReference().revisionEnds(); }

Result<std::vector<ExistingSignature>> Document::signatures() const
{
    return guarded([&] {
        m_internals->store.renewBudget();
        std::vector<ExistingSignature> signatures;
        for (SignatureDictionary& dictionary : m_internals->signatureDictionaries())
            signatures.push_back(std::move(dictionary.signature));
        return signatures;
    });
}

Result<std::vector<EmptyField>> Document::emptyFields() const
{
    return guarded([&] {
        m_internals->store.renewBudget();
        std::vector<EmptyField> fields;
        for (const SignatureField& field : m_internals->form().signatureFields) {
            if (field.isSigned())
                continue;
            EmptyField empty;
            empty.name = field.name;
            empty.locked = m_internals->isLocked(field.name);
            if (!field.widgets.empty())
                empty.page = m_internals->pageOfWidget(field.widgets.front());
            if (empty.page)
                empty.rectMm = m_internals->widgetRectMm(field.widgets.front(), *empty.page);
            fields.push_back(std::move(empty));
        }
        return fields;
    });
}

Result<std::vector<SignedWidget>> Document::signedWidgets() const
{
    return guarded([&] {
        m_internals->store.renewBudget();
        std::vector<SignedWidget> widgets;
        for (const SignatureField& field : m_internals->form().signatureFields) {
            for (const PdfReference& reference : field.widgets) {
                const auto page = field.isSigned() ? m_internals->pageOfWidget(reference) : std::nullopt;
                if (!page)
                    continue;
                const PdfVariant value = m_internals->store.value(reference);
                const qint64 flags
                    = value.IsDictionary() ? integerOf(value.GetDictionary().GetKey("F")).value_or(0) : 0;
                const QRectF rectMm = m_internals->widgetRectMm(reference, *page);
                if (!rectMm.isEmpty() && (flags & (Hidden | NoView)) == 0)
                    widgets.push_back({ *page, rectMm, field.name });
            }
        }
        return widgets;
    });
}

Status Document::checkMaySign(const QString& fieldName) const
{
    return guarded([&] {
        m_internals->store.renewBudget();
        m_internals->requireMaySign(fieldName);
    });
}

Result<std::vector<MarkInFile>> Document::marks() const
{
    return guarded([&] {
        m_internals->store.renewBudget();
        return readMarks(*m_internals);
    });
}

Result<MarkAllowance> Document::markAllowance(const QString& fieldName) const
{
    return guarded([&] {
        m_internals->store.renewBudget();
        return m_internals->markAllowance(fieldName);
    });
}

Status Document::checkMarks(std::size_t count, const QString& fieldName) const
{
    return guarded([&] {
        m_internals->store.renewBudget();
        m_internals->requireMarks(count, fieldName);
    });
}

Status Document::checkUnchanged() const { return pdf::checkUnchanged(path(), state()); }

FileState Document::state() const { return { m_internals->source.size(), m_internals->modified }; }

Status checkUnchanged(const QString& path, const FileState& state)
{
    const QFileInfo now(path);
    if (!now.exists() || FileState { now.size(), now.lastModified() } != state)
        return failure(ErrorCode::FileChangedMeanwhile, u"size or time differ"_s, { now.fileName(), {}, {}, {} });
    return {};
}

} // namespace bidseal::pdf
