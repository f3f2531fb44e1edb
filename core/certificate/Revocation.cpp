#include "core/certificate/Revocation.h"

#include "core/certificate/OpenSsl.h"

#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace bidseal::certificate {

namespace {

using Store = openssl::Handle<X509_STORE, X509_STORE_free>;
using Request = openssl::Handle<OCSP_REQUEST, OCSP_REQUEST_free>;
using Response = openssl::Handle<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using BasicResponse = openssl::Handle<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using CertificateId = openssl::Handle<OCSP_CERTID, OCSP_CERTID_free>;
using List = openssl::Handle<X509_CRL, X509_CRL_free>;
using Bio = openssl::Handle<BIO, BIO_free_all>;

void freeStack(STACK_OF(X509) * stack) { sk_X509_free(stack); }
using Certificates = openssl::Handle<STACK_OF(X509), freeStack>;
void freePoints(STACK_OF(DIST_POINT) * points) { sk_DIST_POINT_pop_free(points, DIST_POINT_free); }
using DistributionPoints = openssl::Handle<STACK_OF(DIST_POINT), freePoints>;

constexpr qint64 kClocksDifferBy = 300; // seconds
constexpr qint64 kCountsWithoutNextUpdate = 24 * 3600; // seconds

RevocationAnswer unusable(const QString& problem)
{
    return { .status = RevocationStatus::Unusable, .problem = problem };
}

void addAddresses(QStringList& addresses, const GENERAL_NAMES* names)
{
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        const auto* name = sk_GENERAL_NAME_value(names, i);
        if (name->type == GEN_URI)
            addresses.append(QString::fromLatin1(
                reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.uniformResourceIdentifier)),
                ASN1_STRING_length(name->d.uniformResourceIdentifier)));
    }
}

/// As if of this moment, from `from` to `until`; an answer without an end counts for a day.
std::optional<QString> problemOfDates(const QDateTime& from, const QDateTime& until, const QDateTime& utc)
{
    if (!from.isValid())
        return u"no thisUpdate"_s;
    if (from > utc.addSecs(kClocksDifferBy))
        return u"thisUpdate lies in the future: "_s + from.toString(Qt::ISODate);
    const auto end = until.isValid() ? until : from.addSecs(kCountsWithoutNextUpdate);
    if (end < utc.addSecs(-kClocksDifferBy))
        return u"out of date since "_s + end.toString(Qt::ISODate);
    return {};
}

QDateTime utcOf(const ASN1_TIME* time) { return time ? openssl::toUtc(time) : QDateTime(); }

QString reasonText(int reason)
{
    return reason == OCSP_REVOKED_STATUS_NOSTATUS ? QString() : QString::fromLatin1(OCSP_crl_reason_str(reason));
}

/// RFC 6960, 4.2.2.2: the issuer itself, or a certificate that it issued for answering. With the issuer alone in the
/// store, OpenSSL accepts nobody else.
bool isSignedForIssuer(OCSP_BASICRESP* response, const Certificate& issuer, const QDateTime& utc)
{
    const Store store(X509_STORE_new());
    const Certificates known(sk_X509_new_null());
    if (!store || !known || X509_STORE_add_cert(store.get(), issuer.handle()) != 1)
        return false;
    sk_X509_push(known.get(), issuer.handle());
    auto* parameters = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(parameters, utc.toSecsSinceEpoch());
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    return OCSP_basic_verify(response, known.get(), store.get(), 0) == 1;
}

List readList(const QByteArray& bytes)
{
    if (bytes.contains("-----BEGIN")) {
        const Bio bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
        return List(bio ? PEM_read_bio_X509_CRL(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    }
    const auto* in = openssl::bytesOf(bytes);
    return List(d2i_X509_CRL(nullptr, &in, static_cast<long>(bytes.size())));
}

bool isOf(X509_CRL* list, const Certificate& issuer)
{
    auto* key = X509_get0_pubkey(issuer.handle());
    return key && X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_subject_name(issuer.handle())) == 0
        && X509_CRL_verify(list, key) == 1;
}

} // namespace

