"""The keys, records and codes of docs/relay-protocol.md, written from that page alone: a second implementation, which
shares nothing with the C++ one. Section numbers are the page's."""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD_SIZES = (1024, 4096, 16384, 65536, 262144)
TAG_SIZE = 16
RECORD_HEAD = 5
MOST_DATA = RECORD_SIZES[-1] - TAG_SIZE - RECORD_HEAD
MOST_TALK = 6 * 1024 * 1024
LONGEST_LINK = 200
LONGEST_ORIGIN = 64
DESKTOP, PHONE = "desktop", "phone"


class Refused(Exception):
    """What the page tells a receiver to refuse."""


# 1 Notation


def b64u(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def unb64u(text):
    if not isinstance(text, str) or not re.fullmatch(r"[A-Za-z0-9_-]*", text) or len(text) % 4 == 1:
        raise Refused("not base64url without padding")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if b64u(data) != text:
        raise Refused("base64url with trailing bits")
    return data


def frame(data):
    if isinstance(data, str):
        data = data.encode()
    return len(data).to_bytes(4, "big") + data


def extract(salt, ikm):
    return hmac.digest(salt or bytes(32), ikm, "sha256")


def expand(prk, info, length):
    block, output, counter = b"", b"", 1
    while len(output) < length:
        block = hmac.digest(prk, block + info + bytes([counter]), "sha256")
        output += block
        counter += 1
    return output[:length]


def hkdf(salt, ikm, info, length):
    return expand(extract(salt, ikm), info, length)


def public_key(private_key):
    key = X25519PrivateKey.from_private_bytes(private_key).public_key()
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)


def x25519(private_key, other_public_key):
    try:
        own = X25519PrivateKey.from_private_bytes(private_key)
        result = own.exchange(X25519PublicKey.from_public_bytes(other_public_key))
    except ValueError as error:
        raise Refused("no X25519 key, or an all-zero result") from error
    if not any(result):
        raise Refused("all-zero X25519 result")
    return result


# 2 The link


def is_origin(text):
    """`https://` host, and `:port` unless it is 443; the host in lower case and ASCII."""
    label = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
    name_or_ipv4 = rf"{label}(?:\.{label})*"
    match = re.fullmatch(rf"https://(?:{name_or_ipv4}|\[[0-9a-f:.]+\])(?::([1-9][0-9]{{0,4}}))?", text)
    if not match or len(text) > LONGEST_ORIGIN:
        return False
    return match[1] is None or (int(match[1]) <= 65535 and match[1] != "443")


def are_versions(versions):
    return 1 <= len(versions) <= 8 and list(versions) == sorted(set(versions))


@dataclass(frozen=True)
class Link:
    origin: str
    session: str
    versions: bytes
    desktop_key: bytes
    secret: bytes

    def text(self):
        hidden = bytes([len(self.versions)]) + self.versions + self.desktop_key + self.secret
        return f"{self.origin}/s/{self.session}#{b64u(hidden)}"

    @staticmethod
    def parse(text):
        match = re.fullmatch(r"(https://[^/#?]+)/s/([A-Za-z0-9_-]{22})#([A-Za-z0-9_-]+)", text)
        if not match or len(text) > LONGEST_LINK or not is_origin(match[1]):
            raise Refused("not a link")
        unb64u(match[2])
        hidden = unb64u(match[3])
        count = hidden[0]
        versions = hidden[1 : 1 + count]
        if len(hidden) != 1 + count + 64 or not are_versions(versions):
            raise Refused("not a link")
        return Link(match[1], match[2], versions, hidden[1 + count : 33 + count], hidden[33 + count :])


# 3 The relay


def join_proof(secret):
    return hkdf(b"", secret, frame("bidseal join"), 32)


def join_verifier(secret):
    return hashlib.sha256(join_proof(secret)).digest()


# 4.1 Keys


def hello_key(link):
    info = (
        frame("bidseal hello")
        + frame(link.session)
        + frame(link.origin)
        + frame(link.versions)
        + frame(link.desktop_key)
    )
    return hkdf(b"", link.secret, info, 32)


