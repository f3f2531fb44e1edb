"""A desktop that plays sessions with a phone under test: honest ones, and such as no honest desktop would."""

import os
import re
import shlex
import subprocess
import tempfile
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import load_der_x509_certificate

import attributes
import messages
import protocol
import samples
from protocol import DESKTOP, PHONE, Joiner, b64u
from report import Violation, expect

PATIENCE = 30  # seconds for a phone that is a program
PATIENCE_WITH_PEOPLE = 300
A_SECOND = 1
COMPUTER = {"id": b64u(b"sample desktop 1"), "name": "示例电脑"}


class PhoneProgram:
    """The phone as a command; {link} is replaced, or the link stands on its standard input."""

    patience = PATIENCE

    def __init__(self, command):
        self.command = command

    def start(self, link):
        words = [word.replace("{link}", link) for word in self.command]
        takes_input = words == self.command
        output = tempfile.TemporaryFile()
        process = subprocess.Popen(words, stdin=subprocess.PIPE if takes_input else subprocess.DEVNULL,
                                   stdout=output, stderr=subprocess.STDOUT)
        if takes_input:
            process.stdin.write(link.encode() + b"\n")
            process.stdin.close()
        return RunningProgram(process, output)

    def __str__(self):
        return shlex.join(self.command)


class RunningProgram:
    def __init__(self, process, output):
        self.process, self.output = process, output

    def is_running(self):
        return self.process.poll() is None

    def stop(self):
        if self.is_running():
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.wait()
        self.output.close()

    def shown(self):
        self.output.seek(0)
        return self.output.read().decode(errors="replace")


class PhoneOfAPerson:
    """A phone in a hand: the link is shown, and the person does the rest."""

    patience = PATIENCE_WITH_PEOPLE

    def start(self, link):
        print(f"\nScan this, or open it in the app:\n{link}", flush=True)
        try:
            subprocess.run(["qrencode", "-t", "UTF8", "-l", "M", "-m", "4", link], check=True)
        except (OSError, subprocess.CalledProcessError):
            pass  # a link can be copied
        return PersonAtWork()


class PersonAtWork:
    def is_running(self):
        return True

    def stop(self):
        pass

    def shown(self):
        return ""


class Silence(Exception):
    """The phone ended, or said nothing more."""


