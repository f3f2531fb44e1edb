#include "core/pdf/FlatPages.h"

#include "core/pdf/QpdfDocument.h"

#include <qpdf/Constants.h>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <set>

using namespace Qt::StringLiterals;

namespace bidseal::pdf {

namespace {

/// Longer /XObject or /Font dictionaries than this are probably shared by many pages.
constexpr std::size_t kSharedDictionary = 24;

/// How many saved graphics states a page's content leaves open: what is drawn after it must not inherit them.
class OpenStates : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(const QPDFTokenizer::Token& token) override
    {
        if (token.isWord("q"))
            ++m_open;
        else if (token.isWord("Q") && m_open > 0)
            --m_open;
    }
    [[nodiscard]] int count() const { return m_open; }

private:
    int m_open = 0;
};

int integerOr(QPDFObjectHandle value, int otherwise)
{
    return value.isInteger() ? value.getIntValueAsInt() : otherwise;
}

QPDFObjectHandle dictionaryCopy(QPDFObjectHandle value)
{
    return value.isDictionary() ? value.shallowCopy() : QPDFObjectHandle::newDictionary();
}

/// ISO 32000-2, table 167: what a person in front of a screen does not see. Invisible counts for unknown types only,
/// and those have no appearance that anybody could rely on.
bool isSeen(QPDFAnnotationObjectHelper& annotation)
{
    return !(annotation.getFlags() & (an_hidden | an_no_view)) && annotation.getSubtype() != "/Popup";
}

/// True where copying `object` to another document would recurse deeper than a thread's stack may be trusted with.
/// Visits objects in the order of QPDF::copyForeignObject.
bool isTooDeepToCopy(const QPDFObjectHandle& object)
{
    struct Visit {
        QPDFObjectHandle object;
        int depth;
    };
    std::vector<Visit> waiting { { object, 0 } };
    std::set<QPDFObjGen> seen;
    while (!waiting.empty()) {
        auto [current, depth] = waiting.back();
        waiting.pop_back();
        if (depth > qpdf::kDeepest)
            return true;
        if (current.isIndirect() && !seen.insert(current.getObjGen()).second)
            continue;
        if (depth > 0 && (current.isPageObject() || current.isPagesObject()))
            continue;
        if (current.isArray()) {
            for (int i = current.getArrayNItems(); i-- > 0;)
                waiting.push_back({ current.getArrayItem(i), depth + 1 });
            continue;
        }
        QPDFObjectHandle dictionary = current.isStream() ? current.getDict() : current;
        if (!dictionary.isDictionary())
            continue;
        const std::set<std::string> keys = dictionary.getKeys();
        for (auto key = keys.rbegin(); key != keys.rend(); ++key)
            waiting.push_back({ dictionary.getKey(*key), depth + 1 });
    }
    return false;
}

/// One page on its way to a document of its own. What it takes from the source is copied shallowly before it changes.
class FlatPage {
public:
    FlatPage(QPDF& source, qpdf::Page page)
        : m_source(source)
        , m_page(std::move(page))
        , m_flat(QPDFObjectHandle::newDictionary())
        , m_resources(dictionaryCopy(inherited("/Resources")))
    {
        m_flat.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
        for (const char* key : { "/MediaBox", "/CropBox", "/Rotate" })
            m_flat.replaceKey(key, inherited(key));
        for (const char* key : { "/UserUnit", "/Group", "/Contents" })
            m_flat.replaceKey(key, m_page.dictionary.getKey(key));
        m_flat.replaceKey("/Resources", m_resources);
        leaveOutUnusedResources();
        drawAnnotations();
    }

    [[nodiscard]] QPDFObjectHandle dictionary() const { return m_flat; }
    /// What has to be drawn over the page's own content; empty where there is nothing.
    [[nodiscard]] const std::string& appearances() const { return m_drawn; }

private:
    [[nodiscard]] QPDFObjectHandle inherited(const std::string& key) const
    {
        const auto value = m_page.inherited.find(key);
        return value == m_page.inherited.end() ? QPDFObjectHandle::newNull() : value->second;
    }

    /// Some scanners name every picture of the document in each page's resources.
    void leaveOutUnusedResources()
    {
        for (const char* kind : { "/XObject", "/Font" }) {
            QPDFObjectHandle dictionary = m_resources.getKey(kind);
            if (dictionary.isDictionary() && dictionary.getKeys().size() > kSharedDictionary) {
                QPDFPageObjectHelper(m_flat).removeUnreferencedResources();
                return;
            }
        }
    }

    void drawAnnotations()
    {
        QPDFObjectHandle annotations = m_page.dictionary.getKey("/Annots");
        if (!annotations.isArray())
            return;
        m_forms = dictionaryCopy(m_resources.getKey("/XObject"));
        for (int i = 0; i < annotations.getArrayNItems(); ++i) {
            if (annotations.getArrayItem(i).isDictionary())
                drawOrKeep(annotations.getArrayItem(i));
        }
        if (!m_kept.empty())
            m_flat.replaceKey("/Annots", QPDFObjectHandle::newArray(m_kept));
        if (!m_drawn.empty())
            m_resources.replaceKey("/XObject", m_forms);
    }

