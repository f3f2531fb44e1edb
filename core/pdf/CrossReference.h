#pragma once

#include "core/pdf/RawObject.h"

#include <set>
#include <vector>

namespace bidseal::pdf {

/// Where one object is.
struct ObjectPlace {
    enum class Kind {
        Absent,
        Free,
        InFile,
        InStream,
    };
    Kind kind = Kind::Absent;
    qint64 offset = 0; ///< InFile: in the file; InStream: the object stream's number
    int detail = 0; ///< InFile: generation; InStream: index within the stream
};

/// Eight bytes an object, because a file may have millions.
class PlaceTable {
public:
    static constexpr int kHighestNumber = 8388607; ///< ISO 32000-1, annex C; what every reader can take

    [[nodiscard]] ObjectPlace at(qint64 number) const;
    /// The first entry for a number stays: sections are read from the newest to the oldest. Throws Fault.
    void setIfAbsent(qint64 number, const ObjectPlace& place);
    [[nodiscard]] int end() const { return static_cast<int>(m_packed.size()); } ///< behind the highest number

private:
    std::vector<quint64> m_packed;
};

/// The chain of cross-reference sections (7.5.4, 7.5.8), read from the newest to the oldest: tables, streams, and both
/// of a hybrid file. Nothing is repaired: a document that must be guessed at is not one to sign.
class CrossReference {
public:
    /// How the newest section is written; an update is written in the same way.
    enum class Kind { Table, Stream };

    /// Throws Fault (NotAPdf, DocumentTruncated, DocumentDamaged, DocumentTooComplex).
    explicit CrossReference(SourceFile& source);

    [[nodiscard]] ObjectPlace place(qint64 number) const { return m_places.at(number); }
    [[nodiscard]] Kind newestKind() const { return m_newestKind; }
    [[nodiscard]] qint64 newestOffset() const { return m_newestOffset; } ///< what `startxref` says
    [[nodiscard]] const syntax::RawDictionary& trailer() const { return m_trailer; } ///< the newest section's
    [[nodiscard]] int nextNumber() const { return m_nextNumber; } ///< the first that was never used
    [[nodiscard]] int entryCount() const { return m_places.end(); }
    [[nodiscard]] bool endsWithEndOfLine() const { return m_endsWithEndOfLine; }
    /// Offsets just behind each revision's `%%EOF`, oldest first; an end of line may follow.
    [[nodiscard]] const std::vector<qint64>& revisionEnds() const { return m_revisionEnds; }

private:
    void readHeader();
    void readTail();
    void readChain();
    qint64 readSection(qint64 offset); ///< gives the next older one's offset, 0 for none
    syntax::RawDictionary readTable(qint64 offset, qint64& behind);
    syntax::RawDictionary readStreamSection(qint64 offset, qint64* behind);
    void noteRevision(qint64 section, qint64 behind, qint64 previous);

    SourceFile& m_source;
    PlaceTable m_places;
    Kind m_newestKind = Kind::Table;
    qint64 m_newestOffset = 0;
    syntax::RawDictionary m_trailer;
    bool m_hasTrailer = false;
    int m_nextNumber = 1;
    bool m_endsWithEndOfLine = false;
    std::vector<qint64> m_revisionEnds;
    std::set<qint64> m_visited;
};

} // namespace bidseal::pdf
