// A PDF from a stranger: opened, its fields and signatures read, its signatures verified.
#include "core/pdf/Document.h"
#include "core/verification/Verification.h"

#include <QTemporaryFile>

using namespace bidseal;

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
    (void)(*document)->checkMaySign();
    (void)verification::verify(file.fileName());
    return 0;
}
