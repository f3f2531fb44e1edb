#include "core/pdf/SignatureUpdate.h"

#include "core/pdf/Fault.h"
#include "core/pdf/MarkName.h"
#include "core/pdf/Values.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

// Annotation flags, 12.5.3, table 167.
constexpr qint64 kInvisible = 1, kHidden = 2, kPrint = 4, kNoView = 32, kReadOnly = 64, kLocked = 128;
constexpr int kSignaturesExistAppendOnly = 3; ///< /SigFlags, 12.7.3, table 225

const QRectF kWholePicture(-1e-6, -1e-6, 1 + 2e-6, 1 + 2e-6); ///< sides of strips are sums of fractions

/// Wide enough for four offsets of any file that a table can address.
constexpr std::size_t kByteRangeWidth = 48;

std::string rectangleText(const QRectF& rectangle)
{
    return '[' + realText(rectangle.left()) + ' ' + realText(rectangle.top()) + ' ' + realText(rectangle.right()) + ' '
        + realText(rectangle.bottom()) + ']';
}

/// 7.9.4. UTC as Z, everything else with its offset.
std::string dateText(const QDateTime& time)
{
    const std::string clock = time.toString(u"'D:'yyyyMMddHHmmss"_s).toStdString();
    if (time.timeSpec() == Qt::UTC)
        return clock + 'Z';
    const int minutes = time.offsetFromUtc() / 60;
    const auto twoDigits = [](int value) { return QString::number(value).rightJustified(2, u'0').toStdString(); };
    return clock + (minutes < 0 ? '-' : '+') + twoDigits(std::abs(minutes) / 60) + '\''
        + twoDigits(std::abs(minutes) % 60) + '\'';
}

/// The elements appended to an array that may be direct, an object of its own, or not there yet. Gives the text that
/// the entry must have.
std::string entryWithElements(Update& update, std::string_view entry, const std::string& elements)
{
    if (entry.starts_with('['))
        return syntax::appendedToArray(entry, elements);
    const PdfVariant value = entry.empty() ? PdfVariant() : parseValue(entry);
    if (value.IsNull())
        return '[' + elements + ']';
    const auto reference = referenceOf(&value);
    const auto array = reference ? update.text(*reference) : std::nullopt;
    if (reference && (!array || *array == "null"))
        return '[' + elements + ']';
    if (!array || !array->starts_with('['))
        damaged(u"an array was expected in /Annots or /Fields"_s);
    update.change(*reference, syntax::appendedToArray(*array, elements));
    return std::string(entry);
}

/// False where the entry says so already: an array that is an object of its own has changed itself.
bool setIfDifferent(syntax::RawDictionary& dictionary, std::string_view key, const std::string& value)
{
    if (dictionary.value(key) == value)
        return false;
    dictionary.set(key, value);
    return true;
}

std::string referencesText(const std::vector<int>& numbers)
{
    std::string text;
    for (const int number : numbers) {
        if (!text.empty())
            text += ' ';
        text += referenceText(number);
    }
    return text;
}

std::string byteRangeText(const std::array<qint64, 4>& numbers)
{
    std::string text;
    for (const qint64 number : numbers) {
        if (!text.empty())
            text += ' ';
        text += std::to_string(number);
    }
    if (text.size() > kByteRangeWidth)
        fail(ErrorCode::DocumentTooComplex, u"the file is too large for its ByteRange"_s);
    return text;
}

QSizeF sizeInUserSpace(const Placement& placement, const PageGeometry& page)
{
    // Without turning: how many user space units one millimetre is.
    const QTransform transform = page.userSpaceFromMm();
    const double scale = std::hypot(transform.m11(), transform.m12());
    return placement.sizeMm * scale;
}

} // namespace

SignatureUpdate::SignatureUpdate(Document::Internals& document, const SignatureRequest& request)
    : m_document(document)
    , m_request(request)
    , m_update(document.store, document.source.size())
    , m_appearances(m_update, request.marks)
    , m_signature(m_update.reserve())
{
}

