#!/usr/bin/python3
"""The test vectors of docs/relay-protocol.md, each value under the page's own name.

    vectors.py            writes docs/relay-protocol-vectors.json
    vectors.py --check    exit code 1 where that file is not what this program computes

Everything follows from seeds written here: nothing in it is a secret."""

import argparse
import base64
import hashlib
import json
import math
import pathlib
import sys

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

import attributes
import der
import messages
import protocol
import samples
from protocol import DESKTOP, PHONE, b64u

FILE = pathlib.Path(__file__).resolve().parents[2] / "docs/relay-protocol-vectors.json"
LONGEST_IN_FULL = 4096

RSA, P256, P384 = "rsa-pkcs1-sha256", "ecdsa-sha256", "ecdsa-sha384"

# ECDSA signatures are random: these were made once, and are verified each time.
ECDSA_SIGNATURES = {
    P256: "MEYCIQCvRcZYz59HFunKfd2tRb146aOZfuu2dS4WTS63wrQV6gIhANg_i63c35wav8kbXH2qmHfeYAaBP8uJewFQg_yj96n3",
    P384: "MGQCMHYavOIKIDU5IIMI_aGMRvtrqGQP0OSlsjRL-9bjko5qgmiyvAuNhF3bxws_K_adMQIwOg9FNl8JW3FmfzVH4bI3y7phZEYDOUdfi"
    "GMgZ_M8PKr5G5ZFB-_cRl_t2dsLMoOF",
}


def seeded(what, length):
    return protocol.hkdf(b"", b"BidSeal test vectors", what.encode(), length)


def prime(what):
    """The first prime of 1 024 bits after a seed."""
    small = math.prod(n for n in range(3, 2000, 2) if all(n % m for m in range(3, math.isqrt(n) + 1, 2)))
    candidate = int.from_bytes(seeded(what, 128), "big") | 3 << 1022 | 1
    while math.gcd(candidate, small) != 1 or pow(2, candidate - 1, candidate) != 1 or candidate % 65537 == 1:
        candidate += 2
    return candidate


def key(algorithm, what):
    if algorithm == RSA:
        return samples.rsa_key(prime(f"{what} p"), prime(f"{what} q"))
    curve = ec.SECP256R1() if algorithm == P256 else ec.SECP384R1()
    return ec.derive_private_key(int.from_bytes(seeded(what, 31), "big"), curve)


AUTHORITY_KEY = key(RSA, "authority")
COMPANIES = {
    algorithm: samples.Company(algorithm, key(algorithm, f"company {algorithm}"), AUTHORITY_KEY, serial=serial)
    for algorithm, serial in ((RSA, 0x1001), (P256, 0x1002), (P384, 0x1003))
}


def documents(count):
    """Names of every kind: Chinese, with a quotation mark, with a character of two UTF-16 units."""
    names = ["投标文件.pdf", 'Offer "final".pdf', "报价单𠮷.pdf"]
    return [
        {
            "name": names[index % 3] if index < 3 else f"附件{index}.pdf",
            "pages": 12 + index,
            "bytes": 482113 + index,
            "sha256": b64u(hashlib.sha256(b"a source's bytes %d" % index).digest()),
            "marks": [{"seal": "公章", "pages": [3, 6]}] if index == 0 else [],
            "previews": [{"page": 3, "jpeg": b64u(samples.PREVIEW_JPEG)}] if index == 0 else [],
        }
        for index in range(count)
    ]


def prepared(index):
    return b"a prepared file's bytes %d" % index


