"""Sections 2, 4 and 5 of docs/relay-protocol.md as sessions with a phone under test: in the good ones it must sign, in
the bad ones it must not, and must send nothing but a refusal."""

import json
import os
import time

import attributes
import der
import messages
import protocol
import samples
import vectors
from desktop import Desktop, Refusal, Silence, document
from protocol import DESKTOP, b64u
from report import Check, NotSeen, expect

CHECKS = []
PAUSE = 1.5  # seconds in which an impatient phone would have spoken


def rule(section, name, promise):
    def register(run):
        CHECKS.append(Check(section, name, promise, run))
        return run

    return register


# Good sessions: the phone must sign.


def session(relay, phone, count=1, longest=protocol.MOST_DATA, versions=(1,), request=None, **form):
    """A whole session; gives back the desktop when the phone has been told the outcome."""
    with Desktop(relay, phone, versions) as desktop:
        desktop.start_phone()
        try:
            desktop.take_hello()
            desktop.send(request or desktop.request(count), longest)
            desktop.take_certificate()
            desktop.send(desktop.to_sign(count, **form), longest)
            desktop.take_reveal()
            desktop.take_signatures()
        except (Refusal, Silence) as reason:
            expect(False, f"the phone does not sign: {reason}")
        desktop.send({"type": "outcome", "result": "signed"})
        desktop.wait_until_phone_ends()
        desktop.codes = desktop.shown_codes()
        return desktop


@rule("5", "signs", "A document is signed: hello, certificate, reveal and signatures are as the page says")
def signs(relay, phone):
    session(relay, phone)


@rule("5.6", "signs-in-order", "Several documents: as many signatures, in their order")
def signs_in_order(relay, phone):
    session(relay, phone, count=5)


@rule("4.2", "takes-long-messages", "Messages of several large records are put together")
def takes_long_messages(relay, phone):
    large = samples.PREVIEW_JPEG + bytes(30000)
    documents = [document(i, previews=[{"page": 1, "jpeg": b64u(large)}]) for i in range(20)]
    with_documents = {"documents": documents}
    session(relay, phone, 20, request=Desktop.request(None, **with_documents))


@rule("4.2", "takes-messages-cut-early", "Messages that were cut into small records are put together")
def takes_messages_cut_early(relay, phone):
    session(relay, phone, longest=300)


@rule("5.4", "takes-issuer-serial", "Attributes with the certificate's issuerSerial are signed too")
def takes_issuer_serial(relay, phone):
    session(relay, phone, with_issuer=True)


@rule("5.2", "takes-empty-project", "A request without project, marks and previews is complete")
def takes_little(relay, phone):
    plain = Desktop.request(None, project="", documents=[document(0, marks=[], previews=[])])
    session(relay, phone, request=plain)


@rule("5.1", "speaks-the-common-version", "A desktop that speaks later versions too is answered in version 1")
def speaks_the_common_version(relay, phone):
    session(relay, phone, versions=(1, 250, 251))


@rule("5.5", "shows-the-code", "The phone shows the compare code that the desktop computes")
def shows_the_code(relay, phone):
    desktop = session(relay, phone)
    if not desktop.codes:
        raise NotSeen(f"nothing of the phone's screen comes here; it had to be {protocol.shown_code(desktop.code)}")
    expect(desktop.code in desktop.codes, f"it shows {desktop.codes} and not {desktop.code}")


@rule("1", "fresh-keys", "Keys and nonces are new for each session")
def takes_fresh_keys(relay, phone):
    first, second = session(relay, phone), session(relay, phone)
    for name in ("key", "commitment"):
        expect(first.hello[name] != second.hello[name], f"the same {name} twice")
    expect(first.phone_nonce != second.phone_nonce, "the same nonce twice")


