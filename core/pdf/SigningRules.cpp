#include "core/pdf/DocumentInternals.h"
#include "core/pdf/Fault.h"
#include "core/pdf/SignatureDictionary.h"
#include "core/pdf/Values.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using PoDoFo::PdfVariant;

/// What the document's author and its earlier signers allow: permissions of the encryption (7.6.4.2, table 22), DocMDP
/// (12.8.2.2), FieldMDP (12.8.2.4) and the locks of signature fields (12.7.5.5).
namespace bidseal::pdf {

namespace {

constexpr int kNoChanges = 1; ///< DocMDP P
constexpr std::size_t kMostSharedFields = 16; ///< up to here each mark is a field of the signature
constexpr std::size_t kMostFields = 200; ///< of a later signer, who may not use pictures
constexpr std::size_t kMostPictures = 50000;

Error tooMany(std::size_t most) { return { ErrorCode::TooManyMarks, u"more than %1 marks"_s.arg(most), {} }; }

/// Certified by /Perms alone, without a field that would show it.
int certificationLevelOfCatalog(ObjectStore& store)
{
    const PdfVariant catalog = store.catalog();
    const PdfVariant permissions = store.entry(catalog.GetDictionary(), "Perms");
    const auto* dictionary = dictionaryOf(&permissions);
    const PdfVariant signature = dictionary ? store.entry(*dictionary, "DocMDP") : PdfVariant();
    return signature.IsDictionary() ? certificationLevelOf(store, signature.GetDictionary()) : 0;
}

} // namespace

MarkAllowance MarkAllowance::ofFirst() { return { kMostPictures, Pictures::Allowed, tooMany(kMostPictures) }; }

MarkAllowance MarkAllowance::ofLater()
{
    return { kMostFields, Pictures::WouldBreakEarlierSignature, tooMany(kMostFields) };
}

MarkAllowance::Shares MarkAllowance::shareOut(std::size_t count) const
{
    if (count <= kMostSharedFields || pictures == Pictures::WouldBreakEarlierSignature)
        return { count, 0 };
    return { 1, count - 1 };
}

void Document::Internals::requireMayAddFields()
{
    const Encryption* encryption = store.encryption();
    if (encryption && !(encryption->mayModify() && encryption->mayAnnotate()))
        fail(ErrorCode::DocumentForbidsSigning, u"permission bits 4 and 6"_s);
    // P 2 and 3 allow signing, but strict validators (MuPDF, pyHanko) take a field that the author did not provide for
    // a change that breaks the certification.
    if (const int level = certificationLevel(); level != 0)
        fail(
            ErrorCode::DocumentCertified, u"DocMDP with P %1: only the author's own fields may be signed"_s.arg(level));
    // A new field has a name that no list knows: only "all" and "all but" can mean it.
    if (isLocked({}))
        fail(ErrorCode::FieldLocked, u"an earlier signature locks new fields too"_s);
}

void Document::Internals::requireMaySign(const QString& fieldName)
{
    if (fieldName.isEmpty()) {
        requireMayAddFields();
        return;
    }
    const ErrorFacts facts { fieldName, {}, {}, {} };
    const Encryption* encryption = store.encryption();
    if (encryption && !encryption->mayAnnotate() && !encryption->mayFillForms())
        fail(ErrorCode::DocumentForbidsSigning, u"permission bits 6 and 9"_s);
    if (certificationLevel() == kNoChanges)
        fail(ErrorCode::DocumentCertified, u"DocMDP with P 1"_s);
    const SignatureField* field = form().find(fieldName);
    if (!field)
        fail(ErrorCode::FieldNotFound, u"no signature field of this name"_s, facts);
    if (field->isSigned())
        fail(ErrorCode::FieldAlreadySigned, {}, facts);
    if (isLocked(fieldName))
        fail(ErrorCode::FieldLocked, u"by an earlier signature"_s, facts);
}

bool Document::Internals::isVisible(const SignatureField& field)
{
    return !field.widgets.empty() && !widgetRectMm(field.widgets.front(), 0).isEmpty();
}

MarkAllowance Document::Internals::markAllowance(const QString& fieldName)
{
    requireMaySign(fieldName);
    MarkAllowance allowance = usualAllowance();
    if (fieldName.isEmpty())
        return allowance;
    try {
        requireMayAddFields();
    } catch (const Fault& fault) { // into this field, but no other
        allowance.most = isVisible(*form().find(fieldName)) ? 1 : 0;
        allowance.beyond = fault.error;
    }
    return allowance;
}

void Document::Internals::requireMarks(std::size_t count, const QString& fieldName)
{
    const MarkAllowance allowance = markAllowance(fieldName);
    if (count > allowance.most)
        fail(allowance.beyond.code, allowance.beyond.detail, allowance.beyond.facts);
}

int Document::Internals::certificationLevel()
{
    std::vector<int> levels { certificationLevelOfCatalog(store) };
    for (const SignatureDictionary& dictionary : signatureDictionaries())
        levels.push_back(dictionary.signature.certificationLevel);
    for (const FieldLock& lock : locks())
        levels.push_back(lock.certificationLevel);
    std::erase(levels, 0);
    return levels.empty() ? 0 : *std::min_element(levels.begin(), levels.end());
}

bool Document::Internals::isLocked(const QString& fieldName)
{
    return std::any_of(locks().begin(), locks().end(), [&](const FieldLock& lock) { return lock.covers(fieldName); });
}

const std::vector<FieldLock>& Document::Internals::locks()
{
    if (!m_locks) {
        m_locks.emplace();
        for (const SignatureField& field : form().signatureFields) {
            if (field.isSigned() && field.lock)
                m_locks->push_back(*field.lock);
        }
        for (const SignatureDictionary& dictionary : signatureDictionaries())
            m_locks->insert(m_locks->end(), dictionary.locks.begin(), dictionary.locks.end());
    }
    return *m_locks;
}

} // namespace bidseal::pdf
