#pragma once

#include "core/pdf/ObjectStore.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace bidseal::pdf {

/// Everything that an incremental update (7.5.6) appends to the document: new objects, changed ones whose bytes stay as
/// the author wrote them but for what was spliced in, and a cross-reference section of the same kind as the newest.
/// Many objects are packed into object streams (7.5.7) where the newest section is a stream. Throws Fault.
class Update {
public:
    explicit Update(ObjectStore& store, qint64 sourceSize);

    enum class Storage {
        Packed, ///< in an object stream, where the update writes any
        ByItself, ///< what has an offset that others count on
    };

    /// A number for a new object.
    [[nodiscard]] int reserve() { return m_next++; }
    void setNew(int number, std::string body, Storage storage = Storage::Packed);
    int addNew(std::string body);
    /// `entries` are the dictionary's, without /Length and /Filter; the data is compressed and encrypted here.
    int addStream(const std::string& entries, const QByteArray& data);

    /// The object's value as it will be; empty where the reference means null.
    [[nodiscard]] std::optional<std::string> text(const PoDoFo::PdfReference& reference);
    void change(const PoDoFo::PdfReference& reference, std::string text);

    /// A text string (7.9.2.2) for the object with this number, encrypted where the document is.
    [[nodiscard]] std::string textString(int number, const QString& text) const;
    [[nodiscard]] std::string asciiString(int number, const std::string& text) const;

    struct Written {
        std::string bytes; ///< to append
        std::map<int, qint64> bodies; ///< where the value of each object by itself begins in the finished file
    };
    [[nodiscard]] Written finish();

private:
    struct Changed {
        int generation = 0;
        std::string body;
        Storage storage = Storage::Packed;
    };
    /// A row of a cross-reference section: an offset and a generation, or an object stream and an index within it.
    struct Row {
        enum class Type { ByItself = 1, Packed = 2 };
        Type type = Type::ByItself;
        qint64 place = 0;
        int detail = 0;
    };
    using Rows = std::map<int, Row>;

    [[nodiscard]] bool mayPack();
    [[nodiscard]] bool isPackable(int number, const Changed& object) const;
    [[nodiscard]] std::vector<int> packableNumbers() const;
    [[nodiscard]] Rows pack(const std::vector<int>& numbers);
    void packTogether(const int* first, const int* last, Rows& rows);
    [[nodiscard]] std::string trailerEntries() const;
    void writeTable(std::string& bytes, const Rows& rows) const;
    void writeStreamSection(std::string& bytes, Rows rows);

    ObjectStore& m_store;
    qint64 m_sourceSize;
    int m_next;
    std::map<int, Changed> m_objects;
};

/// "12 0 R"
[[nodiscard]] std::string referenceText(int number, int generation = 0);
[[nodiscard]] std::string referenceText(const PoDoFo::PdfReference& reference);
/// A real as PDF writes it: no exponent, no locale, no trailing zeros.
[[nodiscard]] std::string realText(double value);

} // namespace bidseal::pdf
