#pragma once

#include "core/pdf/Document.h"
#include "core/pdf/FormFields.h"
#include "core/pdf/ObjectStore.h"
#include "core/pdf/PageTree.h"
#include "core/pdf/SignatureDictionary.h"

#include <map>

namespace bidseal::pdf {

/// What this room shares of an open document. Its functions throw Fault.
struct Document::Internals {
    Internals(const QString& path, const Secret* password);

    [[nodiscard]] const Form& form();
    [[nodiscard]] std::vector<SignatureDictionary> signatureDictionaries();
    /// Where a widget stands: by its /P, otherwise by the page whose /Annots list it.
    [[nodiscard]] std::optional<int> pageOfWidget(const PoDoFo::PdfReference& widget);
    [[nodiscard]] QRectF widgetRectMm(const PoDoFo::PdfReference& widget, int page);
    /// DocumentForbidsSigning, DocumentCertified, FieldNotFound, FieldLocked, FieldAlreadySigned.
    void requireMaySign(const QString& fieldName);
    void requireMayAddFields(); ///< beside the one that is signed; the same errors
    /// The same errors.
    [[nodiscard]] MarkAllowance markAllowance(const QString& fieldName);
    void requireMarks(std::size_t count, const QString& fieldName); ///< and TooManyMarks
    /// Of the next signature, whatever its author forbids.
    [[nodiscard]] MarkAllowance usualAllowance()
    {
        return form().hasSignatures() ? MarkAllowance::ofLater() : MarkAllowance::ofFirst();
    }
    [[nodiscard]] bool isVisible(const SignatureField& field);
    [[nodiscard]] int certificationLevel(); ///< the strictest DocMDP P of all that apply; 0: not certified
    [[nodiscard]] bool isLocked(const QString& fieldName);
    /// FileChangedMeanwhile where the file at path() is not what was opened.
    void requireUnchanged();
    /// The same for a copy of it.
    void requireCopyOf(QFile& copy);

    QString path;
    SourceFile source;
    QDateTime modified;
    std::string firstBlock, lastBlock;
    ObjectStore store;
    std::vector<PageNode> nodes;
    std::vector<PageGeometry> pages;

private:
    const std::vector<FieldLock>& locks();

    std::optional<Form> m_form;
    std::optional<std::vector<FieldLock>> m_locks;
    std::map<PoDoFo::PdfReference, int> m_pageNumbers;
    std::optional<std::map<PoDoFo::PdfReference, int>> m_pagesOfAnnotations;
};

} // namespace bidseal::pdf
