#pragma once

#include "ui/document/MarkList.h"

class QWidget;

namespace bidseal::document {

class DocumentView;

/// Makes the view's pages, and the marks on them, known to assistive technology: the view has pages as its children, a
/// page its marks, each with its name and its place on the screen.
void installAccessibleDocument();

namespace AccessibleDocument {
void pagesChanged(DocumentView& view);
void marksChanged(DocumentView& view);
void markChanged(DocumentView& view, MarkId id); ///< moved, resized, rotated
void markFocused(DocumentView& view, MarkId id);
/// Has a sentence read aloud.
void announce(QWidget& widget, const QString& sentence);
} // namespace AccessibleDocument

} // namespace bidseal::document
