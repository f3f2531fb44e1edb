"""A small relay in Python, in memory, for one thing: to be broken. The checks of relay_rules.py must pass on it as it
is, and each must fail on the fault that it is about (relay_faults.py)."""

import email.utils
import hashlib
import hmac
import http.server
import json
import os
import re
import ssl
import tempfile
import threading
import time
import urllib.parse

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

import der
import samples
from protocol import DESKTOP, PHONE, Refused, b64u, unb64u

STATUS = {
    "invalid_request": 400, "invalid_token": 401, "access_denied": 403, "expired_token": 404, "already_joined": 409,
    "conflict": 409, "out_of_order": 409, "too_large": 413,
}
PAGE = b"<!doctype html><title>BidSeal</title><p>Open your certificate app.</p>"


class Problem(Exception):
    def __init__(self, error, status=None):
        super().__init__(error)
        self.error, self.status = error, status or STATUS[error]


class Session:
    def __init__(self, verifier, desktop_token, life):
        self.verifier = verifier
        self.tokens = {DESKTOP: desktop_token, PHONE: None}
        self.messages = {DESKTOP: [], PHONE: []}
        self.ends = time.monotonic() + life
        self.waits = {DESKTOP: 0, PHONE: 0}  # how often a side has begun to wait
        self.changed = threading.Condition()

    @property
    def is_joined(self):
        return self.tokens[PHONE] is not None

    def seconds_left(self):
        return max(0, int(self.ends - time.monotonic()))


