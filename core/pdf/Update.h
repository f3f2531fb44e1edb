#pragma once

#include "core/pdf/ObjectStore.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace bidseal::pdf {

/// Everything that an incremental update (7.5.6) appends to the document: new objects, changed ones whose bytes stay as
/// the author wrote them but for what was spliced in, and a cross-reference section of the same kind as the newest.
/// Throws Fault.
class Update {
public:
    explicit Update(ObjectStore& store, qint64 sourceSize);

    /// A number for a new object.
    [[nodiscard]] int reserve() { return m_next++; }
    void setNew(int number, std::string body);
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
        std::map<int, qint64> bodies; ///< where each object's value begins in the finished file
    };
    [[nodiscard]] Written finish();

private:
    struct Changed {
        int generation = 0;
        std::string body;
    };

    [[nodiscard]] std::string trailerEntries() const;
    void writeTable(std::string& bytes, const std::map<int, qint64>& offsets) const;
    void writeStreamSection(std::string& bytes, std::map<int, qint64> offsets);
    [[nodiscard]] std::vector<std::pair<int, int>> runs(const std::map<int, qint64>& offsets) const;

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