class Session:
    """One session from the link to the outcome, with everything that was computed on the way."""

    def __init__(self, name, origin, desktop_versions, phone_versions, algorithm, document_count, longest_part=None):
        self.name = name
        self.longest_part = longest_part or protocol.MOST_DATA
        self.company = COMPANIES[algorithm]
        self.phone_versions = bytes(phone_versions)
        self.desktop_private = seeded(f"{name}: desktop", 32)
        self.phone_private = seeded(f"{name}: phone", 32)
        self.phone_key = protocol.public_key(self.phone_private)
        self.nonce_desktop = seeded(f"{name}: N_D", 32)
        self.nonce_phone = seeded(f"{name}: N_P", 32)
        self.link = protocol.Link(
            origin,
            b64u(seeded(f"{name}: session", 16)),
            bytes(desktop_versions),
            protocol.public_key(self.desktop_private),
            seeded(f"{name}: S", 32),
        )
        self.hello_key = protocol.hello_key(self.link)
        self.keys = protocol.SessionKeys.derive(
            self.link, self.desktop_private, self.phone_key, self.phone_versions, self.phone_key
        )
        assert self.keys == protocol.SessionKeys.derive(
            self.link, self.phone_private, self.link.desktop_key, self.phone_versions, self.phone_key
        )
        self.commitment = protocol.commitment(self.link.session, self.phone_key, self.nonce_phone)
        self.messages = self.talk(document_count)
        texts = [text for _, _, text in self.messages]
        self.transcript = protocol.transcript(*texts[:5])
        self.compare_code = protocol.compare_code(self.keys.prk, self.transcript)

    def talk(self, document_count):
        company, algorithm = self.company, self.company.algorithm
        to_sign = []
        for index in range(document_count):
            digest = samples.digest_of(prepared(index), algorithm)
            signed = attributes.signed_attributes(digest, company.certificate, algorithm)
            to_sign.append({"digest": digest, "attributes": signed})
        signatures = [self.signature(each["attributes"]) for each in to_sign]
        talk = [
            (PHONE, {
                "type": "hello", "versions": list(self.phone_versions), "key": b64u(self.phone_key),
                "commitment": b64u(self.commitment), "app": "Sample phone 1.0", "device": "示例手机",
            }),
            (DESKTOP, {
                "type": "request", "version": 1, "action": "sign", "client": "BidSeal 0.1.0",
                "computer": {"id": b64u(seeded("computer", 16)), "name": "示例电脑"}, "project": "示例工程",
                "documents": documents(document_count),
            }),
            (PHONE, {
                "type": "certificate", "chain": [b64u(company.certificate), b64u(company.authority)],
                "algorithm": algorithm, "atOnce": 500,
            }),
            (DESKTOP, {
                "type": "toSign", "nonce": b64u(self.nonce_desktop),
                "documents": [{name: b64u(value) for name, value in each.items()} for each in to_sign],
            }),
            (PHONE, {"type": "reveal", "nonce": b64u(self.nonce_phone)}),
            (PHONE, {"type": "signatures", "signatures": [b64u(signature) for signature in signatures]}),
            (DESKTOP, {"type": "outcome", "result": "signed"}),
        ]
        for _, message in talk:
            messages.read(messages.write(message))
        return [(sender, message["type"], messages.write(message)) for sender, message in talk]

    def signature(self, data):
        if self.company.algorithm == RSA:
            return self.company.sign(data)
        made = base64.urlsafe_b64decode(ECDSA_SIGNATURES[self.company.algorithm])
        hashed = hashes.SHA256() if self.company.algorithm == P256 else hashes.SHA384()
        self.company.key.public_key().verify(made, data, ec.ECDSA(hashed))
        return made

    def records(self):
        sent = {DESKTOP: 0, PHONE: 0}
        for sender, kind, text in self.messages:
            longest = protocol.MOST_DATA if kind == "hello" else self.longest_part  # the hello is one record
            for data, continues in protocol.split(text, longest):
                sent[sender] += 1
                number = sent[sender]
                first = sender == PHONE and number == 1
                record_key = self.hello_key if first else self.keys.of(sender)
                plaintext = protocol.record_plaintext(data, continues)
                record = protocol.seal_record(record_key, self.link.session, sender, number, plaintext)
                yield {
                    "sender": sender,
                    "number": number,
                    "message": kind,
                    "key": "helloKey" if first else f"{sender}Key",
                    "nonce": protocol.record_nonce(number).hex(),
                    "aad": protocol.record_aad(self.link.session, sender, number).hex(),
                    "dataLength": len(data),
                    "continues": continues,
                    "recordLength": len(record),
                    **whole_or_hash("record", record),
                }

    def json(self):
        return {
            "name": self.name,
            "given": {
                "origin": self.link.origin,
                "session": self.link.session,
                "V_D": self.link.versions.hex(),
                "V_P": self.phone_versions.hex(),
                "desktopPrivateKey": self.desktop_private.hex(),
                "phonePrivateKey": self.phone_private.hex(),
                "S": self.link.secret.hex(),
                "N_D": self.nonce_desktop.hex(),
                "N_P": self.nonce_phone.hex(),
            },
            "K_D": self.link.desktop_key.hex(),
            "K_P": self.phone_key.hex(),
            "link": self.link.text(),
            "joinProof": protocol.join_proof(self.link.secret).hex(),
            "joinVerifier": protocol.join_verifier(self.link.secret).hex(),
            "helloKey": self.hello_key.hex(),
            "dh": self.keys.dh.hex(),
            "prk": self.keys.prk.hex(),
            "context": self.keys.context.hex(),
            "desktopKey": self.keys.desktop.hex(),
            "phoneKey": self.keys.phone.hex(),
            "commitment": self.commitment.hex(),
            "messages": [
                {"sender": sender, "type": kind, "text": text.decode()}
                for sender, kind, text in self.messages
            ],
            "records": list(self.records()),
            "transcript": self.transcript.hex(),
            "compareCode": protocol.shown_code(self.compare_code),
        }