SignatureUpdate::Result SignatureUpdate::build()
{
    m_document.requireMarks(m_request.marks.size(), m_request.fieldName);
    requireMarksOnPages();
    const SignatureField* field = m_request.fieldName.isEmpty() ? nullptr : m_document.form().find(m_request.fieldName);
    std::size_t fieldsLeft = m_document.usualAllowance().shareOut(m_request.marks.size()).fields;
    auto mark = m_request.marks.begin();
    if (field) {
        const bool showsMark = fieldsLeft > 0 && m_document.isVisible(*field);
        fillField(*field, showsMark ? &*mark : nullptr);
        if (showsMark) {
            ++mark;
            --fieldsLeft;
        }
    }
    for (; fieldsLeft > 0; --fieldsLeft)
        addField(*mark++);
    for (; mark != m_request.marks.end(); ++mark)
        addStamp(*mark);
    if (!field && m_request.marks.empty())
        addInvisibleField();
    changeForm();
    changePages();
    const FieldLock* lock = field && field->lock ? &*field->lock : nullptr;
    const std::string dictionary = signatureDictionary(lock);
    const std::size_t rangeAt = dictionary.find("/ByteRange[") + 11;
    const std::size_t holeAt = dictionary.find("/Contents<") + 9;
    m_update.setNew(m_signature, dictionary, Update::Storage::ByItself);
    Update::Written written = m_update.finish();

    Result result;
    const qint64 body = written.bodies.at(m_signature);
    const qint64 hole = body + static_cast<qint64>(holeAt);
    const qint64 behind = hole + 2 + 2 * static_cast<qint64>(m_request.contentsCapacity);
    const qint64 total = m_document.source.size() + static_cast<qint64>(written.bytes.size());
    result.byteRange = { 0, hole, behind, total - behind };
    const std::string range = byteRangeText(result.byteRange);
    written.bytes.replace(static_cast<std::size_t>(body - m_document.source.size()) + rangeAt, range.size(), range);
    result.bytes = std::move(written.bytes);
    return result;
}

void SignatureUpdate::requireMarksOnPages() const
{
    for (const Mark& mark : m_request.marks) {
        const int page = mark.placement.page;
        const ErrorFacts facts { mark.description, {}, {}, page + 1 };
        if (page < 0 || page >= static_cast<int>(m_document.pages.size()))
            fail(ErrorCode::PageNotFound, u"mark on page index %1"_s.arg(page), facts);
        if (mark.picture.isNull())
            fail(ErrorCode::SealPictureUnreadable, u"a mark without a picture"_s, facts);
        if (mark.placement.sizeMm.isEmpty())
            fail(ErrorCode::SealSizeInvalid, u"a mark without a size"_s, facts);
        if (mark.part.isEmpty() || !kWholePicture.contains(mark.part))
            fail(ErrorCode::InternalFault, u"a strip that is no part of its picture"_s, facts);
        if (!liesOnPage(mark.placement, m_document.pages[static_cast<std::size_t>(page)]))
            fail(ErrorCode::MarkOutsidePage, u"on page index %1"_s.arg(page), facts);
    }
}

/// The field's author has chosen page and rectangle: the picture goes there, in its own proportions.
void SignatureUpdate::fillField(const SignatureField& field, const Mark* mark)
{
    const auto text = m_update.text(field.reference);
    if (!text)
        damaged(u"field %1 is missing"_s.arg(field.name));
    syntax::RawDictionary dictionary(*text);
    dictionary.set("V", referenceText(m_signature));
    m_update.change(field.reference, dictionary.text());
    m_carryingField = field.name;
    if (!mark)
        return;

    const PdfReference widget = field.widgets.front();
    const int page = m_document.pageOfWidget(widget).value_or(0);
    const PageGeometry& geometry = m_document.pages[static_cast<std::size_t>(page)];
    const QRectF rectangle = geometry.userSpaceFromMm().mapRect(m_document.widgetRectMm(widget, page));
    const QSizeF upright = geometry.rotation % 180 == 0 ? rectangle.size() : rectangle.size().transposed();
    const int form = m_appearances.formWithin(*mark, upright, geometry.rotation);

    syntax::RawDictionary annotation(m_update.text(widget).value());
    const PdfVariant flagsValue = parseValue(annotation.value("F").empty() ? "0" : annotation.value("F"));
    const qint64 flags = integerOf(&flagsValue).value_or(0);
    annotation.set("AP", "<</N " + referenceText(form) + ">>");
    annotation.set("F", std::to_string((flags | kPrint | kLocked) & ~(kInvisible | kHidden | kNoView)));
    describeIfUnsaid(annotation, widget, *mark);
    m_update.change(widget, annotation.text());
}