@rule("5.5", "reveals-after-toSign", "The nonce is not revealed before toSign has come")
def reveals_after_to_sign(relay, phone):
    with Desktop(relay, phone) as desktop:
        desktop.start_phone()
        desktop.take_hello()
        desktop.send(desktop.request())
        desktop.take_certificate()
        expect_silence(desktop, PAUSE)


@rule("5.1", "waits-for-the-request", "After the hello the phone waits for the request")
def waits_for_the_request(relay, phone):
    with Desktop(relay, phone) as desktop:
        desktop.start_phone()
        desktop.take_hello()
        expect_silence(desktop, PAUSE)


def expect_silence(desktop, seconds):
    try:
        kind = desktop.take_text(seconds)
    except Silence:
        return
    expect(False, f"it sends {kind[:40]!r} unasked")


# Bad sessions: the phone must send nothing but a refusal, and end.


def expect_end(desktop, reason=None):
    """From here on nothing comes but a refusal (for `reason`), and the phone ends."""
    try:
        message = messages.read(desktop.take_text())
    except Silence:
        expect(reason is None, f"no refusal {reason}, but silence")
        return
    expect(message["type"] == "refusal", f"it goes on with {message['type']}")
    expect(reason in (None, message["reason"]), f"it refuses as {message['reason']}, not {reason}")
    desktop.end()
    desktop.wait_until_phone_ends()


def until_hello(desktop):
    desktop.start_phone()
    desktop.take_hello()


def until_certificate(desktop, count=1):
    until_hello(desktop)
    desktop.send(desktop.request(count))
    desktop.take_certificate()


def bad_attributes():
    """(name, why, what makes (digest, attributes) of a desktop that knows the certificate)."""
    sample = vectors.COMPANIES[vectors.RSA]
    digest = samples.digest_of(b"", vectors.RSA)
    whys = [why for why, _ in vectors.bad_attributes(digest, sample, vectors.RSA, vectors.COMPANIES[vectors.P256])]
    for why in whys:
        yield why, lambda desktop, why=why: bad_attributes_for(desktop, why)


def bad_attributes_for(desktop, why):
    digest = samples.digest_of(b"a prepared file 0", desktop.algorithm)
    own = SeenCompany(desktop)
    return digest, dict(vectors.bad_attributes(digest, own, desktop.algorithm, vectors.COMPANIES[vectors.P384]))[why]


class SeenCompany:
    """What vectors.bad_attributes needs of a company whose key is on the phone."""

    def __init__(self, desktop):
        self.certificate = desktop.certificate
        fields = der.members(der.read(der.members(der.read(desktop.certificate)[1])[0])[1])
        self.subject, self.key_info = fields[5], fields[6]


def check_of_bad_attributes(why, make):
    def run(relay, phone):
        with Desktop(relay, phone) as desktop:
            until_certificate(desktop)
            desktop.send(desktop.to_sign(changed={0: make(desktop)}))
            expect_end(desktop, "not-a-document")

    return Check("5.4", f"attributes-{slug(why)}", f"Not signed: {why}", run)


def slug(text):
    return "".join(c if c.isalnum() else "-" for c in text.lower()).replace("--", "-").strip("-")


CHECKS += [check_of_bad_attributes(why, make) for why, make in bad_attributes()]


@rule("5.4", "one-bad-among-good", "One bad document among good ones: nothing is signed")
def refuses_one_bad_among_good(relay, phone):
    with Desktop(relay, phone) as desktop:
        until_certificate(desktop, 3)
        digest = samples.digest_of(b"a prepared file 2", desktop.algorithm)
        desktop.send(desktop.to_sign(3, {2: (digest, digest)}))
        expect_end(desktop, "not-a-document")


@rule("5.4", "digest-of-another-hash", "A digest that is not of the algorithm's hash is not signed")
def refuses_a_digest_of_another_hash(relay, phone):
    with Desktop(relay, phone) as desktop:
        until_certificate(desktop)
        length = 32 if desktop.algorithm == "ecdsa-sha384" else 48
        signed = attributes.signed_attributes(bytes(length), desktop.certificate, desktop.algorithm)
        desktop.send(desktop.to_sign(changed={0: (bytes(length), signed)}))
        expect_end(desktop)


