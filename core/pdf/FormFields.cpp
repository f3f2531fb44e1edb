#include "core/pdf/FormFields.h"

#include "core/pdf/Fault.h"
#include "core/pdf/Values.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfReference;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

constexpr int kDeepestField = 64;
constexpr std::size_t kMostFields = 1000000;
constexpr int kNoField = -1;

/// A node of the form's tree that is still to be visited.
struct Pending {
    PdfReference reference;
    QString parentName;
    std::string fieldType; ///< inherited /FT
    PdfVariant value; ///< inherited /V
    int parentField = kNoField; ///< whose widget it is if it has no name of its own
    int depth = 0;
};

class Walk {
public:
    explicit Walk(ObjectStore& store)
        : m_store(store)
    {
    }

    Form run()
    {
        const PdfVariant catalog = m_store.catalog();
        const PdfVariant acroForm = m_store.entry(catalog.GetDictionary(), "AcroForm");
        const auto* form = dictionaryOf(&acroForm);
        if (!form)
            return {};
        push(m_store.entry(*form, "Fields"), Pending {});
        while (!m_pending.empty()) {
            Pending node = std::move(m_pending.back());
            m_pending.pop_back();
            visit(std::move(node));
        }
        std::erase_if(m_form.signatureFields, [](const SignatureField& field) { return field.name.isNull(); });
        return std::move(m_form);
    }

private:
    /// Children in reverse, so that the first is visited first.
    void push(const PdfVariant& kids, const Pending& parent)
    {
        const auto* array = arrayOf(&kids);
        if (!array)
            return;
        for (std::size_t i = array->GetSize(); i-- > 0;) {
            const auto reference = referenceOf(&(*array)[i]);
            if (!reference)
                continue;
            Pending kid = parent;
            kid.reference = *reference;
            m_pending.push_back(std::move(kid));
        }
    }

    void visit(Pending node)
    {
        if (node.depth > kDeepestField || m_visited.size() > kMostFields)
            fail(ErrorCode::DocumentTooComplex, u"the form's fields nest too deeply or are too many"_s);
        if (!m_visited.insert(node.reference).second)
            return; // listed twice: once is enough; in a circle: so it ends
        const PdfVariant value = m_store.value(node.reference);
        const auto* dictionary = dictionaryOf(&value);
        if (!dictionary)
            return;
        const PdfVariant title = m_store.entry(*dictionary, "T");
        const bool isNamed = title.IsString() || title.IsHexString();
        if (!isNamed && node.parentField != kNoField) {
            signatureField(node.parentField).widgets.push_back(node.reference);
            return;
        }
        visitField(*dictionary, isNamed ? textOf(&title) : QString(), std::move(node));
    }

    void visitField(const PdfDictionary& dictionary, const QString& title, Pending node)
    {
        if (node.depth == 0)
            m_form.rootNames.insert(title);
        if (node.parentField != kNoField)
            signatureField(node.parentField).name = QString(); // a node above fields is none itself
        const QString name = node.parentName.isEmpty() ? title
            : title.isEmpty()                          ? node.parentName
                                                       : node.parentName + u'.' + title;
        if (const PdfVariant type = m_store.entry(dictionary, "FT"); type.IsName())
            node.fieldType = nameOf(&type);
        if (const auto* own = dictionary.GetKey("V"))
            node.value = *own;
        const PdfVariant kids = m_store.entry(dictionary, "Kids");

        int field = kNoField;
        if (node.fieldType == "Sig") {
            SignatureField signature;
            signature.reference = node.reference;
            signature.name = name.isNull() ? u""_s : name;
            signature.value = isNullValue(node.value) ? PdfVariant() : node.value;
            signature.lock = readLock(m_store, m_store.entry(dictionary, "Lock"));
            if (!kids.IsArray() && dictionary.HasKey("Rect"))
                signature.widgets.push_back(node.reference);
            m_form.signatureFields.push_back(std::move(signature));
            field = static_cast<int>(m_form.signatureFields.size()) - 1;
        }
        push(kids, Pending { {}, name, node.fieldType, node.value, field, node.depth + 1 });
    }

    bool isNullValue(const PdfVariant& value) { return m_store.resolve(&value).IsNull(); }

    SignatureField& signatureField(int index) { return m_form.signatureFields[static_cast<std::size_t>(index)]; }

    ObjectStore& m_store;
    Form m_form;
    std::vector<Pending> m_pending;
    std::set<PdfReference> m_visited;
};

} // namespace

bool FieldLock::covers(const QString& fieldName) const
{
    const bool isListed = std::any_of(fields.begin(), fields.end(),
        [&](const QString& listed) { return fieldName == listed || fieldName.startsWith(listed + u'.'); });
    switch (action) {
    case Action::All:
        return true;
    case Action::Include:
        return isListed;
    case Action::Exclude:
        return !isListed;
    }
    return true;
}

std::optional<FieldLock> readLock(ObjectStore& store, const PdfVariant& value)
{
    const auto* dictionary = dictionaryOf(&value);
    if (!dictionary)
        return {};
    FieldLock lock;
    const PdfVariant action = store.entry(*dictionary, "Action");
    if (nameOf(&action) == "Include")
        lock.action = FieldLock::Action::Include;
    else if (nameOf(&action) == "Exclude")
        lock.action = FieldLock::Action::Exclude;
    const PdfVariant fields = store.entry(*dictionary, "Fields");
    if (const auto* names = arrayOf(&fields)) {
        for (const auto& name : *names) {
            const PdfVariant resolved = store.resolve(&name);
            lock.fields.push_back(textOf(&resolved));
        }
    }
    const PdfVariant level = store.entry(*dictionary, "P");
    lock.certificationLevel = static_cast<int>(std::clamp<qint64>(integerOf(&level).value_or(0), 0, 3));
    return lock;
}

const SignatureField* Form::find(const QString& name) const
{
    const auto found = std::find_if(signatureFields.begin(), signatureFields.end(),
        [&](const SignatureField& field) { return field.name == name; });
    return found == signatureFields.end() ? nullptr : &*found;
}

bool Form::hasSignatures() const
{
    return std::any_of(
        signatureFields.begin(), signatureFields.end(), [](const SignatureField& field) { return field.isSigned(); });
}

Form readForm(ObjectStore& store) { return Walk(store).run(); }

} // namespace bidseal::pdf
