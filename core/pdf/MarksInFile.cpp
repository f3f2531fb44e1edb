#include "core/pdf/MarksInFile.h"

#include "core/pdf/Fault.h"
#include "core/pdf/MarkName.h"
#include "core/pdf/Values.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

constexpr qint64 kHidden = 2, kNoView = 32; // 12.5.3, table 167
constexpr qsizetype kLongestDescription = 400;

/// One annotation that cannot be read hides no others; what keeps this room busy without end still ends.
template <class Work> void unlessBroken(Work work)
{
    try {
        work();
    } catch (const Fault& fault) {
        if (fault.error.code != ErrorCode::DocumentDamaged)
            throw;
    } catch (const PoDoFo::PdfError&) {
        // nothing that could be shown
    }
}

class Reading {
public:
    explicit Reading(Document::Internals& document)
        : m_document(document)
        , m_store(document.store)
    {
    }

    std::vector<MarkInFile> run()
    {
        for (const SignatureField& field : m_document.form().signatureFields) {
            for (const PdfReference& widget : field.widgets) {
                if (field.isSigned())
                    unlessBroken([&] { readWidget(widget, field.name); });
            }
        }
        findCovered();
        for (std::size_t page = 0; page < m_document.nodes.size(); ++page)
            unlessBroken([&] { readPage(static_cast<int>(page)); });
        std::stable_sort(
            m_marks.begin(), m_marks.end(), [](const MarkInFile& a, const MarkInFile& b) { return a.page < b.page; });
        return std::move(m_marks);
    }

private:
    void readWidget(const PdfReference& reference, const QString& fieldName)
    {
        if (!m_seen.insert(reference).second)
            return;
        const PdfVariant value = m_store.value(reference);
        const auto page = value.IsDictionary() ? m_document.pageOfWidget(reference) : std::nullopt;
        if (!page)
            return;
        const PdfVariant name = m_store.entry(value.GetDictionary(), "NM");
        MarkInFile mark;
        mark.standing = MarkInFile::Standing::CarriesSignature;
        mark.fieldName = fieldName;
        addIfSeen(std::move(mark), *page, reference, value.GetDictionary(), readMarkName(textOf(&name)));
    }

    /// What lies before this was there when somebody signed.
    void findCovered()
    {
        for (const SignatureDictionary& dictionary : m_document.signatureDictionaries()) {
            const std::vector<qint64>& range = dictionary.signature.byteRange;
            if (range.size() == 4 && range[0] == 0)
                m_coveredUpTo = std::max(m_coveredUpTo, range[2] + range[3]);
        }
    }

    /// A page's resources may weigh a thousand times as much as its annotations: only those are parsed.
    void readPage(int page)
    {
        const auto object = m_store.raw(m_document.nodes[static_cast<std::size_t>(page)].reference);
        if (!object || !object->text.starts_with("<<"))
            return;
        const syntax::RawDictionary dictionary(object->text);
        const std::string_view entry = dictionary.value("Annots");
        if (entry.empty())
            return;
        const PdfVariant parsed = parseValue(entry);
        const PdfVariant annotations = m_store.resolve(&parsed);
        const auto* array = arrayOf(&annotations);
        for (std::size_t i = 0; array && i < array->GetSize(); ++i) {
            if (const auto reference = referenceOf(&(*array)[i]))
                unlessBroken([&] { readStamp(*reference, page); });
        }
    }

    void readStamp(const PdfReference& reference, int page)
    {
        if (!m_seen.insert(reference).second)
            return; // an annotation belongs to one page (12.5.2)
        const PdfVariant value = m_store.value(reference);
        if (!value.IsDictionary())
            return;
        const PdfVariant subtype = m_store.entry(value.GetDictionary(), "Subtype");
        if (nameOf(&subtype) != "Stamp")
            return;
        const PdfVariant text = m_store.entry(value.GetDictionary(), "NM");
        const auto name = readMarkName(textOf(&text));
        if (!name)
            return;
        MarkInFile mark;
        mark.standing
            = isCovered(reference) ? MarkInFile::Standing::CoveredPicture : MarkInFile::Standing::UncoveredPicture;
        addIfSeen(std::move(mark), page, reference, value.GetDictionary(), name);
    }

    [[nodiscard]] bool isCovered(const PdfReference& reference) const
    {
        ObjectPlace place = m_store.crossReference().place(static_cast<qint64>(reference.ObjectNumber()));
        if (place.kind == ObjectPlace::Kind::InStream)
            place = m_store.crossReference().place(place.offset);
        return place.kind == ObjectPlace::Kind::InFile && place.offset < m_coveredUpTo;
    }

    void addIfSeen(MarkInFile mark, int page, const PdfReference& reference, const PdfDictionary& dictionary,
        const std::optional<MarkName>& name)
    {
        const PdfVariant flags = m_store.entry(dictionary, "F");
        mark.page = page;
        mark.rectMm = m_document.widgetRectMm(reference, page);
        if (mark.rectMm.isEmpty() || (integerOf(&flags).value_or(0) & (kHidden | kNoView)) != 0)
            return;
        const PdfVariant description = m_store.entry(dictionary, "Contents");
        mark.description = textOf(&description).left(kLongestDescription);
        if (name) {
            mark.kind = name->kind;
            mark.isStrip = name->isStrip;
        }
        m_marks.push_back(std::move(mark));
    }

    Document::Internals& m_document;
    ObjectStore& m_store;
    std::vector<MarkInFile> m_marks;
    std::set<PdfReference> m_seen;
    qint64 m_coveredUpTo = 0;
};

} // namespace

std::vector<MarkInFile> readMarks(Document::Internals& document) { return Reading(document).run(); }

} // namespace bidseal::pdf
