"""The CMS signed attributes that a phone may sign (docs/relay-protocol.md, 5.4): made, and checked by making again all
that they may be. DER has one form for each value, so nothing needs to be parsed."""

import hashlib

import der
from protocol import Refused

CONTENT_TYPE = "1.2.840.113549.1.9.3"
MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
SIGNING_TIME = "1.2.840.113549.1.9.5"
SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47"
DATA = "1.2.840.113549.1.7.1"
SHA_384 = "2.16.840.1.101.3.4.2.2"
HASHES = {"rsa-pkcs1-sha256": "sha256", "ecdsa-sha256": "sha256", "ecdsa-sha384": "sha384"}


def attribute(kind, *values):
    return der.sequence(der.oid(kind), der.set_of(*values))


def content_type(kind=DATA):
    return attribute(CONTENT_TYPE, der.oid(kind))


def message_digest(digest):
    return attribute(MESSAGE_DIGEST, der.octets(digest))


def issuer_serial(certificate):
    """RFC 5035, 5: the issuer as a directoryName, then the serial number; both as they stand in the certificate."""
    parts = der.members(der.read(der.members(der.read(certificate)[1])[0])[1])
    serial, issuer = parts[1], parts[3]  # behind [0] version; before the issuer stands the signature's algorithm
    return der.sequence(der.sequence(der.tlv(0xA4, issuer)), serial)


def ess_certificate(certificate, algorithm, with_issuer=False, null_parameters=False):
    """ESSCertIDv2. Its hash algorithm is left out where it is SHA-256, its default (X.690, 11.5)."""
    name = HASHES[algorithm]
    parts = []
    if name == "sha384":
        parts.append(der.sequence(der.oid(SHA_384), *([der.null()] if null_parameters else [])))
    parts.append(der.octets(hashlib.new(name, certificate).digest()))
    if with_issuer:
        parts.append(issuer_serial(certificate))
    return der.sequence(*parts)


def signing_certificate(*ess_certificates, more=()):
    return attribute(SIGNING_CERTIFICATE_V2, der.sequence(der.sequence(*ess_certificates), *more))


def signed_attributes(digest, certificate, algorithm, **form):
    return der.set_of(
        content_type(),
        message_digest(digest),
        signing_certificate(ess_certificate(certificate, algorithm, **form)),
    )


def check(attributes, digest, certificate, algorithm):
    """Refused unless it is a document's, for this certificate, and nothing else."""
    if len(digest) != hashlib.new(HASHES[algorithm]).digest_size:
        raise Refused("a digest of another hash")
    forms = [
        signed_attributes(digest, certificate, algorithm, with_issuer=issuer, null_parameters=null)
        for issuer in (False, True)
        for null in (False, True)
    ]
    if attributes not in forms:
        raise Refused("not the signed attributes of a document")
