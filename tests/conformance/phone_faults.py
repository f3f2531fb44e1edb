#!/usr/bin/python3
"""Shows that the checks of phones can fail: each fault of a phone must be found by the checks that are about it, and
there is no check without a fault. Exit code 1 otherwise."""

import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

import attributes
import phone_rules
import protocol
import vectors
from protocol import DESKTOP, PHONE, Refused, b64u
from relay_client import Relay
from report import carry_out
from sample_phone import NotADocument, SamplePhone
from sample_relay import RunningRelay, SampleRelay

FAULTS = []
ALL_ATTRIBUTES = [check.name for check in phone_rules.CHECKS if check.name.startswith("attributes-")]


def fault(*found_by):
    def register(kind):
        FAULTS.extend((kind, name) for name in found_by)
        return kind

    return register


# What it signs


@fault(*ALL_ATTRIBUTES, "one-bad-among-good", "digest-of-another-hash")
class SignsAnything(SamplePhone):
    def check_document(self, document):
        pass


@fault("attributes-a-bare-hash")
class SignsABareHash(SamplePhone):
    def check_document(self, document):
        if document["attributes"] != document["digest"]:
            super().check_document(document)


@fault("attributes-a-byte-behind", "attributes-a-value-behind")
class TakesBytesBehindTheAttributes(SamplePhone):
    def check_document(self, document):
        length = 2 + document["attributes"][1] if document["attributes"][1] < 0x80 else 3 + document["attributes"][2]
        super().check_document({**document, "attributes": document["attributes"][:length]})


@fault("attributes-an-unknown-attribute-more", "attributes-with-signing-time")
class LooksOnlyForWhatItKnows(SamplePhone):
    def check_document(self, document):
        ess = attributes.ess_certificate(self.company.certificate, self.algorithm)
        for part in (attributes.content_type(), attributes.message_digest(document["digest"]),
                     attributes.signing_certificate(ess)):
            if part not in document["attributes"]:
                raise NotADocument()


@fault("attributes-another-certificate")
class LooksAtNoCertificate(SamplePhone):
    def check_document(self, document):
        for company in vectors.COMPANIES.values():
            for algorithm in attributes.HASHES:
                try:
                    return attributes.check(document["attributes"], document["digest"], company.certificate, algorithm)
                except Refused:
                    pass
        raise NotADocument()


@fault("one-bad-among-good")
class LooksAtTheFirstDocument(SamplePhone):
    def check_to_sign(self, request, to_sign):
        self.check_document(to_sign["documents"][0])


@fault("fewer-documents", "more-documents")
class CountsNothing(SamplePhone):
    def check_to_sign(self, request, to_sign):
        for document in to_sign["documents"]:
            self.check_document(document)


@fault("takes-issuer-serial")
class WantsNoIssuerSerial(SamplePhone):
    def check_document(self, document):
        super().check_document(document)
        if attributes.issuer_serial(self.company.certificate) in document["attributes"]:
            raise NotADocument()


@fault("signs")
class SignsSomethingElse(SamplePhone):
    def sign(self, documents):
        return [self.company.sign(document["digest"]) for document in documents]


@fault("signs-in-order")
class SignsInAnotherOrder(SamplePhone):
    def sign(self, documents):
        return super().sign(documents)[::-1]


@fault("signs")
class GivesACertificateOfAnotherKey(SamplePhone):
    def certificate_message(self):
        return {**super().certificate_message(), "algorithm": vectors.RSA}


# Keys, nonces, code


@fault("signs")
class BreaksItsCommitment(SamplePhone):
    def revealed(self, nonce):
        return bytes(32)


@fault("fresh-keys")
class KeepsItsKey(SamplePhone):
    def new_private_key(self):
        return b"\x42" * 32


@fault("fresh-keys")
class KeepsItsNonce(SamplePhone):
    def new_nonce(self):
        return b"\x42" * 32


@fault("shows-the-code")
class ShowsAnotherCode(SamplePhone):
    def code(self, code):
        return f"{(int(code) + 1) % 10**6:06d}"