RevocationAddresses revocationAddresses(const Certificate& certificate)
{
    RevocationAddresses addresses;
    const openssl::Handle<AUTHORITY_INFO_ACCESS, AUTHORITY_INFO_ACCESS_free> access(
        static_cast<AUTHORITY_INFO_ACCESS*>(X509_get_ext_d2i(certificate.handle(), NID_info_access, nullptr, nullptr)));
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access.get()); ++i) {
        const auto* description = sk_ACCESS_DESCRIPTION_value(access.get(), i);
        if (OBJ_obj2nid(description->method) == NID_ad_OCSP && description->location->type == GEN_URI) {
            const auto* uri = description->location->d.uniformResourceIdentifier;
            addresses.ocsp.append(QString::fromLatin1(
                reinterpret_cast<const char*>(ASN1_STRING_get0_data(uri)), ASN1_STRING_length(uri)));
        }
    }
    const DistributionPoints points(static_cast<STACK_OF(DIST_POINT)*>(
        X509_get_ext_d2i(certificate.handle(), NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const auto* point = sk_DIST_POINT_value(points.get(), i);
        if (point->distpoint && point->distpoint->type == 0) // a full name, not one relative to the issuer's
            addAddresses(addresses.lists, point->distpoint->name.fullname);
    }
    (void)openssl::takeErrors();
    return addresses;
}

struct OcspQuestion::Parts {
    Certificate issuer;
    Request request;
    CertificateId id;
    QByteArray der;
};

OcspQuestion::OcspQuestion(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}
OcspQuestion::~OcspQuestion() = default;
OcspQuestion::OcspQuestion(OcspQuestion&&) noexcept = default;
OcspQuestion& OcspQuestion::operator=(OcspQuestion&&) noexcept = default;

std::optional<OcspQuestion> OcspQuestion::about(const Certificate& certificate, const Certificate& issuer)
{
    // SHA-1 only names the issuer here, and is what every responder knows (RFC 5019, 2.1.1).
    auto parts = std::make_unique<Parts>(Parts { issuer, Request(OCSP_REQUEST_new()),
        CertificateId(OCSP_cert_to_id(EVP_sha1(), certificate.handle(), issuer.handle())), {} });
    auto* copy = parts->id ? OCSP_CERTID_dup(parts->id.get()) : nullptr;
    if (!parts->request || !copy)
        return {};
    if (!OCSP_request_add0_id(parts->request.get(), copy)) {
        OCSP_CERTID_free(copy);
        return {};
    }
    if (OCSP_request_add1_nonce(parts->request.get(), nullptr, -1) != 1)
        return {};
    parts->der = openssl::toDer(parts->request.get(), i2d_OCSP_REQUEST);
    if (parts->der.isEmpty())
        return {};
    return OcspQuestion(std::move(parts));
}

const QByteArray& OcspQuestion::der() const { return m_parts->der; }

RevocationAnswer OcspQuestion::read(const QByteArray& response, const QDateTime& utc) const
{
    const auto* in = openssl::bytesOf(response);
    const Response whole(d2i_OCSP_RESPONSE(nullptr, &in, static_cast<long>(response.size())));
    if (!whole)
        return unusable(u"not an OCSP response: "_s + openssl::takeErrors());
    if (const auto status = OCSP_response_status(whole.get()); status != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return unusable(u"the responder answered "_s + QString::fromLatin1(OCSP_response_status_str(status)));
    const BasicResponse basic(OCSP_response_get1_basic(whole.get()));
    if (!basic || !isSignedForIssuer(basic.get(), m_parts->issuer, utc))
        return unusable(u"not signed for the issuer: "_s + openssl::takeErrors());
    if (OCSP_check_nonce(m_parts->request.get(), basic.get()) == 0)
        return unusable(u"the nonce is another one"_s);

    int status = V_OCSP_CERTSTATUS_UNKNOWN;
    int reason = OCSP_REVOKED_STATUS_NOSTATUS;
    ASN1_GENERALIZEDTIME* revokedAt = nullptr;
    ASN1_GENERALIZEDTIME* from = nullptr;
    ASN1_GENERALIZEDTIME* until = nullptr;
    if (OCSP_resp_find_status(basic.get(), m_parts->id.get(), &status, &reason, &revokedAt, &from, &until) != 1)
        return unusable(u"an answer about another certificate"_s);
    if (const auto problem = problemOfDates(utcOf(from), utcOf(until), utc))
        return unusable(*problem);
    switch (status) {
    case V_OCSP_CERTSTATUS_GOOD:
        return { .status = RevocationStatus::Good, .asOf = utcOf(from) };
    case V_OCSP_CERTSTATUS_REVOKED:
        return { RevocationStatus::Revoked, utcOf(revokedAt), reasonText(reason), utcOf(from), {} };
    default:
        return { .status = RevocationStatus::NotKnown, .asOf = utcOf(from) };
    }
}

RevocationAnswer readRevocationList(
    const QByteArray& bytes, const Certificate& certificate, const Certificate& issuer, const QDateTime& utc)
{
    const auto list = readList(bytes);
    if (!list)
        return unusable(u"not a revocation list: "_s + openssl::takeErrors());
    if (!isOf(list.get(), issuer))
        return unusable(u"not the issuer's revocation list: "_s + openssl::takeErrors());
    const auto from = utcOf(X509_CRL_get0_lastUpdate(list.get()));
    if (const auto problem = problemOfDates(from, utcOf(X509_CRL_get0_nextUpdate(list.get())), utc))
        return unusable(*problem);
    X509_REVOKED* entry = nullptr;
    constexpr int kTakenOffTheList = 2; // removeFromCRL, in delta lists
    const auto found = X509_CRL_get0_by_cert(list.get(), &entry, certificate.handle());
    if (found == 0 || found == kTakenOffTheList)
        return { .status = RevocationStatus::Good, .asOf = from };
    const openssl::Handle<ASN1_ENUMERATED, ASN1_ENUMERATED_free> reason(
        static_cast<ASN1_ENUMERATED*>(X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nullptr, nullptr)));
    (void)openssl::takeErrors();
    return { RevocationStatus::Revoked, utcOf(X509_REVOKED_get0_revocationDate(entry)),
        reason ? reasonText(static_cast<int>(ASN1_ENUMERATED_get(reason.get()))) : QString(), from, {} };
}

} // namespace bidseal::certificate
