#include "core/pdf/ArchiveClaim.h"

#include "core/pdf/Fault.h"
#include "core/pdf/Values.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using PoDoFo::PdfVariant;

namespace bidseal::pdf {

namespace {

constexpr std::size_t kLargestMetadata = 4 * 1024 * 1024;
const auto kPdfA = u"http://www.aiim.org/pdfa/ns/id/"_s;

/// The schema's property as an element or as an attribute: XMP allows both.
QString claimedPart(const std::string& metadata)
{
    QXmlStreamReader xml(QByteArray::fromRawData(metadata.data(), static_cast<qsizetype>(metadata.size())));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.attributes().hasAttribute(kPdfA, u"part"_s))
            return xml.attributes().value(kPdfA, u"part"_s).toString().trimmed();
        if (xml.namespaceUri() == kPdfA && xml.name() == u"part")
            return xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
    }
    return {};
}

std::optional<std::string> metadataOf(ObjectStore& store)
{
    const PdfVariant catalog = store.catalog();
    const auto reference = referenceOf(catalog.GetDictionary().GetKey("Metadata"));
    return reference ? store.streamData(*reference, kLargestMetadata) : std::nullopt;
}

} // namespace

bool claimsPdfA1(ObjectStore& store)
{
    if (store.encryption()) // which PDF/A forbids (6.1.3)
        return false;
    try {
        const auto metadata = metadataOf(store);
        return metadata && claimedPart(*metadata) == u"1";
    } catch (const Fault&) {
        return false;
    } catch (const PoDoFo::PdfError&) {
        return false;
    }
}

} // namespace bidseal::pdf
