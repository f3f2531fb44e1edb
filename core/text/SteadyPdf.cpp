#include "core/text/SteadyPdf.h"

#include <QFile>

namespace bidseal::text {

namespace {

class SteadyFile : public QFile {
public:
    using QFile::QFile;
    bool open(OpenMode mode) override
    {
        const bool isOpen = QFile::open(mode);
        m_size = QFile::size();
        return isOpen;
    }
    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    qint64 m_size = 0;
};

} // namespace

QPdfDocument::Error loadSteady(QPdfDocument& document, const QString& path, const Secret* password)
{
    if (password) {
        // Qt PDF takes and keeps a plain string: this opens the document for reading, it is never a PIN.
        const std::string_view utf8 = password->view();
        document.setPassword(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
    }
    auto* const file = new SteadyFile(path, &document); // read from as long as the document lives
    if (!file->open(QIODevice::ReadOnly))
        return QPdfDocument::Error::FileNotFound;
    document.load(file);
    return document.error();
}

} // namespace bidseal::text
