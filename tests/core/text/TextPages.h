#pragma once

#include "tests/support/PdfBuilder.h"

#include <QBuffer>
#include <QPointF>
#include <QString>

#include <memory>

namespace bidseal::testing {

enum class Writing { Horizontal, Vertical };

/// A font of this test's own, in the file: each character is a box of 900 × 900 on an em of 1000. What it is called in
/// the text (ToUnicode) can be something else than what is asked for.
struct BoxFont {
    int object = 0;
    QString characters;

    [[nodiscard]] QByteArray codes(const QString& text) const; ///< "<00010002>"
};

/// Pages with text as producers of all sorts set it, written operator by operator.
class TextPages {
public:
    TextPages();

    /// `shown`: what ToUnicode tells for each of `characters`; empty: the same.
    BoxFont boxFont(const QString& characters, Writing writing = Writing::Horizontal, const QStringList& shown = {});
    /// STSong-Light, which every reader has to bring along; `cmap` is a predefined one ("GBK-EUC-H").
    int songFont(const QByteArray& cmap);
    /// `content` between BT and ET; the font is /F, in 12 points.
    void page(const QByteArray& content, int font, const PageShape& shape = {});
    [[nodiscard]] QByteArray finished();

private:
    QBuffer m_buffer;
    std::unique_ptr<PdfBuilder> m_pdf;
};

/// "1 0 0 1 100 200 Tm <0001> Tj": at a place in points, up from the page's lower left corner.
[[nodiscard]] QByteArray shownAt(const QPointF& points, const QByteArray& codes);

} // namespace bidseal::testing