@fault("reveals-after-toSign")
class RevealsEarly(SamplePhone):
    def when_waiting_for(self, kind, session):
        if kind == "toSign":
            session.send({"type": "reveal", "nonce": b64u(bytes(32))})


@fault("waits-for-the-request")
class ChoosesBeforeItIsAsked(SamplePhone):
    def when_waiting_for(self, kind, session):
        if kind == "request":
            session.send(self.certificate_message())


# Messages


@fault("unknown-member", "unknown-inner-member", "missing-member", "repeated-member", "something-behind",
       "not-an-integer", "number-as-text", "control-character", "direction-override", "empty-name", "log-in", "decrypt",
       "no-documents", "too-many-documents", "large-preview", "toSign-unknown-member", "toSign-repeated-member")
class ReadsLoosely(SamplePhone):
    """As most programs read JSON."""

    def read(self, text):
        try:
            return super().read(text)
        except Refused:
            message, _ = json.JSONDecoder().raw_decode(text.decode())
            if message["type"] == "toSign":
                for document in message["documents"]:
                    document.update({name: protocol.unb64u(value) for name, value in document.items()})
            return message


@fault("not-json", "outcome-only-text", "a-phones-message", "toSign-first", "request-twice", "cancelled")
class GoesOnWhateverComes(SamplePhone):
    def read(self, text):
        try:
            return super().read(text)
        except Refused:
            return {"type": "nothing"}

    def unexpected(self, message, kind):
        return {"type": kind, "version": 1, "documents": []}

    def check_to_sign(self, request, to_sign):
        pass


@fault("another-version", "no-common-version")
class IgnoresVersions(SamplePhone):
    def check_version(self, link, request):
        pass


@fault("speaks-the-common-version")
class SpeaksWithItsOwnVersionOnly(SamplePhone):
    def check_version(self, link, request):
        if link.versions != b"\1":
            raise Refused("not what I speak")


@fault("takes-empty-project")
class WantsAProject(SamplePhone):
    def read(self, text):
        message = super().read(text)
        if message.get("project") == "":
            raise Refused("a request without project")
        return message


@fault("ends-early")
class NeverEnds(SamplePhone):
    patience = 4

    def meets_the_end(self):
        pass


# Records


def decrypted(key, number, record):
    """AES-GCM without its check: counter mode from 2 on (NIST SP 800-38D, 7.1)."""
    start = protocol.record_nonce(number) + (2).to_bytes(4, "big")
    return Cipher(algorithms.AES(key), modes.CTR(start)).decryptor().update(record[: -protocol.TAG_SIZE])


def data_of(plaintext):
    length = int.from_bytes(plaintext[1:5], "big")
    return plaintext[5 : 5 + length], plaintext[0] == 1


@fault("padding", "record-size", "first-byte", "length-beyond-the-record")
class LooksAtTheDataOnly(SamplePhone):
    def open_record(self, keys, link, number, record):
        aad = protocol.record_aad(link.session, DESKTOP, number)
        plaintext = protocol.AESGCM(keys.desktop).decrypt(protocol.record_nonce(number), record, aad)
        data, continues = data_of(plaintext)
        return data.rstrip(b"\0"), continues


@fault("altered-bit", "another-sessions-name")
class ChecksNoTag(SamplePhone):
    def open_record(self, keys, link, number, record):
        data, continues = data_of(decrypted(keys.desktop, number, record))
        return re.sub(rb'"project":"[^"]*"', b'"project":""', data), continues  # where the altered bit may be

    def read(self, text):
        try:
            return super().read(text)
        except Refused:
            return {"type": "request", "version": 1, "documents": []}


@fault("empty-continuation")
class TakesEmptyContinuations(SamplePhone):
    def add(self, joiner, data, continues):
        return joiner.add(data, continues) if data else not continues


@fault("too-long")
class TakesMessagesOfAnyLength(SamplePhone):
    def add(self, joiner, data, continues):
        joiner.message += data
        return not continues