def whole_or_hash(name, data):
    if len(data) <= LONGEST_IN_FULL:
        return {name: data.hex()}
    return {f"{name}Sha256": hashlib.sha256(data).hexdigest()}


def long_message():
    """Records of a message that needs several: filled as far as they go, and (as another sender may) cut early."""
    key_, session = seeded("long: key", 32), b64u(seeded("long: session", 16))
    text = (b"0123456789abcdef" * 38000)[:600000]
    cut_text = b'{"type":"outcome","result":"signed"}'

    def sealed(parts, first):
        for number, (data, continues) in enumerate(parts, first):
            plaintext = protocol.record_plaintext(data, continues)
            record = protocol.seal_record(key_, session, DESKTOP, number, plaintext)
            yield {"number": number, "dataLength": len(data), "continues": continues, "recordLength": len(record),
                   **whole_or_hash("record", record)}

    return {
        "sender": DESKTOP,
        "key": key_.hex(),
        "session": session,
        "filled": {
            "messageRepeats": "0123456789abcdef",
            "messageLength": len(text),
            "messageSha256": hashlib.sha256(text).hexdigest(),
            "records": list(sealed(protocol.split(text), 1)),
        },
        "cutEarly": {
            "message": cut_text.decode(),
            "records": list(sealed([(cut_text[:10], True), (cut_text[10:], False)], 4)),
        },
    }


def bad_records():
    """Records that open, and must be refused all the same; and such that must not open."""
    key_, session = seeded("bad: key", 32), b64u(seeded("bad: session", 16))

    def sealed(plaintext, **other):
        place = {"session": session, "sender": PHONE, "number": 2, **other}
        return protocol.seal_record(key_, place["session"], place["sender"], place["number"], plaintext).hex()

    good = protocol.record_plaintext(b"{}")
    altered = bytearray.fromhex(sealed(good))
    altered[100] ^= 1
    return {
        "key": key_.hex(),
        "session": session,
        "sender": PHONE,
        "number": 2,
        "good": {"data": "{}", "record": sealed(good)},
        "refused": [
            {"why": "padding that is not zero", "record": sealed(good[:-1] + b"\1")},
            {"why": "first byte neither 0 nor 1", "record": sealed(b"\2" + good[1:])},
            {"why": "length beyond the record", "record": sealed(b"\0" + (1004).to_bytes(4, "big") + good[5:])},
            {"why": "length of four gigabytes", "record": sealed(b"\0\xff\xff\xff\xff" + good[5:])},
            {"why": "an empty continuation", "record": sealed(protocol.record_plaintext(b"", continues=True))},
            {"why": "no size of a record", "record": sealed(good + b"\0")},
            {"why": "a number later", "record": sealed(good, number=3)},
            {"why": "of the other side", "record": sealed(good, sender=DESKTOP)},
            {"why": "of another session", "record": sealed(good, session=b64u(bytes(16)))},
            {"why": "one bit altered", "record": bytes(altered).hex()},
        ],
    }


