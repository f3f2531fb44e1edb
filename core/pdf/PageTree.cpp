#include "core/pdf/PageTree.h"

#include "core/pdf/Fault.h"
#include "core/pdf/Values.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

constexpr std::size_t kDeepestTree = 256;
constexpr std::size_t kMostVisits = 500000;
constexpr QRectF kLetter(0, 0, 612, 792); ///< what readers show where no /MediaBox says a size
constexpr double kLargestCoordinate = 1e7;

struct Inherited {
    std::optional<QRectF> mediaBox, cropBox;
    int rotation = 0;
};

/// A node whose kids are being walked.
struct Branch {
    PdfReference reference;
    std::vector<PdfReference> kids;
    std::size_t next = 0;
    Inherited inherited;
};

/// A node of the tree. Only the entries that are asked for are parsed: a page's resources may weigh a thousand times as
/// much, and none of these entries holds a string that would have to be decrypted.
class Node {
public:
    Node(ObjectStore& store, std::string text)
        : m_store(store)
        , m_dictionary(std::move(text))
    {
    }

    [[nodiscard]] PdfVariant entry(const char* key) const
    {
        const std::string_view raw = m_dictionary.value(key);
        if (raw.empty())
            return {};
        const PdfVariant value = parseValue(raw);
        return m_store.resolve(&value);
    }

    [[nodiscard]] bool isOfType(std::string_view name) const
    {
        const std::string_view type = m_dictionary.value("Type");
        return type.starts_with('/') && syntax::decodedName(type) == name;
    }

private:
    ObjectStore& m_store;
    syntax::RawDictionary m_dictionary;
};

/// A rectangle of any two opposite corners (7.9.5).
std::optional<QRectF> rectangle(ObjectStore& store, const Node& node, const char* key)
{
    const PdfVariant value = node.entry(key);
    const auto* array = arrayOf(&value);
    if (!array || array->GetSize() < 4)
        return {};
    double numbers[4] = {};
    for (std::size_t i = 0; i < 4; ++i) {
        const PdfVariant element = store.resolve(&(*array)[i]);
        const auto number = numberOf(&element);
        if (!number || std::abs(*number) > kLargestCoordinate)
            return {};
        numbers[i] = *number;
    }
    return QRectF(QPointF(numbers[0], numbers[1]), QPointF(numbers[2], numbers[3])).normalized();
}

int quarterTurns(const PdfVariant& value)
{
    const double degrees = numberOf(&value).value_or(0);
    if (std::fmod(degrees, 90) != 0 || std::abs(degrees) > 36000)
        return 0;
    return ((static_cast<int>(degrees) % 360) + 360) % 360;
}

Inherited inheritedBy(ObjectStore& store, const Node& node, Inherited inherited)
{
    if (const auto box = rectangle(store, node, "MediaBox"))
        inherited.mediaBox = box;
    if (const auto box = rectangle(store, node, "CropBox"))
        inherited.cropBox = box;
    if (const PdfVariant rotation = node.entry("Rotate"); numberOf(&rotation))
        inherited.rotation = quarterTurns(rotation);
    return inherited;
}

PageGeometry geometryOf(const Node& page, const Inherited& inherited)
{
    PageGeometry geometry;
    QRectF media = inherited.mediaBox.value_or(kLetter);
    if (media.isEmpty())
        media = kLetter;
    const QRectF visible = inherited.cropBox.value_or(media).intersected(media); // 14.11.2.1
    geometry.visibleBox = visible.isEmpty() ? media : visible;
    geometry.rotation = inherited.rotation;
    const PdfVariant unit = page.entry("UserUnit");
    const double userUnit = numberOf(&unit).value_or(1);
    geometry.userUnit = userUnit > 0 && userUnit < 1e5 ? userUnit : 1;
    return geometry;
}

std::vector<PdfReference> kidsOf(const PdfVariant& value)
{
    std::vector<PdfReference> kids;
    const auto* array = arrayOf(&value);
    if (!array)
        return kids;
    kids.reserve(array->GetSize());
    for (const auto& kid : *array) {
        if (kid.IsReference())
            kids.push_back(kid.GetReference());
    }
    return kids;
}

class Walk {
public:
    explicit Walk(ObjectStore& store)
        : m_store(store)
        , m_visitsLeft(std::min(kMostVisits, 64 + 4 * static_cast<std::size_t>(store.crossReference().entryCount())))
    {
    }

    std::vector<PageNode> run()
    {
        const PdfVariant catalog = m_store.catalog();
        const auto root = referenceOf(catalog.GetDictionary().GetKey("Pages"));
        if (!root)
            damaged(u"the catalog names no page tree"_s);
        visit(*root, {});
        while (!m_open.empty()) {
            Branch& branch = m_open.back();
            if (branch.next == branch.kids.size()) {
                m_ancestors.erase(branch.reference);
                m_open.pop_back();
            } else {
                // Copies: visit() may move the branches.
                const PdfReference kid = branch.kids[branch.next++];
                const Inherited inherited = branch.inherited;
                visit(kid, inherited);
            }
        }
        if (m_pages.empty())
            damaged(u"the document has no pages"_s);
        return std::move(m_pages);
    }

private:
    void visit(const PdfReference& reference, const Inherited& inherited)
    {
        if (m_visitsLeft-- == 0)
            fail(ErrorCode::DocumentTooComplex, u"the page tree has too many nodes"_s);
        if (m_ancestors.contains(reference))
            damaged(u"the page tree runs in a circle"_s);
        const auto object = m_store.raw(reference);
        if (!object || object->text == "null")
            return; // readers skip a kid that is not there
        const Node node(m_store, object->text);
        Inherited own = inheritedBy(m_store, node, inherited);
        const PdfVariant kids = node.entry("Kids");
        const bool isBranch = node.isOfType("Pages") || (kids.IsArray() && !node.isOfType("Page"));
        if (!isBranch) {
            m_pages.push_back({ reference, geometryOf(node, own) });
            return;
        }
        if (m_open.size() >= kDeepestTree)
            fail(ErrorCode::DocumentTooComplex, u"the page tree is too deep"_s);
        m_ancestors.insert(reference);
        m_open.push_back({ reference, kidsOf(kids), 0, std::move(own) });
    }

    ObjectStore& m_store;
    std::size_t m_visitsLeft;
    std::vector<Branch> m_open;
    std::set<PdfReference> m_ancestors;
    std::vector<PageNode> m_pages;
};

} // namespace

std::vector<PageNode> readPages(ObjectStore& store) { return Walk(store).run(); }

} // namespace bidseal::pdf