class Desktop:
    """One session. Members are what was agreed; methods send and receive one thing each."""

    def __init__(self, relay, phone, versions=(1,)):
        self.relay, self.phone = relay, phone
        self.private = os.urandom(32)
        secret = os.urandom(32)
        opened = relay.open(secret)
        expect(opened.status == 201, f"the relay opens no session: {opened.shown()}")
        opened = opened.json()
        self.token, self.interval = opened["token"], opened["interval"]
        self.link = protocol.Link(
            opened["origin"], opened["session"], bytes(versions), protocol.public_key(self.private), secret)
        self.hello_key = protocol.hello_key(self.link)
        self.nonce = os.urandom(32)
        self.keys = None
        self.sent = self.received = 0
        self.transcript = []
        self.seen_records = []
        self.running = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.relay.end(self.link.session, self.token)
        if self.running:
            self.running.stop()

    def start_phone(self, link=None):
        self.running = self.phone.start(link or self.link.text())

    # Records

    def put(self, record):
        self.sent += 1
        answer = self.relay.put(self.link.session, self.token, self.sent, record)
        if answer.status == 404:
            raise Silence("the phone has ended the session")
        expect(answer.status in (200, 201), f"the relay keeps no record: {answer.shown()}")

    def sealed(self, data, continues=False, number=None, plaintext=None, key=None):
        plaintext = plaintext or protocol.record_plaintext(data, continues)
        key = key or self.keys.desktop
        return protocol.seal_record(key, self.link.session, DESKTOP, number or self.sent + 1, plaintext)

    def send(self, message, longest=protocol.MOST_DATA):
        """`message` is a dictionary, or the bytes of what may not even be JSON."""
        text = message if isinstance(message, bytes) else messages.write(message)
        for data, continues in protocol.split(text, longest):
            self.put(self.sealed(data, continues))
        self.transcript.append(text)

    def take_record(self, patience=None):
        deadline = time.monotonic() + (self.phone.patience if patience is None else patience)
        while True:
            was_running = self.running.is_running()
            begin = time.monotonic()
            answer = self.relay.get(self.link.session, self.token, self.received, 1 if was_running else 0)
            if answer.status == 200:
                self.received += 1
                self.seen_records.append(answer.body)
                return answer.body
            if answer.status == 404:
                raise Silence("the phone has ended the session")
            expect(answer.status == 204, f"the relay gives no record: {answer.shown()}")
            if not was_running:
                raise Silence("the phone has ended")
            if time.monotonic() > deadline:
                raise Silence("the phone is silent") if patience is not None else Stuck()
            time.sleep(max(0, self.interval - (time.monotonic() - begin)))

    def take_text(self, patience=None):
        joiner, complete = Joiner(), False
        while not complete:
            record = self.take_record(patience)
            key = self.hello_key if self.received == 1 else self.keys.phone
            complete = joiner.add(*protocol.open_record(key, self.link.session, PHONE, self.received, record))
            if self.received == 1:
                expect(complete, "a hello of several records")
        return joiner.message

    def take(self, kind, patience=None):
        text = self.take_text(patience)
        message = messages.read(text)
        if message["type"] == "refusal" and kind != "refusal":
            raise Refusal(message["reason"])
        expect(message["type"] == kind, f"{message['type']} instead of {kind}")
        self.transcript.append(text)
        return message

    # The talk

    def take_hello(self):
        self.hello = self.take("hello")
        self.phone_versions = bytes(self.hello["versions"])
        phone_key = self.hello["key"]
        self.keys = protocol.SessionKeys.derive(self.link, self.private, phone_key, self.phone_versions, phone_key)

    def request(self, count=1, **members):
        return {
            "type": "request", "version": 1, "action": "sign", "client": "Conformance 1.0", "computer": COMPUTER,
            "project": "示例工程", "documents": [document(index) for index in range(count)], **members,
        }

    def take_certificate(self):
        self.chosen = self.take("certificate")
        self.certificate = self.chosen["chain"][0]
        self.algorithm = self.chosen["algorithm"]
        self.public_key = load_der_x509_certificate(self.certificate).public_key()
        expect(suits(self.public_key, self.algorithm), f"{self.algorithm} does not suit the certificate's key")

    def to_sign(self, count=1, changed=None, **form):
        """`changed`: {index: (digest, attributes)} in place of honest ones."""
        self.to_be_signed = []
        for index in range(count):
            digest = samples.digest_of(b"a prepared file %d" % index, self.algorithm)
            honest = attributes.signed_attributes(digest, self.certificate, self.algorithm, **form)
            self.to_be_signed.append((changed or {}).get(index, (digest, honest)))
        return {
            "type": "toSign", "nonce": b64u(self.nonce),
            "documents": [{"digest": b64u(digest), "attributes": b64u(der)} for digest, der in self.to_be_signed],
        }

    def take_reveal(self):
        self.phone_nonce = self.take("reveal")["nonce"]
        committed = protocol.commitment(self.link.session, self.hello["key"], self.phone_nonce)
        expect(committed == self.hello["commitment"], "the revealed nonce is not the committed one")
        self.code = protocol.compare_code(self.keys.prk, protocol.transcript(*self.transcript))
        if isinstance(self.running, PersonAtWork):
            print(f"Compare code: {protocol.shown_code(self.code)}", flush=True)

    def take_signatures(self):
        signatures = self.take("signatures")["signatures"]
        expect(len(signatures) == len(self.to_be_signed), "not as many signatures as documents")
        for signature, (_, signed) in zip(signatures, self.to_be_signed):
            expect(verifies(self.public_key, self.algorithm, signature, signed), "a signature that does not verify")

    def end(self):
        self.relay.end(self.link.session, self.token)

    def wait_until_phone_ends(self):
        deadline = time.monotonic() + self.phone.patience
        while self.running.is_running() and not isinstance(self.running, PersonAtWork):
            if time.monotonic() > deadline:
                raise Stuck()
            time.sleep(0.05)

    def shown_codes(self):
        return [code.replace(" ", "") for code in re.findall(r"(?<!\d)\d{3} ?\d{3}(?!\d)", self.running.shown())]


class Refusal(Exception):
    """The phone's encrypted refusal."""


class Stuck(Violation):
    def __init__(self):
        super().__init__("the phone neither goes on nor refuses nor ends")


def document(index, **members):
    return {
        "name": f"示例文件{index + 1}.pdf", "pages": 3, "bytes": 12345, "sha256": b64u(os.urandom(32)),
        "marks": [{"seal": "公章", "pages": [1, 3]}],
        "previews": [{"page": 1, "jpeg": b64u(samples.PREVIEW_JPEG)}], **members,
    }


def suits(key, algorithm):
    if isinstance(key, rsa.RSAPublicKey):
        return algorithm == "rsa-pkcs1-sha256"
    curves = {"ecdsa-sha256": "secp256r1", "ecdsa-sha384": "secp384r1"}
    return isinstance(key, ec.EllipticCurvePublicKey) and curves.get(algorithm) == key.curve.name


def verifies(key, algorithm, signature, data):
    try:
        if algorithm == "rsa-pkcs1-sha256":
            key.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
        else:
            key.verify(signature, data, ec.ECDSA(hashes.SHA256() if algorithm == "ecdsa-sha256" else hashes.SHA384()))
    except InvalidSignature:
        return False
    return True