@rule("5.4", "fewer-documents", "Fewer documents than in the request are not signed")
def refuses_fewer_documents(relay, phone):
    refuses_another_number(relay, phone, requested=2, to_sign=1)


@rule("5.4", "more-documents", "More documents than in the request are not signed")
def refuses_more_documents(relay, phone):
    refuses_another_number(relay, phone, requested=1, to_sign=2)


def refuses_another_number(relay, phone, requested, to_sign):
    with Desktop(relay, phone) as desktop:
        until_certificate(desktop, requested)
        desktop.send(desktop.to_sign(to_sign))
        expect_end(desktop)


def check_of_bad_request(section, name, promise, make):
    def run(relay, phone):
        with Desktop(relay, phone) as desktop:
            until_hello(desktop)
            desktop.send(make(desktop.request()))
            expect_end(desktop)

    return Check(section, name, promise, run)


def changed_document(request, **members):
    return {**request, "documents": [{**request["documents"][0], **members}]}


def after_text(request, text):
    return messages.write(request) + text


def with_repetition(request):
    return messages.write(request)[:-1] + b',"project":"' + request["project"].encode() + b'"}'


CHECKS += [
    check_of_bad_request("5", "unknown-member", "A request with an unknown member", lambda r: {**r, "more": 1}),
    check_of_bad_request("5", "unknown-inner-member", "A document with an unknown member",
                         lambda r: changed_document(r, more=1)),
    check_of_bad_request("5", "missing-member", "A request without its project",
                         lambda r: {name: value for name, value in r.items() if name != "project"}),
    check_of_bad_request("5", "repeated-member", "A request in which a member is repeated", with_repetition),
    check_of_bad_request("5", "something-behind", "Something behind the object", lambda r: after_text(r, b"{}")),
    check_of_bad_request("5", "not-an-integer", "A number with a fraction",
                         lambda r: messages.write(r).replace(b'"pages":3,', b'"pages":3.0,')),
    check_of_bad_request("5", "number-as-text", "A number as text", lambda r: changed_document(r, pages="3")),
    check_of_bad_request("5", "control-character", "A control character",
                         lambda r: changed_document(r, name="a\nb.pdf")),
    check_of_bad_request("5", "direction-override", "A right-to-left override in a file's name",
                         lambda r: changed_document(r, name="fdp\u202e.pdf")),
    check_of_bad_request("5", "empty-name", "A document without name", lambda r: changed_document(r, name="")),
    check_of_bad_request("5.2", "log-in", "The action log-in, which is reserved", lambda r: {**r, "action": "log-in"}),
    check_of_bad_request("5.2", "decrypt", "The action decrypt, which is reserved",
                         lambda r: {**r, "action": "decrypt"}),
    check_of_bad_request("5.2", "no-documents", "A request without documents", lambda r: {**r, "documents": []}),
    check_of_bad_request("5.2", "too-many-documents", "A request of 501 documents",
                         lambda r: {**r, "documents": [document(i, marks=[], previews=[]) for i in range(501)]}),
    check_of_bad_request("5.2", "large-preview", "A preview of more than 160 pixels", lambda r: changed_document(
        r, previews=[{"page": 1, "jpeg": b64u(samples.jpeg_of_width(161))}])),
    check_of_bad_request("5.1", "another-version", "A version that was not agreed", lambda r: {**r, "version": 2}),
    check_of_bad_request("5", "not-json", "A talk message that is no JSON", lambda r: b"please sign this"),
    check_of_bad_request("5", "outcome-only-text", "JSON that is no object", lambda r: b'"request"'),
    check_of_bad_request("5", "a-phones-message", "A message that only phones send",
                         lambda r: {"type": "reveal", "nonce": b64u(bytes(32))}),
    check_of_bad_request("5", "toSign-first", "toSign in place of the request", lambda r: {
        "type": "toSign", "nonce": b64u(bytes(32)),
        "documents": [{"digest": b64u(bytes(32)), "attributes": b64u(b"1")}]}),
]


