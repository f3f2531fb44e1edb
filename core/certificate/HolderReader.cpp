#include "core/certificate/HolderReader.h"

#include "core/certificate/IdentityNumber.h"
#include "core/certificate/OpenSsl.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/x509.h>

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::certificate {

namespace {

struct NameEntry {
    int nid = NID_undef;
    QString text; ///< its visible letters, numbers not masked yet
};

/// Numbers of organisations. 1.2.156.10260.4.1.4 was meant for the old organisation code and carries the
/// 统一社会信用代码 today; the others are older twins of it (registration, tax, organisation).
constexpr std::array kOrganisationExtensions {
    "1.2.156.10260.4.1.4",
    "1.2.156.10260.4.1.3",
    "1.2.156.10260.4.1.5",
    "1.2.86.11.7.4",
    "1.2.86.11.7.3",
    "1.2.86.11.7.5",
    "1.2.156.1.8888.148",
};

/// Numbers of persons. BJCA's own ones (112562, 113732, 11.7.1.8) hold "SF" and the number.
constexpr std::array kPersonExtensions {
    "1.2.156.10260.4.1.1",
    "1.2.156.10260.4.1.1.1",
    "1.2.86.11.7.1",
    "1.2.86.11.7.1.8",
    "1.2.156.112562.2.1.1.24",
    "2.16.840.1.113732.2",
};

bool isInvisible(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // also what turns the writing direction round
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// What cannot be seen goes before anything is looked for: a number must not hide behind it.
QString visible(QString text)
{
    text.removeIf(isInvisible);
    return text.trimmed();
}

QString fitToBeShown(const QString& text) { return maskPersonalIds(visible(text)); }

QString textOf(const ASN1_STRING* string)
{
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, string);
    if (size < 0) {
        ERR_clear_error();
        return {};
    }
    const auto text = QString::fromUtf8(reinterpret_cast<const char*>(utf8), size);
    OPENSSL_free(utf8);
    return visible(text);
}

std::vector<NameEntry> entriesOf(const X509_NAME* name)
{
    std::vector<NameEntry> entries;
    for (int i = 0; i < X509_NAME_entry_count(name); ++i) {
        const auto* entry = X509_NAME_get_entry(name, i);
        entries.push_back({ OBJ_obj2nid(X509_NAME_ENTRY_get_object(entry)), textOf(X509_NAME_ENTRY_get_data(entry)) });
    }
    return entries;
}

/// The last entry of a kind: names are written from the country down to the holder.
QString lastOf(const std::vector<NameEntry>& entries, int nid)
{
    const auto found
        = std::find_if(entries.rbegin(), entries.rend(), [nid](const auto& entry) { return entry.nid == nid; });
    return found == entries.rend() ? QString() : found->text;
}

/// Every piece of text in an extension's value: a string of any kind, a tagged one (implicit or explicit: both are
/// met), or, where it is no DER at all, the bytes themselves.
QStringList textsIn(QByteArrayView bytes, int depth)
{
    constexpr int kDeepest = 4;
    QStringList texts;
    while (!bytes.isEmpty()) {
        const auto* const start = reinterpret_cast<const unsigned char*>(bytes.data());
        const unsigned char* at = start;
        long length = 0;
        int tag = 0;
        int tagClass = 0;
        const int form = ASN1_get_object(&at, &length, &tag, &tagClass, static_cast<long>(bytes.size()));
        if (form & 0x80) {
            ERR_clear_error();
            return texts << visible(QString::fromUtf8(bytes));
        }
        const QByteArrayView content(at, length);
        if ((form & V_ASN1_CONSTRUCTED) && depth < kDeepest)
            texts += textsIn(content, depth + 1);
        else if (tagClass == V_ASN1_UNIVERSAL && tag == V_ASN1_BMPSTRING)
            texts += visible(QStringDecoder(QStringDecoder::Utf16BE).decode(content));
        else
            texts += visible(QString::fromUtf8(content));
        bytes = bytes.sliced(at - start + length);
    }
    return texts;
}

QStringList textsOfExtension(const X509* certificate, const char* oid)
{
    const openssl::Handle<ASN1_OBJECT, ASN1_OBJECT_free> id(OBJ_txt2obj(oid, 1));
    const int index = X509_get_ext_by_OBJ(certificate, id.get(), -1);
    if (index < 0)
        return {};
    const auto* octets = X509_EXTENSION_get_data(X509_get_ext(certificate, index));
    return textsIn({ ASN1_STRING_get0_data(octets), ASN1_STRING_length(octets) }, 0);
}

/// The first credit code in a text that may hold more: "CN=051@示例公司@N91…@1". A person's number is never taken for
/// one, although one in 31 would pass the check digit.
QString creditCodeIn(const QString& text)
{
    constexpr qsizetype kLength = 18;
    for (qsizetype at = 0; at + kLength <= text.size(); ++at) {
        const bool inLongerNumber = (at > 0 && text[at - 1].isDigit())
            || (at + kLength < text.size() && text[at + kLength].isLetterOrNumber());
        const auto candidate = QStringView(text).mid(at, kLength);
        if (!inLongerNumber && isCreditCode(candidate) && !isPersonalId(candidate))
            return candidate.toString();
    }
    return {};
}

QString maskedPersonalIdIn(const QString& text)
{
    constexpr qsizetype kLength = 18;
    for (qsizetype at = 0; at + kLength <= text.size(); ++at) {
        if (isPersonalId(QStringView(text).mid(at, kLength)))
            return maskPersonalIds(text.mid(at, kLength));
    }
    return {};
}

/// CFCA writes everything into the common name, "051@示例公司@N91…@1", and its own name into O.
QString cfcaName(const QString& commonName)
{
    static const QRegularExpression pattern(u"^\\d{2,4}@([^@]+)@[^@]*@\\d+$"_s);
    return pattern.match(commonName).captured(1);
}

/// Extensions first: in names numbers stand in many places and look like other things.
template <std::size_t N, class Find>
QString findNumber(
    const X509* certificate, const std::array<const char*, N>& oids, const std::vector<NameEntry>& entries, Find find)
{
    QStringList texts;
    for (const char* oid : oids)
        texts += textsOfExtension(certificate, oid);
    for (const auto& entry : entries)
        texts += entry.text;
    for (const auto& text : texts) {
        if (const auto number = find(text); !number.isEmpty())
            return number;
    }
    return {};
}

QString firstFilled(std::initializer_list<QString> candidates)
{
    for (const auto& candidate : candidates) {
        if (!candidate.isEmpty())
            return candidate;
    }
    return {};
}

} // namespace

Holder readHolder(const X509* certificate)
{
    const auto* name = X509_get_subject_name(certificate);
    const auto entries = entriesOf(name);
    Holder holder;
    holder.organisation = fitToBeShown(lastOf(entries, NID_organizationName));
    holder.commonName = fitToBeShown(lastOf(entries, NID_commonName));
    holder.creditCode = findNumber(certificate, kOrganisationExtensions, entries, creditCodeIn);
    holder.maskedPersonalId = findNumber(certificate, kPersonExtensions, entries, maskedPersonalIdIn);
    holder.displayName = firstFilled(
        { cfcaName(holder.commonName), holder.organisation, holder.commonName, shownName(name), u"(unnamed)"_s });
    return holder;
}

QString shownName(const X509_NAME* name)
{
    // Letters as they are, and nothing as an escape or a hex dump, in which a number could not be found and masked.
    constexpr unsigned long kDisguises = ASN1_STRFLGS_ESC_MSB | ASN1_STRFLGS_ESC_CTRL | ASN1_STRFLGS_DUMP_UNKNOWN
        | ASN1_STRFLGS_DUMP_ALL | XN_FLAG_DUMP_UNKNOWN_FIELDS;
    constexpr unsigned long kFlags = XN_FLAG_RFC2253 & ~kDisguises;
    const openssl::Handle<BIO, BIO_free> out(BIO_new(BIO_s_mem()));
    if (!out || X509_NAME_print_ex(out.get(), name, 0, kFlags) < 0)
        return {};
    char* text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    return fitToBeShown(QString::fromUtf8(text, size));
}

QString shortName(const X509_NAME* name)
{
    const auto entries = entriesOf(name);
    return firstFilled({ fitToBeShown(lastOf(entries, NID_commonName)),
        fitToBeShown(lastOf(entries, NID_organizationName)), shownName(name) });
}

} // namespace bidseal::certificate
