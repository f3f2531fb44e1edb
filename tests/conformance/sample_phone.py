"""A small phone in Python, for one thing: to be broken. The checks of phone_rules.py must pass on it as it is, and each
must fail on the fault that it is about (phone_faults.py)."""

import os
import threading
import time

import attributes
import messages
import protocol
import vectors
from protocol import DESKTOP, PHONE, Joiner, Refused, b64u
from relay_client import new_token

PATIENCE = 30  # seconds


class SamplePhone:
    """Starts a session for each link; every method is one that a fault may break."""

    patience = PATIENCE
    versions = bytes([1])
    algorithm = vectors.P256
    other_company = vectors.COMPANIES[vectors.RSA]

    def __init__(self, relay):
        self.relay = relay
        self.company = vectors.COMPANIES[self.algorithm]

    def start(self, link):
        return RunningSession(self, link)

    # Links, keys

    def parse(self, link):
        return protocol.Link.parse(link)

    def new_private_key(self):
        return os.urandom(32)

    def new_nonce(self):
        return os.urandom(32)

    def committed(self, nonce):
        return nonce

    def revealed(self, nonce):
        return nonce

    # Records

    def open_record(self, keys, link, number, record):
        return protocol.open_record(keys.desktop, link.session, DESKTOP, number, record)

    def add(self, joiner, data, continues):
        return joiner.add(data, continues)

    # Messages

    def read(self, text):
        return messages.read(text)

    def certificate_message(self):
        return {"type": "certificate", "chain": [b64u(self.company.certificate)], "algorithm": self.algorithm,
                "atOnce": 500}

    def check_version(self, link, request):
        if 1 not in link.versions or request["version"] != 1:
            raise Refused("no common version")

    def check_to_sign(self, request, to_sign):
        if len(to_sign["documents"]) != len(request["documents"]):
            raise Refused("another number of documents")
        for document in to_sign["documents"]:
            self.check_document(document)

    def check_document(self, document):
        try:
            attributes.check(document["attributes"], document["digest"], self.company.certificate, self.algorithm)
        except Refused as error:
            raise NotADocument() from error

    def sign(self, documents):
        return [self.company.sign(document["attributes"]) for document in documents]

    def code(self, code):
        return code

    def unexpected(self, message, kind):
        raise Refused(f"{message['type']} instead of {kind}")

    def when_waiting_for(self, kind, session):
        pass

    def meets_the_end(self):
        raise SessionOver()


class NotADocument(Refused):
    pass


class SessionOver(Exception):
    pass


class RunningSession:
    """One session on a thread of its own."""

    def __init__(self, phone, link):
        self.phone, self.relay = phone, phone.relay
        self.screen = ""
        self.sent = self.received = 0
        self.transcript = []
        self.is_told_to_stop = False
        self.thread = threading.Thread(target=self.lead, args=[link], daemon=True)
        self.thread.start()

    def is_running(self):
        return self.thread.is_alive()

    def stop(self):
        self.is_told_to_stop = True
        self.thread.join(PATIENCE)

    def shown(self):
        return self.screen

    def lead(self, text):
        try:
            self.link = self.phone.parse(text)
            self.join()
            self.talk()
        except NotADocument:
            self.refuse("not-a-document")
        except (Refused, SessionOver, StopIteration):
            pass  # a session ends at once where the page is not followed

    def join(self):
        self.token = new_token()
        if self.relay.join(self.link.session, self.link.secret, self.token).status != 200:
            raise SessionOver()

    def talk(self):
        phone, link = self.phone, self.link
        private = phone.new_private_key()
        public = protocol.public_key(private)
        nonce = phone.new_nonce()
        committed = protocol.commitment(link.session, public, phone.committed(nonce))
        self.key = protocol.hello_key(link)
        self.send({"type": "hello", "versions": list(phone.versions), "key": b64u(public),
                   "commitment": b64u(committed), "app": "sample phone", "device": "示例手机"})
        self.keys = protocol.SessionKeys.derive(link, private, link.desktop_key, phone.versions, public)
        self.key = self.keys.phone
        phone.when_waiting_for("request", self)
        request = self.take("request")
        phone.check_version(link, request)
        self.send(phone.certificate_message())
        phone.when_waiting_for("toSign", self)
        to_sign = self.take("toSign")
        phone.check_to_sign(request, to_sign)
        self.send({"type": "reveal", "nonce": b64u(phone.revealed(nonce))})
        code = protocol.compare_code(self.keys.prk, protocol.transcript(*self.transcript[:5]))
        self.screen = protocol.shown_code(phone.code(code))
        signatures = phone.sign(to_sign["documents"])
        self.send({"type": "signatures", "signatures": [b64u(signature) for signature in signatures]})
        self.take("outcome")

    def send(self, message):
        text = messages.write(message)
        self.transcript.append(text)
        for data, continues in protocol.split(text):
            self.sent += 1
            plaintext = protocol.record_plaintext(data, continues)
            record = protocol.seal_record(self.key, self.link.session, PHONE, self.sent, plaintext)
            if self.relay.put(self.link.session, self.token, self.sent, record).status not in (200, 201):
                raise SessionOver()

    def refuse(self, reason):
        try:
            self.send({"type": "refusal", "reason": reason})
        except SessionOver:
            pass

    def take(self, kind):
        joiner, complete = Joiner(), False
        while not complete:
            record = self.take_record()
            opened = self.phone.open_record(self.keys, self.link, self.received, record)
            complete = self.phone.add(joiner, *opened)
        message = self.phone.read(joiner.message)
        if message["type"] != kind:
            message = self.phone.unexpected(message, kind)
        self.transcript.append(joiner.message)
        return message

    def take_record(self):
        while not self.is_told_to_stop:
            begin = time.monotonic()
            answer = self.relay.get(self.link.session, self.token, self.received, 1)
            if answer.status == 200:
                self.received += 1
                return answer.body
            if answer.status != 204:
                self.phone.meets_the_end()
            time.sleep(max(0, 1 - (time.monotonic() - begin)))
        raise SessionOver()
