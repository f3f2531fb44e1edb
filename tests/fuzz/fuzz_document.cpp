// A PDF from a stranger: opened, its fields and signatures read, its signatures verified, a seal and a signature added.
#include "core/pdf/SignatureWriter.h"
#include "core/verification/Verification.h"

#include <QTemporaryDir>
#include <QTemporaryFile>

#include <cstdlib>

using namespace bidseal;

namespace {

/// What was prepared must be readable again, with one signature more. `marks`: many are packed into object streams.
void prepare(const pdf::Document& document, std::size_t marks)
{
    static const QTemporaryDir folder;
    static const QImage picture(2, 2, QImage::Format_ARGB32);
    pdf::SignatureRequest request;
    pdf::Mark mark { { 0, { 20, 20 }, { 10, 10 }, 0 }, picture, QStringLiteral("sample") };
    mark.part = { 0, 0, 0.5, 1 };
    mark.name = QStringLiteral("bidseal:other");
    request.marks.assign(marks, mark);
    request.subFilter = "ETSI.CAdES.detached";
    request.claimedTime = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    request.contentsCapacity = 64;
    const auto before = document.signatures();
    const auto prepared
        = pdf::PreparedSignature::prepare(document, request, folder.filePath(QStringLiteral("out.pdf")), {}, {});
    if (!prepared)
        return;
    const auto again = pdf::Document::open(prepared->temporaryPath());
    const auto after = again ? (*again)->signatures() : failure(again.error());
    if (!after || after->size() != before->size() + 1 || (*again)->pageCount() != document.pageCount())
        std::abort();
    // The first one is a field, which is found whatever the page's own annotations look like.
    if (const auto found = (*again)->marks(); found && found->empty())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static QTemporaryFile file;
    if (!file.isOpen() && !file.open())
        return -1;
    if (!file.resize(0) || !file.seek(0))
        return -1;
    file.write(reinterpret_cast<const char*>(data), static_cast<qint64>(size));
    file.flush();

    const auto document = pdf::Document::open(file.fileName());
    if (!document)
        return 0;
    (void)(*document)->signatures();
    (void)(*document)->emptyFields();
    (void)(*document)->signedWidgets();
    (void)(*document)->marks();
    (void)(*document)->checkMaySign();
    (void)(*document)->markAllowance();
    (void)verification::verify(file.fileName());
    prepare(**document, 1);
    prepare(**document, 100);
    return 0;
}