def key_context(link, phone_versions, phone_key):
    return (
        frame(link.versions)
        + frame(phone_versions)
        + frame(link.session)
        + frame(link.origin)
        + frame(link.desktop_key)
        + frame(phone_key)
    )


@dataclass(frozen=True)
class SessionKeys:
    dh: bytes
    prk: bytes
    context: bytes
    desktop: bytes
    phone: bytes

    @staticmethod
    def derive(link, own_private_key, other_public_key, phone_versions, phone_key):
        dh = x25519(own_private_key, other_public_key)
        prk = extract(link.secret, dh)
        context = key_context(link, phone_versions, phone_key)
        return SessionKeys(
            dh,
            prk,
            context,
            expand(prk, frame("bidseal 1 desktop") + context, 32),
            expand(prk, frame("bidseal 1 phone") + context, 32),
        )

    def of(self, sender):
        return self.desktop if sender == DESKTOP else self.phone


# 4.2 Records


def record_nonce(number):
    return bytes(4) + number.to_bytes(8, "big")


def record_aad(session, sender, number):
    return frame("bidseal record") + frame(session) + frame(sender) + number.to_bytes(4, "big")


def record_plaintext(data, continues=False, size=None):
    """`size` is the record's; without it the smallest that fits."""
    needed = RECORD_HEAD + len(data) + TAG_SIZE
    size = size or next(fitting for fitting in RECORD_SIZES if fitting >= needed)
    head = bytes([1 if continues else 0]) + len(data).to_bytes(4, "big")
    return head + data + bytes(size - needed)


def seal_record(key, session, sender, number, plaintext):
    return AESGCM(key).encrypt(record_nonce(number), plaintext, record_aad(session, sender, number))


def open_record(key, session, sender, number, record):
    """The plaintext's data, and whether the next record continues them."""
    if len(record) not in RECORD_SIZES:
        raise Refused("no size of a record")
    try:
        plaintext = AESGCM(key).decrypt(record_nonce(number), record, record_aad(session, sender, number))
    except InvalidTag as error:
        raise Refused("not sealed for this place") from error
    kind, length = plaintext[0], int.from_bytes(plaintext[1:5], "big")
    if kind not in (0, 1) or length > len(plaintext) - RECORD_HEAD:
        raise Refused("no head of a record")
    data, padding = plaintext[RECORD_HEAD : RECORD_HEAD + length], plaintext[RECORD_HEAD + length :]
    if any(padding):
        raise Refused("padding that is not zero")
    return data, kind == 1


def split(message, most=MOST_DATA):
    """[(data, continues)] of as few records as possible."""
    parts = [message[at : at + most] for at in range(0, len(message), most)] or [b""]
    return [(part, index + 1 < len(parts)) for index, part in enumerate(parts)]


class Joiner:
    """Puts one talk message together again."""

    def __init__(self):
        self.message = b""
        self.is_continued = False

    def add(self, data, continues):
        """True when the message is complete."""
        if not data and (continues or self.is_continued):
            raise Refused("an empty continuation")
        self.message += data
        self.is_continued = continues
        if len(self.message) > MOST_TALK:
            raise Refused("a talk message over 6 MiB")
        return not continues


# 4.3 Commitment and compare code


def commitment(session, phone_key, nonce):
    return hashlib.sha256(
        frame("bidseal 1 commitment") + frame(session) + frame(phone_key) + frame(nonce)
    ).digest()


def transcript(hello, request, certificate, to_sign, reveal):
    texts = (hello, request, certificate, to_sign, reveal)
    return hashlib.sha256(frame("bidseal 1 transcript") + b"".join(map(frame, texts))).digest()


def compare_code(prk, transcript_digest):
    eight = expand(prk, frame("bidseal 1 compare") + frame(transcript_digest), 8)
    return f"{int.from_bytes(eight, 'big') % 10**6:06d}"


def shown_code(code):
    return f"{code[:3]} {code[3:]}"