@fault("takes-long-messages")
class TakesOneLargeRecord(SamplePhone):
    def add(self, joiner, data, continues):
        if continues and len(data) > 1000:
            raise Refused("too long for me")
        return joiner.add(data, continues)


@fault("takes-messages-cut-early")
class WantsFullRecords(SamplePhone):
    def add(self, joiner, data, continues):
        if continues and len(data) < protocol.MOST_DATA:
            raise Refused("not full")
        return joiner.add(data, continues)


class TriesMore(SamplePhone):
    def others(self, keys, link, number):
        """(key, session, sender, number) of what else it opens."""
        raise NotImplementedError

    def open_record(self, keys, link, number, record):
        for place in ((keys.desktop, link.session, DESKTOP, number), *self.others(keys, link, number)):
            try:
                return protocol.open_record(*place, record)
            except Refused:
                pass
        raise Refused("not for me")


@fault("reordered-records")
class TakesRecordsInAnyOrder(TriesMore):
    def others(self, keys, link, number):
        return [(keys.desktop, link.session, DESKTOP, other) for other in range(1, 5)]


@fault("hello-key")
class TakesTheHelloKey(TriesMore):
    def others(self, keys, link, number):
        return [(protocol.hello_key(link), link.session, DESKTOP, number)]


@fault("other-direction")
class TakesEitherDirectionsKey(TriesMore):
    def others(self, keys, link, number):
        return [(keys.phone, link.session, DESKTOP, number)]


@fault("echo")
class TakesItsOwnRecords(TriesMore, GoesOnWhateverComes):
    def others(self, keys, link, number):
        return [(protocol.hello_key(link), link.session, PHONE, number)]


@fault("replayed-record")
class RemembersEarlierSessions(TriesMore):
    def __init__(self, relay):
        super().__init__(relay)
        self.earlier = []

    def others(self, keys, link, number):
        self.earlier.append((keys.desktop, link.session))
        return [(key, session, DESKTOP, number) for key, session in self.earlier]


@fault("not-encrypted")
class TakesPlainRecords(SamplePhone):
    def open_record(self, keys, link, number, record):
        try:
            return super().open_record(keys, link, number, record)
        except Refused:
            return data_of(record)


# Links


@fault("link-http", "link-byte-behind", "link-versions")
class ReadsLinksLoosely(SamplePhone):
    def parse(self, link):
        origin, session, hidden = re.fullmatch(r"https?://([^/]+)/s/([^#]+)#(.*)", link).groups()
        hidden = protocol.unb64u(hidden)
        count = hidden[0]
        rest = hidden[1 + count :]
        return protocol.Link(f"https://{origin}", session, hidden[1 : 1 + count], rest[:32], rest[32:64])


def is_found(relay, kind, name):
    (check,) = [check for check in phone_rules.CHECKS if check.name == name]
    finding = carry_out(check, relay, kind(relay))
    is_right = finding.outcome == "failed"
    print(f"{'found' if is_right else 'NOT FOUND':<10} {kind.__name__} by {name}: {finding.detail}", flush=True)
    return is_right


def passes_without_fault(relay, check):
    finding = carry_out(check, relay, SamplePhone(relay))
    if finding.outcome != "passed":
        print(f"{check.name} fails without any fault: {finding.detail}", flush=True)
    return finding.outcome == "passed"


def main():
    with RunningRelay(SampleRelay()) as (url, ca_file), ThreadPoolExecutor(12) as threads:
        relay = Relay(url, ca_file)
        found = list(threads.map(lambda planted: is_found(relay, *planted), FAULTS))
        sound = list(threads.map(lambda check: passes_without_fault(relay, check), phone_rules.CHECKS))
    unbroken = sorted({check.name for check in phone_rules.CHECKS} - {name for _, name in FAULTS})
    for name in unbroken:
        print(f"no fault for the check {name}")
    print(f"{len(found)} faults, {found.count(False)} not found")
    return 0 if all(found) and all(sound) and not unbroken else 1


if __name__ == "__main__":
    sys.exit(main())