@rule("5", "request-twice", "A second request in place of toSign")
def refuses_a_second_request(relay, phone):
    with Desktop(relay, phone) as desktop:
        until_certificate(desktop)
        desktop.send(desktop.request())
        expect_end(desktop)


@rule("5", "toSign-unknown-member", "toSign with an unknown member")
def refuses_unknown_members_in_to_sign(relay, phone):
    with Desktop(relay, phone) as desktop:
        until_certificate(desktop)
        desktop.send({**desktop.to_sign(), "more": 1})
        expect_end(desktop)


@rule("5", "toSign-repeated-member", "toSign in which the documents stand twice")
def refuses_repeated_members_in_to_sign(relay, phone):
    with Desktop(relay, phone) as desktop:
        until_certificate(desktop)
        good = messages.write(desktop.to_sign())
        again = json.dumps(json.loads(good)["documents"]).encode()
        desktop.send(good[:-1] + b',"documents":' + again + b"}")
        expect_end(desktop)


@rule("5.8", "cancelled", "outcome in place of toSign: the phone reveals and signs nothing")
def stops_when_cancelled(relay, phone):
    with Desktop(relay, phone) as desktop:
        until_certificate(desktop)
        desktop.send({"type": "outcome", "result": "cancelled"})
        expect_end(desktop)


@rule("3.6", "ends-early", "The session ends in the middle: the phone ends too")
def ends_with_the_session(relay, phone):
    with Desktop(relay, phone) as desktop:
        until_certificate(desktop)
        desktop.end()
        desktop.wait_until_phone_ends()


@rule("5.1", "no-common-version", "A desktop without a common version: the phone says hello, and no more")
def ends_without_a_common_version(relay, phone):
    with Desktop(relay, phone, versions=(250,)) as desktop:
        desktop.start_phone()
        desktop.take_hello()
        expect(1 in desktop.hello["versions"], "its hello does not tell its versions")
        desktop.send(desktop.request(version=250))
        expect_end(desktop)


# Bad records


def check_of_bad_record(name, promise, put):
    def run(relay, phone):
        with Desktop(relay, phone) as desktop:
            until_hello(desktop)
            try:
                put(desktop, messages.write(desktop.request()))
            except Silence:
                return  # it has gone before the last of it
            expect_end(desktop)

    return Check("4.2", name, promise, run)


def padded_wrongly(desktop, text):
    plaintext = protocol.record_plaintext(text)
    desktop.put(desktop.sealed(text, plaintext=plaintext[:-1] + b"\1"))


def of_another_size(desktop, text):
    needed = protocol.RECORD_HEAD + len(text) + protocol.TAG_SIZE
    desktop.put(desktop.sealed(text, plaintext=protocol.record_plaintext(text, size=needed + 100)))


def with_another_first_byte(desktop, text):
    desktop.put(desktop.sealed(text, plaintext=b"\2" + protocol.record_plaintext(text)[1:]))


def with_too_great_a_length(desktop, text):
    plaintext = protocol.record_plaintext(text)
    desktop.put(desktop.sealed(text, plaintext=plaintext[:1] + len(plaintext).to_bytes(4, "big") + plaintext[5:]))


def with_an_empty_continuation(desktop, text):
    desktop.put(desktop.sealed(text, continues=True))
    desktop.put(desktop.sealed(b""))