def link_cases():
    good = Session("links", "https://relay.example.com", [1], [1], RSA, 1).link.text()
    origin, rest = good.split("/s/")
    session, hidden = rest.split("#")
    other = protocol.unb64u(hidden)

    def with_hidden(data):
        return f"{origin}/s/{session}#{b64u(data)}"

    refused = {
        "http": good.replace("https:", "http:"),
        "upper case host": good.replace("relay.", "Relay."),
        "port 443 written out": good.replace(".com/", ".com:443/"),
        "port 0": good.replace(".com/", ".com:0/"),
        "port 65536": good.replace(".com/", ".com:65536/"),
        "user name": good.replace("relay.", "user@relay."),
        "query": good.replace("#", "?a=b#"),
        "other path": good.replace("/s/", "/t/"),
        "session too short": f"{origin}/s/{session[:-1]}#{hidden}",
        "session with trailing bits": f"{origin}/s/{session[:-1]}B#{hidden}",
        "padding": good + "=",
        "nothing hidden": good.split("#")[0],
        "one byte more": with_hidden(other + b"\0"),
        "one byte less": with_hidden(other[:-1]),
        "no version": with_hidden(b"\0" + other[2:]),
        "versions that descend": with_hidden(b"\2\2\1" + other[2:]),
        "the same version twice": with_hidden(b"\2\1\1" + other[2:]),
        "nine versions": with_hidden(bytes([9, *range(1, 10)]) + other[2:]),
        "a space behind": good + " ",
    }
    accepted = [good, good.replace(".com/", ".com:8443/"), good.replace("relay.example.com", "127.0.0.1:8443"),
                with_hidden(bytes([8, *range(1, 9)]) + other[2:])]
    for text in accepted:
        protocol.Link.parse(text)
    return {
        "accepted": accepted,
        "refused": [{"why": why, "link": must_be_refused(protocol.Link.parse, text)} for why, text in refused.items()],
    }


def message_cases():
    session = Session("messages", "https://relay.example.com", [1], [1], RSA, 1)
    talk = {kind: text for _, kind, text in session.messages}
    talk["refusal"] = messages.write({"type": "refusal", "reason": "declined"})

    def changed(kind, **members):
        return messages.write({**json.loads(talk[kind]), **members})

    def document(**members):
        summary = json.loads(talk["request"])["documents"][0]
        return changed("request", documents=[{**summary, **members}])

    outcome = talk["outcome"]
    refused = {
        "unknown member": changed("outcome", more=1),
        "missing member": messages.write({"type": "outcome"}),
        "repeated member": outcome[:-1] + b',"result":"signed"}',
        "repeated member, equal but for an escape": outcome[:-1] + b',"\\u0072esult":"signed"}',
        "unknown type": changed("outcome", type="output"),
        "type that is no text": changed("outcome", type=1),
        "something behind the object": outcome + b"{}",
        "a list around it": b"[" + outcome + b"]",
        "ends early": outcome[:-1],
        "not UTF-8": outcome.replace(b"signed", b"sign\xffd"),
        "byte order mark": b"\xef\xbb\xbf" + outcome,
        "empty": b"",
        "unknown outcome": changed("outcome", result="done"),
        "unknown reason": changed("refusal", reason="because"),
        "number with a fraction": talk["certificate"].replace(b'"atOnce":500', b'"atOnce":500.0'),
        "number with an exponent": talk["certificate"].replace(b'"atOnce":500', b'"atOnce":5e2'),
        "number as text": changed("certificate", atOnce="500"),
        "boolean for a number": changed("certificate", atOnce=True),
        "null for a number": changed("certificate", atOnce=None),
        "atOnce 0": changed("certificate", atOnce=0),
        "atOnce 501": changed("certificate", atOnce=501),
        "no certificate": changed("certificate", chain=[]),
        "nine certificates": changed("certificate", chain=[b64u(b"0")] * 9),
        "certificate too long": changed("certificate", chain=[b64u(bytes(16385))]),
        "unknown algorithm": changed("certificate", algorithm="rsa-pkcs1-md5"),
        "base64 with padding": changed("reveal", nonce=b64u(bytes(32)) + "="),
        "base64 of the other alphabet": changed("reveal", nonce="+" + b64u(bytes(32))[1:]),
        "base64 with trailing bits": changed("reveal", nonce=b64u(bytes(32))[:-1] + "B"),
        "nonce too short": changed("reveal", nonce=b64u(bytes(31))),
        "hello without version": changed("hello", versions=[]),
        "hello with versions that descend": changed("hello", versions=[2, 1]),
        "hello with the same version twice": changed("hello", versions=[1, 1]),
        "hello with version 256": changed("hello", versions=[1, 256]),
        "hello with nine versions": changed("hello", versions=list(range(1, 10))),
        "hello without app": changed("hello", app=""),
        "hello with too long a device": changed("hello", device="机" * 65),
        "action log-in": changed("request", action="log-in"),
        "action decrypt": changed("request", action="decrypt"),
        "computer's id too short": changed("request", computer={"id": b64u(bytes(15)), "name": "x"}),
        "computer with more": changed("request", computer={"id": b64u(bytes(16)), "name": "x", "more": ""}),
        "project too long": changed("request", project="工" * 201),
        "no documents": changed("request", documents=[]),
        "control character": document(name="a\nb"),
        "C1 control character": document(name="a\u0085b"),
        "line separator": document(name="a\u2028b"),
        "right-to-left override": document(name="a\u202eb"),
        "isolate": document(name="a\u2066b"),
        "Arabic letter mark": document(name="a\u061cb"),
        "half of a surrogate pair": talk["request"].replace(b'"project":"', b'"project":"\\ud842'),
        "document without name": document(name=""),
        "document's name too long": document(name="文" * 256),
        "document without pages": document(pages=0),
        "document with too many pages": document(pages=1_000_001),
        "document without bytes": document(bytes=0),
        "document with too many bytes": document(bytes=2**40 + 1),
        "document with a negative number": document(bytes=-1),
        "document's hash too short": document(sha256=b64u(bytes(31))),
        "mark without pages": document(marks=[{"seal": "公章", "pages": []}]),
        "mark with pages that descend": document(marks=[{"seal": "公章", "pages": [6, 3]}]),
        "mark without seal": document(marks=[{"seal": "", "pages": [3]}]),
        "too many marks": document(marks=[{"seal": "公章", "pages": [3]}] * 201),
        "five previews": document(previews=[{"page": 1, "jpeg": b64u(samples.PREVIEW_JPEG)}] * 5),
        "preview that is no JPEG": document(previews=[{"page": 1, "jpeg": b64u(b"GIF89a")}]),
        "preview that is too wide": document(
            previews=[{"page": 1, "jpeg": b64u(samples.jpeg_of_width(161))}]),
        "preview that is too large": document(
            previews=[{"page": 1, "jpeg": b64u(samples.PREVIEW_JPEG + bytes(32768))}]),
    }
    accepted = [
        *(talk[kind] for kind in messages.RULES),
        changed("request", project=""),
        changed("hello", versions=[1, 2, 255], device="机" * 64),
        document(name="𠮷" * 255),
        b"".join(outcome.partition(b"{")[1:]).replace(b'"signed"', b'"\\u0073igned"'),
    ]
    for text in accepted:
        messages.read(text)
    return {
        "accepted": [text.decode() for text in accepted],
        "refused": [
            {"why": why, **utf8_or_hex(must_be_refused(messages.read, text))} for why, text in refused.items()
        ],
    }