class SampleRelay:
    """The rules; each method is one that a fault may break."""

    waiting_life, joined_life = 120, 600
    largest_message, most_messages, most_bytes = 262144, 64, 8 * 1024 * 1024

    def __init__(self):
        self.sessions = {}
        self.origin = None

    def open(self, verifier):
        name, token = b64u(os.urandom(16)), self.new_token()
        self.sessions[name] = Session(verifier, token, self.waiting_life)
        return 201, {
            "session": name, "token": token, "origin": self.origin, "expiresIn": self.waiting_life, "interval": 1}

    def new_token(self):
        return b64u(os.urandom(32))

    def session(self, name):
        session = self.sessions.get(name)
        if session is None or self.is_over(session):
            self.sessions.pop(name, None)
            raise self.unknown(name)
        return session

    def is_over(self, session):
        return session.ends <= time.monotonic()

    def unknown(self, name):
        return Problem("expired_token")

    def side(self, session, token):
        for side, known in session.tokens.items():
            if token is not None and known == token:
                return side
        return self.meets_a_stranger(session)

    def meets_a_stranger(self, session):
        raise Problem("invalid_token")

    def join(self, name, proof, token):
        session = self.session(name)
        if not self.proves(session, proof):
            self.meets_a_wrong_proof(name)
            raise Problem("access_denied")
        if session.tokens[PHONE] == token:
            return self.meets_the_same_phone(session)
        if session.is_joined:
            return self.meets_a_second_phone(session, token)
        session.tokens[PHONE] = token
        session.ends = time.monotonic() + self.joined_life
        return self.welcome(session)

    def welcome(self, session):
        return 200, {"expiresIn": session.seconds_left(), "interval": 1}

    def meets_the_same_phone(self, session):
        return self.welcome(session)

    def proves(self, session, proof):
        return hmac.compare_digest(hashlib.sha256(proof).digest(), session.verifier)

    def meets_a_wrong_proof(self, name):
        pass

    def meets_a_second_phone(self, session, token):
        raise Problem("already_joined")

    def put(self, name, token, number, data):
        session = self.session(name)
        side = self.side(session, token)
        self.check_joined(session)
        messages = session.messages[side]
        if len(data) > self.largest_message:
            raise Problem("too_large")
        if 1 <= number <= len(messages):
            return self.meets_a_known_number(messages, number, data)
        self.check_order(messages, number)
        if number > self.most_messages or sum(map(len, messages)) + len(data) > self.most_bytes:
            raise Problem("too_large")
        with session.changed:
            messages.append(self.kept(data))
            self.wake(session)
        return 201, None

    def check_joined(self, session):
        if not session.is_joined:
            raise Problem("out_of_order")

    def meets_a_known_number(self, messages, number, data):
        if messages[number - 1] != data:
            raise Problem("conflict")
        return 200, None

    def check_order(self, messages, number):
        if number != len(messages) + 1:
            raise Problem("out_of_order")

    def wake(self, session):
        session.changed.notify_all()

    def kept(self, data):
        return data

    def read_by(self, side):
        return PHONE if side == DESKTOP else DESKTOP

    def get(self, name, token, after, wait):
        session = self.session(name)
        side = self.side(session, token)
        messages = session.messages[self.read_by(side)]
        deadline = time.monotonic() + min(wait, 25)
        with session.changed:
            session.waits[side] += 1
            turn = session.waits[side]
            session.changed.notify_all()
            while not self.is_there(messages, after) and self.may_wait(session, side, turn):
                left = deadline - time.monotonic()
                if left <= 0 or not session.changed.wait(left):
                    break
            if name not in self.sessions:
                raise self.unknown(name)
            if not self.is_there(messages, after):
                return 204, None, session
            return 200, self.message(messages, after), session

    def may_wait(self, session, side, turn):
        return session.waits[side] == turn

    def is_there(self, messages, after):
        return len(messages) > after

    def message(self, messages, after):
        return messages[after]

    def end(self, name, token, only_if_waiting):
        session = self.session(name)
        self.side(session, token)
        if only_if_waiting and session.is_joined:
            return self.keeps_a_joined_session(name, session)
        self.forget(name, session)
        return 204, None

    def keeps_a_joined_session(self, name, session):
        raise Problem("already_joined")

    def forget(self, name, session):
        del self.sessions[name]
        with session.changed:
            session.waits = {side: waits + 1 for side, waits in session.waits.items()}
            session.changed.notify_all()

    def health(self):
        return {"status": "ok", "versions": [1]}

    def page(self):
        return PAGE

    def headers(self):
        return {"Cache-Control": "no-store", "Date": email.utils.formatdate(usegmt=True)}

    def problem(self, problem):
        value = {"status": problem.status, "title": problem.error.replace("_", " "), "error": problem.error}
        return problem.status, value, {"Content-Type": "application/problem+json"}

    def page_headers(self):
        return {"Content-Security-Policy": "default-src 'none'", "Referrer-Policy": "no-referrer"}

    def members(self, value, *names):
        """The members of a request, and no others."""
        is_object = isinstance(value, dict) and value.keys() == set(names)
        if not is_object or not all(isinstance(member, str) for member in value.values()):
            raise Problem("invalid_request")
        return [value[name] for name in names]

    def bytes_of_32(self, text):
        data = unb64u(text)
        if len(data) != 32:
            raise Problem("invalid_request")
        return data

    def number(self, text):
        if not re.fullmatch(r"[1-9][0-9]*", text):
            raise Problem("invalid_request")
        return int(text)

    def state(self, session):
        return "joined" if session.is_joined else "waiting"

    def takes_plain_http(self, connection):
        return False

    def other_path(self):
        return Problem("invalid_request", 404)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    ROUTES = [  # path, {method: what answers}
        (re.compile(r"/health"), {"GET": "health"}),
        (re.compile(r"/s/([A-Za-z0-9_-]{22})"), {"GET": "page"}),
        (re.compile(r"/v1/sessions"), {"POST": "open"}),
        (re.compile(r"/v1/sessions/([A-Za-z0-9_-]{22})"), {"DELETE": "end"}),
        (re.compile(r"/v1/sessions/([A-Za-z0-9_-]{22})/join"), {"POST": "join"}),
        (re.compile(r"/v1/sessions/([A-Za-z0-9_-]{22})/messages"), {"GET": "get"}),
        (re.compile(r"/v1/sessions/([A-Za-z0-9_-]{22})/messages/([^/]*)"), {"PUT": "put"}),
    ]

    @property
    def relay(self):
        return self.server.relay

    def answer_anything(self):
        self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urllib.parse.urlsplit(self.path)
        self.query = dict(urllib.parse.parse_qsl(parts.query))
        try:
            for path, methods in self.ROUTES:
                if match := path.fullmatch(parts.path):
                    if self.command not in methods:
                        raise Problem("invalid_request", 405)
                    return getattr(self, methods[self.command])(*match.groups())
            raise self.relay.other_path()
        except (Refused, ValueError, UnicodeDecodeError):
            self.problem(Problem("invalid_request"))
        except Problem as problem:
            self.problem(problem)

    do_GET = do_PUT = do_POST = do_DELETE = answer_anything

    def health(self):
        self.json(200, self.relay.health())

    def page(self, _):
        self.give(200, self.relay.page(), {"Content-Type": "text/html; charset=utf-8", **self.relay.page_headers()})

    def open(self):
        (verifier,) = self.relay.members(json.loads(self.body), "joinVerifier")
        self.json(*self.relay.open(self.relay.bytes_of_32(verifier)))

    def join(self, name):
        proof, token = self.relay.members(json.loads(self.body), "joinProof", "token")
        self.relay.bytes_of_32(token)
        self.json(*self.relay.join(name, self.relay.bytes_of_32(proof), token))

    def put(self, name, number):
        status, _ = self.relay.put(name, self.token(), self.relay.number(number), self.body)
        self.give(status)

    def get(self, name):
        after, wait = int(self.query.get("after", 0)), int(self.query.get("wait", 0))
        status, data, session = self.relay.get(name, self.token(), after, wait)
        headers = {"BidSeal-State": self.relay.state(session), "BidSeal-Expires-In": str(session.seconds_left())}
        if data is not None:
            headers |= {"BidSeal-Message": str(after + 1), "Content-Type": "application/octet-stream"}
        self.give(status, data, headers)

    def end(self, name):
        status, _ = self.relay.end(name, self.token(), self.query.get("if") == "waiting")
        self.give(status)

    def token(self):
        kind, _, token = self.headers.get("Authorization", "").partition(" ")
        return token if kind == "Bearer" else None

    def json(self, status, value):
        self.give(status, json.dumps(value).encode(), {"Content-Type": "application/json"})

    def problem(self, problem):
        status, value, headers = self.relay.problem(problem)
        self.give(status, json.dumps(value).encode(), headers)

    def give(self, status, body=None, headers=None):
        self.send_response_only(status)
        for name, value in {**self.relay.headers(), **(headers or {})}.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        if body and status != 204:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def get_request(self):
        connection, address = super().get_request()
        if not self.relay.takes_plain_http(connection):
            connection = self.tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address

    def handle_error(self, request, client_address):
        pass  # a client that went away


