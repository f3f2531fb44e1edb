#pragma once

#include "core/pdf/CrossReference.h"
#include "core/pdf/Encryption.h"

#include <functional>
#include <list>
#include <memory>
#include <optional>

namespace bidseal::pdf {

/// The document's objects, each read when it is asked for and not kept: only a few decoded object streams stay, because
/// their neighbours are usually asked for next. Throws Fault (DocumentDamaged, DocumentTooComplex).
class ObjectStore {
public:
    ObjectStore(SourceFile& source, const Secret* password);
    ~ObjectStore();

    [[nodiscard]] const CrossReference& crossReference() const { return m_crossReference; }
    /// Before each question from outside: a few kilobytes must not keep this room busy for hours.
    void renewBudget();
    [[nodiscard]] const Encryption* encryption() const { return m_encryption.get(); }

    /// The object's bytes; empty where the reference means null (7.3.10): free, absent, another generation.
    [[nodiscard]] std::optional<RawObject> raw(const PoDoFo::PdfReference& reference);
    /// The decoded bytes of its stream, at most `limit`; empty where it has none.
    [[nodiscard]] std::optional<std::string> streamData(const PoDoFo::PdfReference& reference, std::size_t limit);
    /// Its value with strings decrypted; null where there is none.
    [[nodiscard]] PoDoFo::PdfVariant value(const PoDoFo::PdfReference& reference);
    /// The value itself, or what it refers to, through any number of references up to a sane one.
    [[nodiscard]] PoDoFo::PdfVariant resolve(const PoDoFo::PdfVariant* value);
    /// resolve() for an entry of a dictionary.
    [[nodiscard]] PoDoFo::PdfVariant entry(const PoDoFo::PdfDictionary& dictionary, const char* key);
    [[nodiscard]] PoDoFo::PdfVariant catalog();
    [[nodiscard]] PoDoFo::PdfReference catalogReference() const;

    /// The object's text with every string as it must be in an update: unchanged for an object by itself, encrypted
    /// for one that comes out of an object stream of an encrypted document.
    [[nodiscard]] std::string textForUpdate(const RawObject& object) const;
    /// And back: as it must be in an object stream, which is encrypted as a whole.
    [[nodiscard]] std::string textForObjectStream(int number, const std::string& textForUpdate) const;

private:
    struct ObjectStream {
        int number = 0;
        std::string decoded;
        std::vector<std::pair<int, std::size_t>> index; ///< object number, offset in decoded
    };

    void spend(std::size_t weight, std::size_t bytes);
    void openEncryption(const Secret* password);
    std::optional<RawObject> fromFile(const PoDoFo::PdfReference& reference, const ObjectPlace& place);
    std::optional<RawObject> fromStream(int number, const ObjectPlace& place);
    const ObjectStream& objectStream(int number);
    ObjectStream decodeObjectStream(int number);
    [[nodiscard]] std::string decoded(
        const RawObject& object, const PoDoFo::PdfDictionary& dictionary, std::size_t limit);
    [[nodiscard]] std::string clearText(const RawObject& object) const;

    SourceFile& m_source;
    CrossReference m_crossReference;
    std::unique_ptr<Encryption> m_encryption;
    std::optional<PoDoFo::PdfReference> m_encryptionReference;
    std::list<ObjectStream> m_streams; ///< the newest first
    std::size_t m_streamBytes = 0;
    qint64 m_budget = 0;
    int m_depth = 0; ///< of objects that are read to read another
};

/// The text with every string passed through `change` and written in hexadecimal.
[[nodiscard]] std::string withStringsChanged(
    std::string_view text, const std::function<std::string(const std::string&)>& change);

} // namespace bidseal::pdf