def utf8_or_hex(data):
    try:
        return {"text": data.decode()}
    except UnicodeDecodeError:
        return {"hex": data.hex()}


def attribute_cases():
    """What of `attributes` a phone may sign (5.4)."""
    cases = []
    for algorithm, company in COMPANIES.items():
        digest = samples.digest_of(prepared(0), algorithm)
        good = attributes.signed_attributes(digest, company.certificate, algorithm)
        accepted = {
            "without issuerSerial": good,
            "with issuerSerial": attributes.signed_attributes(
                digest, company.certificate, algorithm, with_issuer=True),
        }
        refused = dict(bad_attributes(digest, company, algorithm, COMPANIES[P256 if algorithm == RSA else RSA]))
        for text in accepted.values():
            attributes.check(text, digest, company.certificate, algorithm)
        for text in refused.values():
            must_be_refused(lambda bad: attributes.check(bad, digest, company.certificate, algorithm), text)
        cases.append({
            "algorithm": algorithm,
            "certificate": company.certificate.hex(),
            "digest": digest.hex(),
            "accepted": [{"why": why, "attributes": text.hex()} for why, text in accepted.items()],
            "refused": [{"why": why, "attributes": text.hex()} for why, text in refused.items()],
        })
    return cases


def bad_attributes(digest, company, algorithm, other):
    """(why, bytes) of what a phone must not sign; also what tests/conformance sends to phones."""
    content, message = attributes.content_type(), attributes.message_digest(digest)
    ess = attributes.ess_certificate(company.certificate, algorithm)
    binding = attributes.signing_certificate(ess)
    good = der.set_of(content, message, binding)
    other_ess = attributes.ess_certificate(other.certificate, algorithm)
    other_issuer = attributes.issuer_serial(other.certificate)
    ordered = sorted((content, message, binding))
    time = attributes.attribute(attributes.SIGNING_TIME, der.utc_time("261121000000Z"))
    with_tail = der.sequence(der.sequence(ess), der.sequence(der.sequence(der.oid("1.2.3"))))

    yield "a bare hash", digest
    yield "a DigestInfo", der.sequence(der.sequence(der.oid("2.16.840.1.101.3.4.2.1"), der.null()), der.octets(digest))
    yield "a certification request", certification_request(company)
    yield "a log-in challenge", b"log in to https://login.example.com: 4242"
    yield "nothing", der.set_of()
    yield "without content-type", der.set_of(message, binding)
    yield "without message-digest", der.set_of(content, binding)
    yield "without signing-certificate-v2", der.set_of(content, message)
    yield "with signing-time", der.set_of(content, message, binding, time)
    yield "an unknown attribute more", der.set_of(
        content, message, binding, attributes.attribute("1.2.840.113549.1.9.15", der.sequence()))
    yield "an unknown attribute instead", der.set_of(
        content, message, attributes.attribute("1.2.840.113549.1.9.16.2.12", der.sequence()))
    yield "an attribute twice", der.set_of(content, message, message, binding)
    yield "two values", der.set_of(
        content, attributes.attribute(attributes.MESSAGE_DIGEST, der.octets(digest), der.octets(bytes(len(digest)))),
        binding)
    yield "content-type that is not data", der.set_of(
        attributes.content_type("1.2.840.113549.1.9.16.1.4"), message, binding)
    yield "another digest", der.set_of(content, attributes.message_digest(bytes(len(digest))), binding)
    yield "digest cut short", der.set_of(content, attributes.message_digest(digest[:-1]), binding)
    yield "another certificate", der.set_of(content, message, attributes.signing_certificate(other_ess))
    yield "two certificates", der.set_of(content, message, attributes.signing_certificate(ess, other_ess))
    yield "another certificate's issuerSerial", der.set_of(
        content, message, attributes.signing_certificate(der.sequence(*der.members(der.read(ess)[1]), other_issuer)))
    yield "policies", der.set_of(
        content, message, attributes.attribute(attributes.SIGNING_CERTIFICATE_V2, with_tail))
    yield "hash of another algorithm", der.set_of(content, message, attributes.signing_certificate(
        attributes.ess_certificate(company.certificate, P256 if algorithm == P384 else P384)))
    yield "not in DER order", der.set_in_this_order(*reversed(ordered))
    yield "a byte behind", good + b"\0"
    yield "a value behind", good + der.null()
    yield "a byte too few", good[:-1]
    yield "a SEQUENCE, not a SET", b"\x30" + good[1:]
    yield "[0] IMPLICIT, as it stands in CMS", b"\xa0" + good[1:]
    yield "length in a longer form than needed", longer_length(good)
    yield "indefinite length", b"\x31\x80" + der.read(good)[1] + b"\0\0"


