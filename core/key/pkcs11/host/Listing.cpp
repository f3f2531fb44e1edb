#include "core/key/pkcs11/host/Listing.h"

#include "core/key/pkcs11/host/Session.h"

namespace bidseal::key::host {

namespace {

ListedObject describe(const Session& session, CK_OBJECT_HANDLE object)
{
    return { textOf(session.attribute(object, CKA_LABEL)), session.attribute(object, CKA_ID), {} };
}

Status addObjects(const Session& session, ListedToken& token)
{
    const auto certificates = session.findClass(CKO_CERTIFICATE);
    if (!certificates)
        return failure(certificates.error());
    for (const auto object : *certificates) {
        auto listed = describe(session, object);
        listed.der = session.attribute(object, CKA_VALUE);
        if (!listed.der.isEmpty())
            token.certificates.push_back(std::move(listed));
    }
    const auto publicKeys = session.findClass(CKO_PUBLIC_KEY);
    if (!publicKeys)
        return failure(publicKeys.error());
    for (const auto object : *publicKeys)
        token.publicKeys.push_back(describe(session, object));
    return {};
}

} // namespace

Result<std::vector<ListedToken>> listTokens(const Module& module, ListingDepth depth)
{
    const auto present = module.tokens();
    if (!present)
        return failure(present.error());
    std::vector<ListedToken> listed;
    for (const auto& token : *present) {
        ListedToken entry { token.state, {}, {} };
        if (depth == ListingDepth::TokensAndObjects) {
            const auto session = Session::open(module, token.slot);
            const auto added = session ? addObjects(*session, entry) : Status(failure(session.error()));
            // Pulled out while we looked: as if it had never been there.
            if (!added && !module.hasToken(token.slot))
                continue;
            if (!added)
                return failure(added.error());
        }
        listed.push_back(std::move(entry));
    }
    return listed;
}

} // namespace bidseal::key::host
