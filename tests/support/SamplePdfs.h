#pragma once

#include "tests/support/PdfBuilder.h"

/// Documents of every shape that reaches this program, written by hand; all of them visibly sample material.
/// What the qpdf program or a foreign signer must make of them is in ForeignTools.h.
namespace bidseal::testing::samples {

[[nodiscard]] PageShape rotatedBy(int degrees, RotationKey key = RotationKey::OnPage);
[[nodiscard]] PageShape croppedTo(const QRectF& cropBox, int rotation = 0);
[[nodiscard]] PageShape withUserUnit(double userUnit, int rotation = 0);

[[nodiscard]] QByteArray twoPages(
    Layout layout = Layout::Table, const QByteArray& version = "1.7", Oddities oddities = {});
[[nodiscard]] QByteArray onePage(const PageShape& shape);
[[nodiscard]] QByteArray pages(int count, Layout layout = Layout::Table);

/// An empty signature field on the first page; `name` in UTF-8, `box` in user space; `lock` is the value of its /Lock,
/// if any.
[[nodiscard]] QByteArray emptySignatureField(
    const QByteArray& name, const QRectF& box = { 100, 100, 120, 120 }, const QByteArray& lock = {});
/// A form with a text field and no signature field.
[[nodiscard]] QByteArray formWithoutSignatureField();
/// A square annotation, a widget with an appearance, a hidden and an unseen one, each a box of its own colour.
[[nodiscard]] QByteArray annotations(const PageShape& shape = {});
/// Every page names every picture of the document in one shared /Resources.
[[nodiscard]] QByteArray sharedPictures(int pageCount, int pictureBytes);

/// `count` small dictionaries in object streams, all of them reachable.
void writeManyObjects(QIODevice& device, int count, Layout layout = Layout::Streams);
/// `pageCount` pages with a scanner's grey JPEG each, about `bytes` in all; `emptyField`: an invisible signature field.
void writeScan(QIODevice& device, int pageCount, qint64 bytes, const QByteArray& emptyField = {});

// Damaged on purpose
[[nodiscard]] QByteArray cyclicPageTree();
[[nodiscard]] QByteArray deepPageTree(int depth);
[[nodiscard]] QByteArray deepDictionaries(int depth);
/// A chain of `length` objects in the page's resources, each referring to the next.
[[nodiscard]] QByteArray longReferenceChain(int length);
[[nodiscard]] QByteArray truncated(); ///< the second half is missing
[[nodiscard]] QByteArray wrongStartOfCrossReferences(); ///< only a repair could open it

} // namespace bidseal::testing::samples
