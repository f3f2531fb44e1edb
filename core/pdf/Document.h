#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/base/Secret.h"
#include "core/pdf/Geometry.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace bidseal::pdf {

/// A signature dictionary that the document already carries, with the fields whose /V it is.
struct ExistingSignature {
    QStringList fieldNames;
    QString subFilter;
    QString reason, location, claimedName;
    std::optional<QDateTime> claimedTime; ///< /M
    std::vector<qint64> byteRange; ///< as written, whatever was written
    QByteArray contents; ///< decoded hex, with its padding
    qint64 contentsOffset = -1; ///< of the '<' in the file; -1 where it could not be found
    qint64 contentsEnd = -1; ///< just behind the '>'
    bool isDocumentTimestamp = false;
    int certificationLevel = 0; ///< DocMDP P of this signature, 0 where it does not certify
};

/// A signature field that waits for its signature.
struct EmptyField {
    QString name; ///< fully qualified
    std::optional<int> page; ///< index
    QRectF rectMm; ///< on the visible page; empty for an invisible field
    bool locked = false; ///< an earlier signature's FieldMDP or /Lock forbids it
};

/// Where a picture of a signature widget stands, for showing marks of a file that is signed already.
struct SignedWidget {
    int page = 0;
    QRectF rectMm;
    QString fieldName;
};

/// A mark as it stands in a file: what shows a signature, or a picture that this program has put there.
struct MarkInFile {
    enum class Standing {
        CarriesSignature, ///< a field whose value is a signature
        CoveredPicture, ///< a picture that was there when somebody signed
        UncoveredPicture, ///< one that came later: anybody may have put it there
    };
    int page = 0; ///< index
    QRectF rectMm; ///< on the visible page
    QString kind; ///< of the seal, "company"; empty: another program made the mark, or a later version
    bool isStrip = false; ///< of a cross-page seal
    Standing standing = Standing::UncoveredPicture;
    QString fieldName; ///< of one that carries a signature
    QString description; ///< as its maker wrote it
};

/// How many marks one more signature may bring: what a window must know before anybody is asked for a PIN.
struct MarkAllowance {
    enum class Pictures {
        Allowed, ///< many marks are pictures that the signature covers
        WouldBreakEarlierSignature, ///< every mark must be a field of the signature
    };
    /// How a signature writes its marks: fields carry it, pictures are covered by it.
    struct Shares {
        std::size_t fields = 0, pictures = 0;
    };

    /// Of a first signature, and of one after another, in a document that forbids nothing.
    [[nodiscard]] static MarkAllowance ofFirst();
    [[nodiscard]] static MarkAllowance ofLater();
    [[nodiscard]] Shares shareOut(std::size_t count) const;

    std::size_t most = 0;
    Pictures pictures = Pictures::Allowed;
    Error beyond; ///< what one more would meet: TooManyMarks, DocumentCertified, FieldLocked, DocumentForbidsSigning
};

/// What tells that a file is still the one that was opened.
struct FileState {
    qint64 size = 0; ///< bytes
    QDateTime modified;

    friend bool operator==(const FileState&, const FileState&) = default;
};
/// Errors: FileChangedMeanwhile, also where the file is gone.
[[nodiscard]] Status checkUnchanged(const QString& path, const FileState& state);

/// One PDF on disk, opened for reading through our own lazy cross-reference reader: of a 1 GB file only the objects
/// that are asked for are read. Not for two threads at once.
class Document {
public:
    /// `password` may be null. Errors: FileNotFound, FileNotReadable, FileEmpty, NotAPdf, DocumentDamaged,
    /// DocumentTruncated, DocumentTooComplex, DocumentEncryptionUnsupported, DocumentPasswordNeeded,
    /// DocumentPasswordWrong.
    [[nodiscard]] static Result<std::unique_ptr<Document>> open(const QString& path, const Secret* password = nullptr);
    ~Document();

    [[nodiscard]] const QString& path() const;
    [[nodiscard]] qint64 size() const; ///< bytes
    [[nodiscard]] int pageCount() const;
    [[nodiscard]] const PageGeometry& page(int index) const;
    [[nodiscard]] const std::vector<PageGeometry>& pages() const;
    [[nodiscard]] bool isEncrypted() const;

    /// In the order in which they were made. Errors: DocumentDamaged, DocumentTooComplex.
    [[nodiscard]] Result<std::vector<ExistingSignature>> signatures() const;
    /// Offsets just behind each revision's `%%EOF`, oldest first; an end of line may follow each.
    [[nodiscard]] const std::vector<qint64>& revisionEnds() const;
    [[nodiscard]] Result<std::vector<EmptyField>> emptyFields() const;
    [[nodiscard]] Result<std::vector<SignedWidget>> signedWidgets() const;

    /// Every mark that can be seen, by page: of signatures whoever made them, of pictures this program's. Errors:
    /// DocumentDamaged, DocumentTooComplex.
    [[nodiscard]] Result<std::vector<MarkInFile>> marks() const;

    /// Whether a signature may be added (into `fieldName`, or into a new field where it is empty). Errors:
    /// DocumentForbidsSigning, DocumentCertified, FieldNotFound, FieldLocked, FieldAlreadySigned.
    [[nodiscard]] Status checkMaySign(const QString& fieldName = {}) const;

    /// How many marks a signature (into `fieldName`, if any) may bring. Errors: those of checkMaySign().
    [[nodiscard]] Result<MarkAllowance> markAllowance(const QString& fieldName = {}) const;
    /// Whether `count` are not too many: what a signature would say, before it is asked for. Errors: those of
    /// checkMaySign(), TooManyMarks.
    [[nodiscard]] Status checkMarks(std::size_t count, const QString& fieldName = {}) const;

    /// What a person looked at is what must be signed, however long the PIN takes: size and time of the file are still
    /// those of its opening. Errors: FileChangedMeanwhile.
    [[nodiscard]] Status checkUnchanged() const;
    [[nodiscard]] FileState state() const; ///< as it was opened

    struct Internals;
    /// For this room only.
    [[nodiscard]] Internals& internals() const;

private:
    explicit Document(std::unique_ptr<Internals> internals);
    std::unique_ptr<Internals> m_internals;
};

} // namespace bidseal::pdf
