#pragma once

#include "core/base/Result.h"

#include <QImage>

namespace bidseal::cli {

/// The picture of a QR code in a file, for a program or a person that shows it elsewhere. Private to the user, because
/// it holds the session's secret; there whole or not at all; gone with this object.
class CodePicture {
public:
    /// An empty path: no file is wanted.
    explicit CodePicture(QString path);
    ~CodePicture();
    CodePicture(const CodePicture&) = delete;
    CodePicture& operator=(const CodePicture&) = delete;

    [[nodiscard]] bool isWanted() const { return !m_path.isEmpty(); }
    /// What stands there already is nobody's to remove. Errors: OutputExists.
    [[nodiscard]] Status checkFree() const;
    /// Replaces the picture before. Errors: OutputNotWritable, DiskFull.
    [[nodiscard]] Status show(const QImage& picture);
    void remove();

private:
    QString m_path;
    bool m_isShown = false;
};

} // namespace bidseal::cli
