#pragma once

#include "core/pdf/Document.h"

#include <QImage>

namespace bidseal::pdf {

/// A seal's picture on a page.
struct Mark {
    Placement placement;
    QImage picture; ///< with alpha; marks with the same picture share one image in the file (by QImage::cacheKey)
    QString description; ///< for assistive technology (/TU, /Contents): "公章"
    QRectF part { 0, 0, 1, 1 }; ///< of the picture, in fractions of its sides: the strip of a cross-page seal
    /// By which programs know a mark's kind again: "bidseal:company". In the file (/NM) ":strip" and a number follow,
    /// because no two annotations of a page may have the same name (12.5.2). Empty: none.
    QString name {};

    [[nodiscard]] bool isStrip() const { return part != QRectF(0, 0, 1, 1); }
};

struct SignatureRequest {
    std::vector<Mark> marks; ///< empty: an invisible signature
    QString fieldName; ///< an empty field to sign into; empty: new fields
    QByteArray subFilter; ///< "ETSI.CAdES.detached"
    QString signerName, reason, location; ///< empty ones are left out
    QDateTime claimedTime; ///< /M
    /// What readers are told of a mark that is a field of the signature: "%1 — carries the signature", where %1 is its
    /// description. Empty: the description alone.
    QString carryingNote {};
    /// And of one that is no more than a picture: "%1 — picture, covered by the signature in field %2".
    QString coveredNote {};
    std::size_t contentsCapacity = 0; ///< bytes of CMS that the hole must hold
};

/// A complete PDF beside the output, private, with a hole where the signature goes. Removed from the disk when it goes
/// out of scope without publish(); what a killed process left behind is swept by sweepLeftovers().
class PreparedSignature {
public:
    /// Errors: everything of Document::checkMaySign, FileChangedMeanwhile, PageNotFound, MarkOutsidePage, TooManyMarks,
    /// OutputNotWritable, DiskFull, Cancelled.
    [[nodiscard]] static Result<PreparedSignature> prepare(const Document& document, const SignatureRequest& request,
        const QString& output, const ProgressCallback& progress, std::stop_token stop);
    ~PreparedSignature();
    PreparedSignature(PreparedSignature&&) noexcept;
    PreparedSignature& operator=(PreparedSignature&&) noexcept;

    [[nodiscard]] QString temporaryPath() const;
    [[nodiscard]] std::array<qint64, 4> byteRange() const;
    /// Digest over the ByteRange in one streaming pass; `name` as EVP_MD_fetch takes it ("SHA256").
    [[nodiscard]] Result<QByteArray> digest(
        const char* name, const ProgressCallback& progress, std::stop_token stop) const;
    /// Closes the file until the next call that needs it: hundreds may wait for one key.
    void rest();
    /// Writes the CMS into the hole and syncs. Errors: SignatureTooLarge, DiskFull, OutputNotWritable.
    [[nodiscard]] Status embed(const QByteArray& cms);
    /// Gives the file its final name, whole or not at all. Errors: OutputExists, OutputInUse, OutputNotWritable.
    [[nodiscard]] Status publish(bool overwrite);

private:
    struct State;
    explicit PreparedSignature(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Removes what killed processes of this user left in `folder`; files of running ones stay.
void sweepLeftovers(const QString& folder);

} // namespace bidseal::pdf
