#include "core/pdf/SourceFile.h"

#include "core/pdf/Fault.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bidseal::pdf {

namespace {

constexpr qint64 kSmallestWindow = 4 * 1024;
constexpr qint64 kLargestReadAhead = 256 * 1024;

} // namespace

SourceFile::SourceFile(const QString& path)
    : m_file(path)
{
    const ErrorFacts facts { QFileInfo(path).fileName(), {}, {}, {} };
    if (!QFileInfo::exists(path))
        fail(ErrorCode::FileNotFound, u"no such file"_s, facts);
    if (QFileInfo(path).isDir() || !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        fail(ErrorCode::FileNotReadable, m_file.errorString(), facts);
    m_size = m_file.size();
    if (m_size == 0)
        fail(ErrorCode::FileEmpty, {}, facts);
}

std::string_view SourceFile::view(qint64 offset, qint64 length)
{
    if (offset < 0 || offset >= m_size || length <= 0)
        return {};
    length = std::min(length, m_size - offset);
    const qint64 windowEnd = m_windowOffset + static_cast<qint64>(m_window.size());
    if (offset < m_windowOffset || offset + length > windowEnd) {
        const bool goesOn = offset >= m_windowOffset && offset <= windowEnd;
        m_ahead = goesOn ? std::clamp(m_ahead * 2, kSmallestWindow, kLargestReadAhead) : kSmallestWindow;
        const qint64 wanted = std::min(std::max(length, m_ahead), m_size - offset);
        m_window.resize(static_cast<std::size_t>(wanted));
        qint64 got = 0;
        if (m_file.seek(offset)) {
            while (got < wanted) {
                const qint64 n = m_file.read(m_window.data() + got, wanted - got);
                if (n <= 0)
                    break;
                got += n;
            }
        }
        m_windowOffset = offset;
        if (got < length) {
            m_window.clear();
            fail(ErrorCode::FileNotReadable, u"reading at %1: %2"_s.arg(offset).arg(m_file.errorString()),
                { QFileInfo(m_file.fileName()).fileName(), {}, {}, {} });
        }
        m_window.resize(static_cast<std::size_t>(got));
    }
    return std::string_view(m_window).substr(
        static_cast<std::size_t>(offset - m_windowOffset), static_cast<std::size_t>(length));
}

std::string SourceFile::read(qint64 offset, qint64 length)
{
    if (offset < 0 || length < 0 || offset > m_size || length > m_size - offset)
        damaged(u"%1 bytes at %2 lie outside the file"_s.arg(length).arg(offset));
    return std::string(view(offset, length));
}

} // namespace bidseal::pdf
