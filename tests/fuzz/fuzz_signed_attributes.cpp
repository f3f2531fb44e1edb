// What a phone is asked to sign: whatever chance finds, only the two encodings of the sample document may pass.
#include "Edits.h"

#include "core/cms/SignedAttributesCheck.h"

#include <cstdlib>

using namespace bidseal;

namespace {

// A sample company's certificate, a sample document's digest, and what may be signed of them, without the issuer and
// serial number and with them (docs/relay-protocol-vectors.json).
const auto kCertificate = QByteArray::fromHex(
    "3082026c30820154a00302010202021002300d06092a864886f70d01010b0500304a310b300906035504061302434e3121301f060355"
    "040a0c18e7a4bae4be8be794b5e5ad90e8aea4e8af81e69cbae69e843118301606035504030c0fe7a4bae4be8be6a0b9e8af81e4b9a6"
    "301e170d3235303130313030303030305a170d3335303130313030303030305a305f310b300906035504061302434e31273025060355"
    "040a0c1ee7a4bae4be8be5bbbae8aebee5b7a5e7a88be69c89e99990e585ace58fb83127302506035504030c1ee7a4bae4be8be5bbba"
    "e8aebee5b7a5e7a88be69c89e99990e585ace58fb83059301306072a8648ce3d020106082a8648ce3d030107034200045099c6cf7eca"
    "abf79fedc999cae1048241491d7053a9802143b2f361afedb1e83ff4dc168b51c7a4c50b9d505a23c4162b8575e96bf7d9df628dbe24"
    "fbc91517a3123010300e0603551d0f0101ff0404030206c0300d06092a864886f70d01010b05000382010100491248d17c85854c8e7a"
    "7fdb82602dbf6e431b3d4280bea9c4932275d0485d77d3025b9007e1b66a577124843adf2fd00daf6d9f80bbb48cc0a8f86666325849"
    "405f5c2329bedc0d683e59afc85dd49c9be3e9e33ce99d2052bd0ece39551299cab2723464aa6b0f28c7dc7928e59661586bee71bbb6"
    "6f1a04bb449e377339f4ea3be51bef8a055d89bcb3abf078fa09a6680aa234c8950701c353b038c914d06772c89b133aa73807159da1"
    "4ec6add6c4780e2e85ed8f931cf386d875bf813dd463a5b30cd88a28ccbd8cdbd97fe65fdf0fa0a2d3dd45f0981ef93fe1e8356b5c88"
    "e59a2ed047715b8b2ae24f94d1f7309b5a5e339d27de8a9bf5c8dc28ad6b");
const auto kDigest = QByteArray::fromHex("8315cde34d5ffae6560a3d0224ab8cfb122fbf91218f2e723a148acded92cd64");
const QByteArray kGood[] {
    QByteArray::fromHex(
        "318184301806092a864886f70d010903310b06092a864886f70d010701302f06092a864886f70d010904312204208315cde34d5ffae6"
        "560a3d0224ab8cfb122fbf91218f2e723a148acded92cd643037060b2a864886f70d010910022f31283026302430220420ffb5c1b1ce"
        "07dbd006dc2062b35b46ca49bab795585d6543cc30740bc7668c20"),
    QByteArray::fromHex(
        "3181db301806092a864886f70d010903310b06092a864886f70d010701302f06092a864886f70d010904312204208315cde34d5ffae6"
        "560a3d0224ab8cfb122fbf91218f2e723a148acded92cd6430818d060b2a864886f70d010910022f317e307c307a30780420ffb5c1b1"
        "ce07dbd006dc2062b35b46ca49bab795585d6543cc30740bc7668c203054304ea44c304a310b300906035504061302434e3121301f06"
        "0355040a0c18e7a4bae4be8be794b5e5ad90e8aea4e8af81e69cbae69e843118301606035504030c0fe7a4bae4be8be6a0b9e8af81e4"
        "b9a602021002")
};

void check(const QByteArray& attributes)
{
    static const auto certificate = certificate::Certificate::fromDer(kCertificate);
    const auto checked
        = cms::checkSignedAttributes(attributes, { cms::DigestAlgorithm::Sha256, kDigest }, certificate.value());
    if (checked.has_value() != (attributes == kGood[0] || attributes == kGood[1]))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    check(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    for (const auto& good : kGood)
        check(fuzz::edited(good, { data, size }));
    return 0;
}
