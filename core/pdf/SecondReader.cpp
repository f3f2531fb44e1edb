#include "core/pdf/SecondReader.h"

#include "core/base/Log.h"
#include "core/pdf/QpdfDocument.h"

using namespace Qt::StringLiterals;

namespace bidseal::pdf {

namespace {

/// Every field that the form names must be there: a signature that another reader does not find is none.
Status checkForm(QPDF& document)
{
    QPDFObjectHandle fields = document.getRoot().getKeyIfDict("/AcroForm").getKeyIfDict("/Fields");
    if (!fields.isArray())
        return {};
    for (int i = 0; i < fields.getArrayNItems(); ++i) {
        QPDFObjectHandle field = fields.getArrayItem(i);
        if (!field.isDictionary() && !field.isNull())
            return qpdf::refused(u"field %1 of the form is no dictionary"_s.arg(i));
    }
    return {};
}

} // namespace

Status checkWithSecondReader(const QString& path, const Secret* password)
{
    const auto document = qpdf::open(path, password);
    if (!document)
        return failure(document.error());
    return qpdf::withoutExceptions([&]() -> Status {
        const auto pages = qpdf::pagesOf(**document);
        if (!pages)
            return failure(pages.error());
        if (const Status form = checkForm(**document); !form)
            return form;
        for (const QPDFExc& warning : (*document)->getWarnings())
            qCInfo(logPdf, "libqpdf: %s", warning.what());
        return {};
    });
}

} // namespace bidseal::pdf