class RunningRelay:
    """A relay on a port of the system's choice, under a certificate of its own: (address, CA file)."""

    def __init__(self, relay):
        self.relay = relay

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        certificate, key = server_certificate(self.folder.name)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.tls, self.server.relay = context, self.relay
        self.relay.origin = f"https://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self.relay.origin, certificate

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()


def server_certificate(folder):
    """PEM files of a certificate for 127.0.0.1 and its key."""
    authority_key = samples.new_key("rsa-pkcs1-sha256")
    key = samples.new_key("ecdsa-sha256")
    issuer = samples.name("示例中继", "示例中继")
    this_computer = samples.extension("2.5.29.17", False, der.sequence(der.tlv(0x87, bytes([127, 0, 0, 1]))))
    authority = samples.certificate(authority_key, issuer, authority_key, issuer, 1,
                                    [samples.IS_AUTHORITY, samples.SIGNS_CERTIFICATES])
    own = samples.certificate(key, samples.name("示例中继", "127.0.0.1"), authority_key, issuer, 2, [this_computer])
    pem = "".join(ssl.DER_cert_to_PEM_cert(certificate) for certificate in (own, authority))
    key_pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    paths = os.path.join(folder, "relay.pem"), os.path.join(folder, "relay-key.pem")
    for path, content in zip(paths, (pem.encode(), key_pem)):
        with open(path, "wb") as file:
            file.write(content)
    return paths
