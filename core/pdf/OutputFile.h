#pragma once

#include "core/base/Result.h"

#include <QFile>
#include <QLockFile>

#include <memory>

namespace bidseal::pdf {

/// The file that is being made: hidden and private beside its final name, gone when it is not published. A lock file
/// beside it tells a running process's file from one that a killed process left behind.
class OutputFile {
public:
    /// Throws Fault (OutputNotWritable, DiskFull).
    explicit OutputFile(const QString& finalName);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Opened again where it rests. Throws Fault (OutputNotWritable).
    [[nodiscard]] QFile& file();
    void rest(); ///< closed until it is needed again; the lock stays
    [[nodiscard]] const QString& path() const { return m_path; }
    /// All of `bytes` at `offset`. Throws Fault (DiskFull, OutputNotWritable).
    void write(qint64 offset, std::string_view bytes);
    /// Closes the file and gives it its final name. Errors: those of platform::publish.
    [[nodiscard]] Status publish(bool overwrite);

private:
    QString m_finalName, m_path;
    std::unique_ptr<QLockFile> m_lock;
    QFile m_file;
    bool m_isPublished = false;
};

} // namespace bidseal::pdf