/// Strict readers allow an appearance and nothing more where somebody has signed or certified before.
void SignatureUpdate::describeIfUnsaid(
    syntax::RawDictionary& annotation, const PdfReference& widget, const Mark& mark) const
{
    const bool isFirst = !m_document.form().hasSignatures() && m_document.certificationLevel() == 0;
    if (!isFirst || widget.GenerationNumber() != 0)
        return;
    const int number = static_cast<int>(widget.ObjectNumber());
    if (annotation.value("Contents").empty())
        annotation.set("Contents", m_update.textString(number, carryingNote(mark)));
    if (annotation.value("NM").empty() && !mark.name.isEmpty())
        annotation.set("NM", nameText(mark, number));
}

void SignatureUpdate::addField(const Mark& mark)
{
    const int number = m_update.reserve();
    const QString name = freeFieldName();
    if (m_carryingField.isEmpty())
        m_carryingField = name;
    const std::string note = m_update.textString(number, carryingNote(mark));
    m_update.setNew(number,
        "<</Type/Annot/Subtype/Widget/FT/Sig/T" + m_update.textString(number, name) + "/TU" + note + "/V "
            + referenceText(m_signature) + "/F " + std::to_string(kPrint | kLocked) + annotationEntries(mark, number)
            + "/Contents" + note + "/AP" + appearanceText(mark) + ">>");
    m_newFields.push_back(number);
    m_newAnnotations[mark.placement.page].push_back(number);
}

void SignatureUpdate::addInvisibleField()
{
    const int number = m_update.reserve();
    m_update.setNew(number,
        "<</Type/Annot/Subtype/Widget/FT/Sig/T" + m_update.textString(number, freeFieldName()) + "/V "
            + referenceText(m_signature) + "/F " + std::to_string(kPrint | kLocked) + "/Rect[0 0 0 0]/P "
            + referenceText(m_document.nodes.front().reference) + ">>");
    m_newFields.push_back(number);
    m_newAnnotations[0].push_back(number);
}

/// Of thousands of stamps most say the same: they share what they can.
void SignatureUpdate::addStamp(const Mark& mark)
{
    const int number = m_update.reserve();
    m_update.setNew(number,
        "<</Subtype/Stamp/F " + std::to_string(kPrint | kReadOnly | kLocked) + annotationEntries(mark, number)
            + "/Contents " + sharedNote(coveredNote(mark)) + "/AP " + shared(appearanceText(mark)) + ">>");
    m_newAnnotations[mark.placement.page].push_back(number);
}

/// The reference to an object with this text.
std::string SignatureUpdate::shared(const std::string& text)
{
    const auto [known, isNew] = m_shared.try_emplace(text);
    if (isNew)
        known->second = m_update.addNew(text);
    return referenceText(known->second);
}

/// The same for a string, which is encrypted for its own object.
std::string SignatureUpdate::sharedNote(const QString& note)
{
    const auto [known, isNew] = m_sharedNotes.try_emplace(note);
    if (isNew) {
        known->second = m_update.reserve();
        m_update.setNew(known->second, m_update.textString(known->second, note));
    }
    return referenceText(known->second);
}

/// /Rect, /P and /NM.
std::string SignatureUpdate::annotationEntries(const Mark& mark, int number)
{
    const auto page = static_cast<std::size_t>(mark.placement.page);
    const QRectF rectangle = m_document.pages[page].userSpaceFromMm().mapRect(mark.placement.boundsMm());
    return "/Rect" + rectangleText(rectangle) + "/P " + referenceText(m_document.nodes[page].reference)
        + (mark.name.isEmpty() ? std::string() : "/NM" + nameText(mark, number));
}

/// The value of /AP: what shows the mark upright as its reader sees the page.
std::string SignatureUpdate::appearanceText(const Mark& mark)
{
    const PageGeometry& geometry = m_document.pages[static_cast<std::size_t>(mark.placement.page)];
    const double degrees = geometry.rotation - mark.placement.rotationDegrees;
    return "<</N " + referenceText(m_appearances.form(mark, sizeInUserSpace(mark.placement, geometry), degrees)) + ">>";
}

/// An object's number is given once in a document's life: nobody has to look at the names that are on the page already.
std::string SignatureUpdate::nameText(const Mark& mark, int number) const
{
    return m_update.textString(number, markNameText(mark.name, mark.isStrip(), number));
}

QString SignatureUpdate::carryingNote(const Mark& mark) const
{
    return m_request.carryingNote.isEmpty() ? mark.description : m_request.carryingNote.arg(mark.description);
}