def longer_length(good):
    content = der.read(good)[1]
    return b"\x31\x83" + len(content).to_bytes(3, "big") + content


def certification_request(company):
    """The part of a PKCS #10 request that is signed (RFC 2986, 4.1)."""
    return der.sequence(der.integer(0), company.subject, company.key_info, der.tlv(0xA0))


def must_be_refused(check, value):
    try:
        check(value)
    except protocol.Refused:
        return value
    raise AssertionError(f"not refused: {value!r}")


def vectors():
    sessions = [
        Session("default port", "https://relay.example.com", [1], [1], RSA, 1),
        Session("other port, ECDSA on P-256", "https://127.0.0.1:8443", [1], [1], P256, 1),
        Session("several versions, ECDSA on P-384", "https://xn--fsq.example:444", [1, 2, 7], [1, 3], P384, 1),
        Session("several documents", "https://relay.example.com", [1], [1, 2], RSA, 3),
        Session("cut early into records of at most 700 bytes", "https://relay.example.com", [1], [1], RSA, 3, 700),
        Session("a code that begins with zero (7)", "https://relay.example.com", [1], [1], P256, 1),
    ]
    return {
        "about": "Test vectors of relay-protocol.md, computed by tests/conformance/vectors.py. Bytes are hexadecimal, "
                 "but in links and messages, which are as they are sent. Long records are given by their SHA-256. "
                 "Senders fill records as far as they go, but where it is said. All keys are worthless.",
        "sessions": [session.json() for session in sessions],
        "longMessage": long_message(),
        "records": bad_records(),
        "links": link_cases(),
        "messages": message_cases(),
        "attributes": attribute_cases(),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--check", action="store_true", help="compare with the file, write nothing")
    wanted = arguments.parse_args()
    text = json.dumps(vectors(), ensure_ascii=False, indent=1) + "\n"
    if not wanted.check:
        FILE.write_text(text, encoding="utf-8")
        return 0
    if FILE.read_text(encoding="utf-8") == text:
        return 0
    print(f"{FILE} is not what {__file__} computes", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