    void drawOrKeep(QPDFObjectHandle dictionary)
    {
        QPDFAnnotationObjectHelper annotation(dictionary);
        if (!isSeen(annotation))
            return;
        QPDFObjectHandle appearance = annotation.getAppearanceStream("/N");
        const bool isWidget = annotation.getSubtype() == "/Widget";
        if (appearance.isStream())
            draw(annotation, isWidget ? withFormFonts(appearance) : appearance);
        else if (!isWidget)
            m_kept.push_back(withoutRelatives(dictionary));
    }

    void draw(QPDFAnnotationObjectHelper& annotation, const QPDFObjectHandle& appearance)
    {
        std::string name;
        do
            name = "/Appearance" + std::to_string(m_nextName++);
        while (m_forms.hasKey(name));
        const std::string content = annotation.getPageContentForAppearance(
            name, integerOr(inherited("/Rotate"), 0), 0, an_hidden | an_no_view);
        if (content.empty())
            return;
        m_forms.replaceKey(name, appearance);
        m_drawn += content;
    }

    /// A field's appearance may use fonts that only the form names (ISO 32000-2, 12.7.4.3).
    QPDFObjectHandle withFormFonts(QPDFObjectHandle appearance)
    {
        QPDFObjectHandle fonts = m_source.getRoot().getKeyIfDict("/AcroForm").getKeyIfDict("/DR").getKeyIfDict("/Font");
        QPDFObjectHandle resources = appearance.getDict().getKey("/Resources");
        if (!fonts.isDictionary() || resources.getKeyIfDict("/Font").isDictionary())
            return appearance;
        QPDFObjectHandle own = dictionaryCopy(resources);
        own.replaceKey("/Font", fonts);
        appearance.getDict().replaceKey("/Resources", own); // of the document in memory only
        return appearance;
    }

    /// For annotations that every viewer draws by itself. What leads from them to other objects would bring half the
    /// document along.
    static QPDFObjectHandle withoutRelatives(QPDFObjectHandle annotation)
    {
        QPDFObjectHandle alone = annotation.shallowCopy();
        for (const char* key : { "/P", "/Parent", "/Popup", "/IRT", "/A", "/AA", "/Dest" })
            alone.removeKey(key);
        return alone;
    }

    QPDF& m_source;
    qpdf::Page m_page;
    QPDFObjectHandle m_flat, m_resources, m_forms;
    std::vector<QPDFObjectHandle> m_kept;
    std::string m_drawn;
    int m_nextName = 0;
};

/// Appends `content` to the page, in the page's own default graphics state.
void drawOver(QPDF& document, QPDFPageObjectHelper& page, const std::string& content)
{
    if (content.empty())
        return;
    OpenStates open;
    page.filterContents(&open);
    std::string closing = "\n";
    for (int i = 0; i <= open.count(); ++i)
        closing += "Q ";
    page.addPageContents(document.newStream("q\n"), true);
    page.addPageContents(document.newStream(closing + content), false);
}

class QpdfFlatPages : public FlatPages {
public:
    QpdfFlatPages(std::shared_ptr<QPDF> source, std::vector<qpdf::Page> pages)
        : m_source(std::move(source))
        , m_pages(std::move(pages))
        , m_bench(m_source->makeIndirectObject(QPDFObjectHandle::newNull()).getObjGen())
    {
    }

    Result<QByteArray> page(int index) override
    {
        if (index < 0 || std::size_t(index) >= m_pages.size())
            return failure(ErrorCode::PageNotFound, {}, { .page = index + 1 });
        return qpdf::withoutExceptions([&]() -> Result<QByteArray> {
            FlatPage flat(*m_source, m_pages[std::size_t(index)]);
            return asDocument(flat);
        });
    }

private:
    Result<QByteArray> asDocument(const FlatPage& flat)
    {
        // Only indirect objects can be copied. One number serves for all pages, so that the source does not grow.
        m_source->replaceObject(m_bench, flat.dictionary());
        if (isTooDeepToCopy(flat.dictionary()))
            return failure(ErrorCode::DocumentTooComplex, u"a page's resources are a chain of references"_s);
        QPDF document;
        qpdf::silence(document);
        document.emptyPDF();
        QPDFPageObjectHelper page(document.copyForeignObject(m_source->getObject(m_bench)));
        drawOver(document, page, flat.appearances());
        document.addPage(page.getObjectHandle(), false);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.write();
        const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(bytes->getBuffer()), qsizetype(bytes->getSize()));
    }

    std::shared_ptr<QPDF> m_source;
    std::vector<qpdf::Page> m_pages;
    QPDFObjGen m_bench;
};

} // namespace

Result<std::unique_ptr<FlatPages>> FlatPages::open(const QString& path, const Secret* password)
{
    auto document = qpdf::open(path, password);
    if (!document)
        return failure(document.error());
    return qpdf::withoutExceptions([&]() -> Result<std::unique_ptr<FlatPages>> {
        auto pages = qpdf::pagesOf(**document);
        if (!pages)
            return failure(pages.error());
        return std::make_unique<QpdfFlatPages>(*document, std::move(*pages));
    });
}

} // namespace bidseal::pdf