QString SignatureUpdate::coveredNote(const Mark& mark) const
{
    return m_request.coveredNote.isEmpty() ? mark.description
                                           : m_request.coveredNote.arg(mark.description, m_carryingField);
}

QString SignatureUpdate::freeFieldName()
{
    for (;;) {
        const QString name = u"Signature%1"_s.arg(++m_lastFieldName);
        if (!m_document.form().rootNames.contains(name))
            return name;
    }
}

/// 12.7.3. A form that is an object of its own changes there and leaves the catalog alone.
void SignatureUpdate::changeForm()
{
    const PdfReference catalogReference = m_document.store.catalogReference();
    syntax::RawDictionary catalog(m_update.text(catalogReference).value());
    const std::string_view entry = catalog.value("AcroForm");
    const PdfVariant value = entry.empty() ? PdfVariant() : parseValue(entry);
    const auto reference = referenceOf(&value);
    const auto referred = reference ? m_update.text(*reference) : std::nullopt;
    const bool isDirect = entry.starts_with("<<");
    const bool exists = isDirect || (referred && referred->starts_with("<<"));

    const std::string before = isDirect ? std::string(entry) : exists ? *referred : "<<>>";
    syntax::RawDictionary form(before);
    if (!m_newFields.empty())
        setIfDifferent(form, "Fields", entryWithElements(m_update, form.value("Fields"), referencesText(m_newFields)));
    const PdfVariant flagsEntry = parseValue(form.value("SigFlags").empty() ? "0" : form.value("SigFlags"));
    const PdfVariant flagsValue = m_document.store.resolve(&flagsEntry);
    const qint64 flags = integerOf(&flagsValue).value_or(0);
    if ((flags & kSignaturesExistAppendOnly) != kSignaturesExistAppendOnly)
        form.set("SigFlags", std::to_string(flags | kSignaturesExistAppendOnly));
    if (form.text() == before)
        return;

    if (isDirect) {
        catalog.set("AcroForm", form.text());
        m_update.change(catalogReference, catalog.text());
    } else if (exists) {
        m_update.change(*reference, form.text());
    } else {
        catalog.set("AcroForm", referenceText(m_update.addNew(form.text())));
        m_update.change(catalogReference, catalog.text());
    }
}

void SignatureUpdate::changePages()
{
    for (const auto& [page, annotations] : m_newAnnotations) {
        const PdfReference reference = m_document.nodes[static_cast<std::size_t>(page)].reference;
        syntax::RawDictionary dictionary(m_update.text(reference).value());
        const std::string after = entryWithElements(m_update, dictionary.value("Annots"), referencesText(annotations));
        if (setIfDifferent(dictionary, "Annots", after))
            m_update.change(reference, dictionary.text());
    }
}

/// 12.8.1, table 255. /Contents is never encrypted (7.6.2); the rest of a dictionary's strings are.
std::string SignatureUpdate::signatureDictionary(const FieldLock* lock)
{
    std::string text = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/" + m_request.subFilter.toStdString() + "/ByteRange["
        + std::string(kByteRangeWidth, ' ') + "]/Contents<" + std::string(2 * m_request.contentsCapacity, '0') + '>';
    text += "/M" + m_update.asciiString(m_signature, dateText(m_request.claimedTime));
    const std::pair<const char*, QString> texts[]
        = { { "/Name", m_request.signerName }, { "/Reason", m_request.reason }, { "/Location", m_request.location } };
    for (const auto& [key, value] : texts) {
        if (!value.isEmpty())
            text += key + m_update.textString(m_signature, value);
    }
    if (lock)
        text += changeLockEntry(*lock);
    text += "/Prop_Build<</App<</Name/BidSeal>>>>>>";
    return text;
}

/// 12.7.5.5: who signs a field with a lock declares what it locks.
std::string SignatureUpdate::changeLockEntry(const FieldLock& lock) const
{
    static constexpr const char* kActions[] = { "All", "Include", "Exclude" };
    std::string parameters
        = std::string("<</Type/TransformParams/V/1.2/Action/") + kActions[static_cast<int>(lock.action)];
    if (lock.action != FieldLock::Action::All) {
        parameters += "/Fields[";
        for (const QString& field : lock.fields)
            parameters += m_update.textString(m_signature, field);
        parameters += ']';
    }
    return "/Reference[<</Type/SigRef/TransformMethod/FieldMDP/Data "
        + referenceText(m_document.store.catalogReference()) + "/TransformParams" + parameters + ">>>>]";
}

} // namespace bidseal::pdf
