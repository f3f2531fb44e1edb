"""Sample companies' certificates and a sample document. The keys are worthless: nothing here is real."""

import hashlib

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PublicFormat,
    pkcs12,
)
from cryptography.x509 import load_der_x509_certificate

import der

RSA_SHA256 = "1.2.840.113549.1.1.11"


def name(organisation, common_name):
    return der.sequence(
        der.tlv(0x31, der.sequence(der.oid("2.5.4.6"), der.tlv(0x13, b"CN"))),
        der.tlv(0x31, der.sequence(der.oid("2.5.4.10"), der.utf8(organisation))),
        der.tlv(0x31, der.sequence(der.oid("2.5.4.3"), der.utf8(common_name))),
    )


def spki(key):
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def extension(kind, critical, content):
    return der.sequence(der.oid(kind), *([der.boolean(True)] if critical else []), der.octets(content))


SIGNS_DOCUMENTS = extension("2.5.29.15", True, der.bits(b"\xc0", unused=6))  # digitalSignature, nonRepudiation
SIGNS_CERTIFICATES = extension("2.5.29.15", True, der.bits(b"\x06", unused=1))  # keyCertSign, cRLSign
IS_AUTHORITY = extension("2.5.29.19", True, der.sequence(der.boolean(True)))


def certificate(key, subject, issuer_key, issuer, serial, extensions, years=("250101000000Z", "350101000000Z")):
    """Signed with RSA PKCS #1 v1.5: the same input gives the same bytes."""
    algorithm = der.sequence(der.oid(RSA_SHA256), der.null())
    body = der.sequence(
        der.tlv(0xA0, der.integer(2)),
        der.integer(serial),
        algorithm,
        issuer,
        der.sequence(*map(der.utc_time, years)),
        subject,
        spki(key),
        der.tlv(0xA3, der.sequence(*extensions)),
    )
    signature = issuer_key.sign(body, padding.PKCS1v15(), hashes.SHA256())
    return der.sequence(body, algorithm, der.bits(signature))


def rsa_key(p, q, e=65537):
    d = pow(e, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(e, p * q)
    return rsa.RSAPrivateNumbers(p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p), public).private_key()


def new_key(algorithm):
    if algorithm == "rsa-pkcs1-sha256":
        return rsa.generate_private_key(65537, 2048)
    return ec.generate_private_key(ec.SECP256R1() if algorithm == "ecdsa-sha256" else ec.SECP384R1())


class Company:
    """A key with its certificate, issued by a sample authority."""

    AUTHORITY = name("示例电子认证机构", "示例根证书")

    def __init__(self, algorithm, key, authority_key, organisation="示例建设工程有限公司", serial=0x1001):
        self.algorithm = algorithm
        self.key = key
        self.key_info = spki(key)
        self.subject = name(organisation, organisation)
        self.certificate = certificate(
            key, self.subject, authority_key, self.AUTHORITY, serial, [SIGNS_DOCUMENTS]
        )
        self.authority = certificate(
            authority_key, self.AUTHORITY, authority_key, self.AUTHORITY, 1, [IS_AUTHORITY, SIGNS_CERTIFICATES]
        )

    def sign(self, data):
        return sign(self.key, self.algorithm, data)

    def key_file(self, password):
        """PKCS #12."""
        own, issuer = map(load_der_x509_certificate, (self.certificate, self.authority))
        return pkcs12.serialize_key_and_certificates(
            b"sample", self.key, own, [issuer], BestAvailableEncryption(password)
        )


def sign(key, algorithm, data):
    if algorithm == "rsa-pkcs1-sha256":
        return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
    return key.sign(data, ec.ECDSA(hashes.SHA256() if algorithm == "ecdsa-sha256" else hashes.SHA384()))


def digest_of(document, algorithm):
    return hashlib.new("sha384" if algorithm == "ecdsa-sha384" else "sha256", document).digest()


# A white preview of 8 × 8 pixels.
PREVIEW_JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010101000800080000ffdb004300281c1e231e19282321232d2b28303c64413c37373c7b585d496491"
    "8099968f808c8aa0b4e6c3a0aadaad8a8cc8ffcbdaeef5ffffff9bc1fffffffaffe6fdfff8ffdb0043012b2d2d3c353c76414176"
    "f8a58ca5f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8f8"
    "f8f8ffc00011080008000803012200021101031101ffc4001500010100000000000000000000000000000005ffc4001410010000"
    "0000000000000000000000000000ffc40014010100000000000000000000000000000000ffc40014110100000000000000000000"
    "000000000000ffda000c03010002110311003f00b2003fffd9"
)


def jpeg_of_width(width):
    """The same picture with another width in its frame header (ISO/IEC 10918-1, B.2.2)."""
    at = PREVIEW_JPEG.index(b"\xff\xc0") + 7
    return PREVIEW_JPEG[:at] + width.to_bytes(2, "big") + PREVIEW_JPEG[at + 2 :]