def with_an_altered_bit(desktop, text):
    record = bytearray(desktop.sealed(text))
    record[len(record) // 2] ^= 0x10
    desktop.put(bytes(record))


def in_another_order(desktop, text):
    first, second = (desktop.sealed(text, number=number) for number in (1, 2))
    desktop.put(second)
    desktop.put(first)


def under_the_hello_key(desktop, text):
    desktop.put(desktop.sealed(text, key=desktop.hello_key))


def under_the_phones_key(desktop, text):
    desktop.put(desktop.sealed(text, key=desktop.keys.phone))


def of_the_phone_itself(desktop, _):
    desktop.put(desktop.seen_records[0])


def without_encryption(desktop, text):
    desktop.put(protocol.record_plaintext(text) + bytes(protocol.TAG_SIZE))


def of_another_session(desktop, text):
    """Sealed with the right key, for the right number, but another session's name: as a relay might mix them up."""
    plaintext = protocol.record_plaintext(text)
    desktop.put(protocol.seal_record(desktop.keys.desktop, b64u(os.urandom(16)), DESKTOP, 1, plaintext))


def longer_than_a_talk_message(desktop, text):
    most = protocol.MOST_DATA
    for _ in range(protocol.MOST_TALK // most + 1):
        desktop.put(desktop.sealed(b" " * most, continues=True))
    desktop.put(desktop.sealed(text))


CHECKS += [
    check_of_bad_record("padding", "A record whose padding is not zero", padded_wrongly),
    check_of_bad_record("record-size", "A record of another size", of_another_size),
    check_of_bad_record("first-byte", "A record that begins with 2", with_another_first_byte),
    check_of_bad_record("length-beyond-the-record", "A length that leads out of the record", with_too_great_a_length),
    check_of_bad_record("empty-continuation", "A continuation that is empty", with_an_empty_continuation),
    check_of_bad_record("altered-bit", "A record with one bit altered", with_an_altered_bit),
    check_of_bad_record("reordered-records", "Records in another order", in_another_order),
    check_of_bad_record("hello-key", "A desktop's record under helloKey", under_the_hello_key),
    check_of_bad_record("other-direction", "A record under the key of the other direction", under_the_phones_key),
    check_of_bad_record("echo", "The phone's own record, sent back", of_the_phone_itself),
    check_of_bad_record("not-encrypted", "A record that is not encrypted", without_encryption),
    check_of_bad_record("another-sessions-name", "A record that names another session", of_another_session),
    check_of_bad_record("too-long", "A talk message of more than 6 MiB", longer_than_a_talk_message),
]


@rule("4.2", "replayed-record", "A record of an earlier session")
def refuses_a_replayed_record(relay, phone):
    with Desktop(relay, phone) as earlier:
        until_hello(earlier)
        record = earlier.sealed(messages.write(earlier.request()))
        earlier.put(record)
        earlier.take_certificate()
    with Desktop(relay, phone) as desktop:
        until_hello(desktop)
        desktop.put(record)
        expect_end(desktop)


# Bad links: the phone must not even join.


def check_of_bad_link(name, promise, change):
    def run(relay, phone):
        with Desktop(relay, phone) as desktop:
            desktop.start_phone(change(desktop.link.text()))
            desktop.wait_until_phone_ends()
            time.sleep(0.1)
            state = relay.get(desktop.link.session, desktop.token, 0).headers.get("bidseal-state")
            expect(state == "waiting", "it joins all the same")

    return Check("2", name, promise, run)


def with_hidden(change):
    def of_link(text):
        visible, hidden = text.split("#")
        return f"{visible}#{b64u(change(protocol.unb64u(hidden)))}"

    return of_link


CHECKS += [
    check_of_bad_link("link-http", "A link that does not begin with https",
                      lambda link: link.replace("https:", "http:")),
    check_of_bad_link("link-byte-behind", "A link with one byte more", with_hidden(lambda hidden: hidden + b"\0")),
    check_of_bad_link("link-versions", "A link whose versions do not ascend",
                      with_hidden(lambda hidden: b"\2\2\1" + hidden[2:])),
]
