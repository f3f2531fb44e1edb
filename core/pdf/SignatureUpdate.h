#pragma once

#include "core/pdf/Appearance.h"
#include "core/pdf/DocumentInternals.h"
#include "core/pdf/SignatureWriter.h"
#include "core/pdf/Update.h"

#include <set>

namespace bidseal::pdf {

/// What a signature adds to a document: the signature dictionary with its hole, the fields and widgets that show it,
/// the stamps, and the few entries in catalog, form and pages that lead there. Throws Fault.
///
/// Several marks share one signature dictionary as their /V: readers count them as one signature each, but hash the
/// whole file for each, so that a mark on many pages is a stamp. After another signature only widgets may be added;
/// strict readers take anything else for a change to what was signed.
class SignatureUpdate {
public:
    SignatureUpdate(Document::Internals& document, const SignatureRequest& request);

    struct Result {
        std::string bytes; ///< to append to the document
        std::array<qint64, 4> byteRange {}; ///< [2] and [3] frame the hole with its angle brackets
    };
    [[nodiscard]] Result build();

private:
    void requireMarksOnPages() const;
    void fillField(const SignatureField& field, const Mark* mark);
    void addField(const Mark& mark);
    void addInvisibleField();
    void addStamp(const Mark& mark);
    [[nodiscard]] std::string annotationEntries(const Mark& mark, int number);
    [[nodiscard]] std::string appearanceText(const Mark& mark);
    [[nodiscard]] std::string shared(const std::string& text);
    [[nodiscard]] std::string sharedNote(const QString& note);
    [[nodiscard]] std::string nameText(const Mark& mark, int number) const;
    void describeIfUnsaid(
        syntax::RawDictionary& annotation, const PoDoFo::PdfReference& widget, const Mark& mark) const;
    [[nodiscard]] QString carryingNote(const Mark& mark) const;
    [[nodiscard]] QString coveredNote(const Mark& mark) const;
    [[nodiscard]] QString freeFieldName();
    void changeForm();
    void changePages();
    [[nodiscard]] std::string signatureDictionary(const FieldLock* lock);
    [[nodiscard]] std::string changeLockEntry(const FieldLock& lock) const;

    Document::Internals& m_document;
    const SignatureRequest& m_request;
    Update m_update;
    Appearances m_appearances;
    int m_signature;
    std::map<std::string, int> m_shared; ///< objects that many stamps refer to, by their text
    std::map<QString, int> m_sharedNotes;
    std::vector<int> m_newFields;
    std::map<int, std::vector<int>> m_newAnnotations; ///< by page
    int m_lastFieldName = 0;
    QString m_carryingField; ///< the first field whose value the signature is
};

} // namespace bidseal::pdf
