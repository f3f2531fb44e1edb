#pragma once

#include <QFile>

#include <string>
#include <string_view>

namespace bidseal::pdf {

/// The document's bytes at any offset, through one small window that grows while reading goes on forwards. Opened by
/// QFile, so that every name the system allows works. Throws Fault (FileNotFound, FileNotReadable, FileEmpty).
class SourceFile {
public:
    explicit SourceFile(const QString& path);

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] QFile& file() { return m_file; }

    /// Up to `length` bytes, fewer only at the end of the file; valid until the next call.
    [[nodiscard]] std::string_view view(qint64 offset, qint64 length);
    /// Exactly `length` bytes, or DocumentDamaged.
    [[nodiscard]] std::string read(qint64 offset, qint64 length);

private:
    QFile m_file;
    qint64 m_size = 0;
    std::string m_window;
    qint64 m_windowOffset = 0;
    qint64 m_ahead = 0;
};

} // namespace bidseal::pdf
