#pragma once

#include "core/seal/Seal.h"
#include "ui/document/DocumentSession.h"

#include <QTemporaryDir>

#include <memory>

/// Documents and seals for the tests of the view; all of them visibly sample material.
namespace bidseal::testing {

/// A PDF of A4 pages with one line of text each, written by Qt.
void writePages(const QString& path, const QStringList& lines);
/// `count` pages "sample page N", some of them landscape.
void writeManyPages(const QString& path, int count);

/// Opens it and waits; null where that failed.
[[nodiscard]] std::unique_ptr<document::DocumentSession> openSession(const QString& path, Secret password = {});

/// A plain square in one colour, so that it can be found again in a picture.
[[nodiscard]] seal::Seal squareSeal(double sizeMm, const QString& name = QStringLiteral("样章"),
    seal::Kind kind = seal::Kind::Company, QColor colour = QColor(200, 0, 0));

/// The smallest rectangle around the pixels of (nearly) this colour.
[[nodiscard]] QRect findColour(const QImage& image, QColor colour = QColor(200, 0, 0));

/// Another process' pictures of the same file would be too slow to wait for: the session draws within this time.
inline constexpr int kDrawingMilliseconds = 15000;

} // namespace bidseal::testing
