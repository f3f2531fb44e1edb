"""Section 3 of docs/relay-protocol.md as checks of a running relay. Each opens sessions of its own."""

import http.client
import os
import re
import threading
import time

from protocol import b64u, is_origin, join_proof, join_verifier, unb64u
from relay_client import bearer, new_token
from report import Check, NotSeen, expect

CHECKS = []
SESSION_NAME = re.compile(r"[A-Za-z0-9_-]{22}")
LONGEST_MESSAGE = 262144
MOST_MESSAGES = 64
MOST_BYTES = 8 * 1024 * 1024
A_MOMENT = 4  # seconds that a busy relay may take


def rule(section, name, promise):
    def register(run):
        CHECKS.append(Check(section, name, promise, run))
        return run

    return register


class Session:
    """A session with its desktop, and with its phone if wanted."""

    def __init__(self, relay, joined=True):
        self.relay = relay
        self.secret = os.urandom(32)
        answer = relay.open(self.secret)
        expect(answer.status == 201, f"POST of a session: {answer.shown()}")
        self.opened = answer.json()
        self.name, self.desktop = self.opened["session"], self.opened["token"]
        self.phone = new_token()
        if joined:
            self.joined = succeeds(self.join(), 200).json()

    def join(self, secret=None, token=None):
        return self.relay.join(self.name, secret or self.secret, token or self.phone)

    def put(self, token, number, data=b"sample"):
        return self.relay.put(self.name, token, number, data)

    def get(self, token, after=0, wait=0):
        return self.relay.get(self.name, token, after, wait)

    def end(self, token, condition=""):
        return self.relay.end(self.name, token, condition)

    def expect_alive(self):
        succeeds(self.get(self.desktop), 200, 204)

    def expect_gone(self):
        for answer in (self.get(self.desktop), self.put(self.desktop, 1), self.join(), self.end(self.desktop)):
            fails(answer, 404, "expired_token")


def succeeds(answer, *statuses):
    expect(answer.status in statuses, f"{answer.shown()} instead of {' or '.join(map(str, statuses))}")
    return answer


def fails(answer, status, error):
    expect(answer.status == status and answer.error() == error, f"{answer.shown()} instead of {status} {error}")
    return answer


def is_whole(value, least, most):
    return type(value) is int and least <= value <= most


# 3.1 Open


@rule("3.1", "open", "POST of a session: 201 with session, token, origin, expiresIn and interval")
def opens(relay):
    opened = Session(relay, joined=False).opened
    expect(SESSION_NAME.fullmatch(opened["session"]) and len(unb64u(opened["session"])) == 16, "session")
    expect(len(unb64u(opened["token"])) == 32, "token")
    expect(is_origin(opened["origin"]), f"origin {opened['origin']}")
    expect(is_whole(opened["expiresIn"], 1, 120), f"expiresIn {opened['expiresIn']}")
    expect(is_whole(opened["interval"], 1, 60), f"interval {opened['interval']}")


@rule("3.1", "open-anew", "Each POST makes another session with another token")
def opens_anew(relay):
    secret = os.urandom(32)
    first, second = (succeeds(relay.open(secret), 201).json() for _ in range(2))
    expect(first["session"] != second["session"], "the same session twice")
    expect(first["token"] != second["token"], "the same token twice")


@rule("3.1", "open-malformed", "A request that is not understood is invalid_request")
def refuses_malformed_requests(relay):
    good, short = b64u(bytes(32)).encode(), b64u(bytes(31)).encode()
    for body in (b"", b"{", b"[]", b"null", b"{}", b'{"joinVerifier":1}', b'{"joinVerifier":"%s="}' % good,
                 b'{"joinVerifier":"%s"}' % short, b'{"joinVerifier":"%s"}{}' % good):
        fails(relay.request("POST", "/v1/sessions", body, {"Content-Type": "application/json"}), 400, "invalid_request")


@rule("3", "unknown-members", "Unknown members of requests are an error")
def refuses_unknown_members(relay):
    verifier = {"joinVerifier": b64u(bytes(32)), "more": 1}
    fails(relay.json_request("POST", "/v1/sessions", verifier), 400, "invalid_request")
    session = Session(relay, joined=False)
    proof = {"joinProof": b64u(join_proof(session.secret)), "token": session.phone, "more": 1}
    fails(relay.json_request("POST", f"/v1/sessions/{session.name}/join", proof), 400, "invalid_request")
    succeeds(session.join(), 200)


# 3.2 Join


@rule("3.2", "join", "The right proof joins: 200 with expiresIn and interval")
def joins(relay):
    joined = Session(relay).joined
    expect(is_whole(joined["expiresIn"], 1, 600), f"expiresIn {joined['expiresIn']}")
    expect(is_whole(joined["interval"], 1, 60), f"interval {joined['interval']}")


@rule("3.2", "join-again", "The same token again: the same answer, with the seconds that are left")
def joins_again(relay):
    session = Session(relay)
    again = succeeds(session.join(), 200).json()
    expect(is_whole(again["expiresIn"], 1, session.joined["expiresIn"]), f"expiresIn {again['expiresIn']}")
    succeeds(session.get(session.phone), 204)


@rule("3.2", "second-phone", "A right proof with another token: 409 already_joined, and the first phone stays")
def refuses_a_second_phone(relay):
    session = Session(relay)
    second = new_token()
    fails(session.join(token=second), 409, "already_joined")
    fails(session.get(second), 401, "invalid_token")
    succeeds(session.get(session.phone), 204)


@rule("3.2", "wrong-proof", "A wrong proof is access_denied and opens nothing")
def refuses_a_wrong_proof(relay):
    session = Session(relay, joined=False)
    fails(session.join(secret=os.urandom(32)), 403, "access_denied")
    fails(session.get(session.phone), 401, "invalid_token")
    expect(session.get(session.desktop).headers.get("bidseal-state") == "waiting", "the session counts as joined")


@rule("3.2", "verifier-is-no-proof", "The verifier, which the relay knows, is no proof")
def refuses_the_verifier(relay):
    session = Session(relay, joined=False)
    fails(relay.join_with(session.name, b64u(join_verifier(session.secret)), session.phone), 403, "access_denied")


@rule("3.2", "wrong-proof-burns-nothing", "After wrong proofs the right one still joins")
def survives_wrong_proofs(relay):
    session = Session(relay, joined=False)
    for _ in range(6):
        fails(session.join(secret=os.urandom(32)), 403, "access_denied")
    succeeds(session.join(), 200)


@rule("3.2", "wrong-proof-when-joined", "A wrong proof does not disturb a joined session")
def survives_wrong_proofs_when_joined(relay):
    session = Session(relay)
    fails(session.join(secret=os.urandom(32)), 403, "access_denied")
    succeeds(session.put(session.phone, 1), 201)


@rule("3.2", "join-malformed", "A join that is not understood is invalid_request and changes nothing")
def refuses_malformed_joins(relay):
    session = Session(relay, joined=False)
    proof = b64u(join_proof(session.secret))
    path = f"/v1/sessions/{session.name}/join"
    for value in ({}, {"joinProof": proof}, {"joinProof": proof, "token": b64u(bytes(31))},
                  {"joinProof": proof + "=", "token": session.phone}, {"joinProof": 1, "token": session.phone}):
        fails(relay.json_request("POST", path, value), 400, "invalid_request")
    succeeds(session.join(), 200)


@rule("3.2", "join-nowhere", "A session that never was: expired_token")
def joins_nothing(relay):
    fails(relay.join(b64u(os.urandom(16)), os.urandom(32), new_token()), 404, "expired_token")


# 3.3 Send


@rule("3.3", "send", "A message is kept: 201; the same bytes again: 200")
def keeps_messages(relay):
    session = Session(relay)
    for token in (session.desktop, session.phone):  # each side has numbers of its own
        succeeds(session.put(token, 1, b"one"), 201)
        succeeds(session.put(token, 1, b"one"), 200)
        succeeds(session.put(token, 2, b"two"), 201)
        succeeds(session.put(token, 1, b"one"), 200)


@rule("3.3", "conflict", "Other bytes under the same number: 409 conflict, and the first bytes stay")
def refuses_other_bytes(relay):
    session = Session(relay)
    succeeds(session.put(session.phone, 1, b"first"), 201)
    fails(session.put(session.phone, 1, b"other"), 409, "conflict")
    fails(session.put(session.phone, 1, b"first and more"), 409, "conflict")
    expect(succeeds(session.get(session.desktop), 200).body == b"first", "the first bytes are gone")


@rule("3.3", "numbers-in-order", "A number whose predecessor is missing: 409 out_of_order")
def wants_numbers_in_order(relay):
    session = Session(relay)
    fails(session.put(session.phone, 2), 409, "out_of_order")
    succeeds(session.put(session.phone, 1), 201)
    fails(session.put(session.phone, 3), 409, "out_of_order")
    succeeds(session.put(session.phone, 2), 201)


@rule("3.3", "numbers", "Numbers begin with 1")
def refuses_other_numbers(relay):
    session = Session(relay)
    for number in ("0", "-1", "one", "1.0"):
        answer = session.put(session.phone, number)
        expect(answer.status in (400, 404, 409) and answer.error() in ("invalid_request", "out_of_order"),
               f"number {number}: {answer.shown()}")
    succeeds(session.get(session.desktop), 204)


@rule("3.3", "desktop-before-join", "A desktop that sends before a phone has joined: 409 out_of_order")
def lets_desktops_wait_for_phones(relay):
    session = Session(relay, joined=False)
    fails(session.put(session.desktop, 1), 409, "out_of_order")
    succeeds(session.join(), 200)
    succeeds(session.put(session.desktop, 1), 201)


@rule("3.3", "send-without-token", "Without a token of this session: 401 invalid_token")
def wants_a_token_to_send(relay):
    session, other = Session(relay), Session(relay)
    for token in (None, new_token(), other.desktop, other.phone, session.phone[:-1]):
        fails(session.put(token, 1), 401, "invalid_token")
    succeeds(session.get(session.desktop), 204)
    succeeds(session.get(session.phone), 204)


@rule("3.3", "largest-message", "262 144 bytes are kept, one more is too_large")
def bounds_messages(relay):
    session = Session(relay)
    largest = os.urandom(LONGEST_MESSAGE)
    fails(session.put(session.phone, 1, largest + b"\0"), 413, "too_large")
    succeeds(session.put(session.phone, 1, largest), 201)
    expect(session.get(session.desktop).body == largest, "not the bytes that were sent")


@rule("3.3", "most-messages", "64 messages of a side are kept, one more is too_large")
def bounds_the_number_of_messages(relay):
    session = Session(relay)
    for number in range(1, MOST_MESSAGES + 1):
        succeeds(session.put(session.phone, number, b"%d" % number), 201)
    fails(session.put(session.phone, MOST_MESSAGES + 1), 413, "too_large")
    expect(session.get(session.desktop, MOST_MESSAGES - 1).body == b"%d" % MOST_MESSAGES, "the last message is lost")
    succeeds(session.put(session.desktop, 1), 201)


@rule("3.3", "most-bytes", "8 MiB of a side are kept, more is too_large")
def bounds_the_bytes_of_a_side(relay):
    session = Session(relay)
    message = os.urandom(LONGEST_MESSAGE)
    count = MOST_BYTES // LONGEST_MESSAGE
    for number in range(1, count + 1):
        succeeds(session.put(session.phone, number, message), 201)
    fails(session.put(session.phone, count + 1, b"1"), 413, "too_large")
    succeeds(session.put(session.desktop, 1), 201)


# 3.4 Receive


@rule("3.4", "receive", "The other side's message, byte for byte, with its number, the state and the time left")
def delivers(relay):
    session = Session(relay)
    sent = os.urandom(1024)
    for sender, receiver in ((session.phone, session.desktop), (session.desktop, session.phone)):
        succeeds(session.put(sender, 1, sent), 201)
        answer = succeeds(session.get(receiver), 200)
        expect(answer.body == sent, "not the bytes that were sent")
        expect(answer.headers.get("bidseal-message") == "1", f"BidSeal-Message {answer.headers.get('bidseal-message')}")
        expect(answer.headers.get("bidseal-state") == "joined", f"BidSeal-State {answer.headers.get('bidseal-state')}")
        expect_expiry(answer, 600)


def expect_expiry(answer, most):
    left = answer.headers.get("bidseal-expires-in", "")
    expect(left.isdigit() and int(left) <= most, f"BidSeal-Expires-In {left!r}")


@rule("3.4", "own-messages", "Nobody gets messages of his own")
def keeps_sides_apart(relay):
    session = Session(relay)
    succeeds(session.put(session.phone, 1, b"of the phone"), 201)
    succeeds(session.get(session.phone), 204)
    succeeds(session.put(session.desktop, 1, b"of the desktop"), 201)
    expect(session.get(session.phone).body == b"of the desktop", "the phone got its own message")
    expect(session.get(session.desktop).body == b"of the phone", "the desktop got its own message")


@rule("3.4", "after", "after=n gives message n + 1, again and again")
def delivers_in_order(relay):
    session = Session(relay)
    for number in (1, 2, 3):
        succeeds(session.put(session.phone, number, b"message %d" % number), 201)
    for after in (0, 1, 2, 0, 1, 2):
        answer = succeeds(session.get(session.desktop, after), 200)
        expect(answer.body == b"message %d" % (after + 1), f"after={after}: {answer.body!r}")
        expect(answer.headers.get("bidseal-message") == str(after + 1), f"after={after}: another number")
    succeeds(session.get(session.desktop, 3), 204)


@rule("3.4", "nothing-yet", "No message within the time: 204 with the state and the time left")
def says_that_there_is_nothing(relay):
    session = Session(relay, joined=False)
    waiting = succeeds(session.get(session.desktop), 204)
    expect(waiting.headers.get("bidseal-state") == "waiting", f"BidSeal-State {waiting.headers.get('bidseal-state')}")
    expect_expiry(waiting, 120)
    succeeds(session.join(), 200)
    time.sleep(session.opened["interval"])
    begin = time.monotonic()
    joined = succeeds(session.get(session.desktop, wait=2), 204)
    expect(time.monotonic() - begin < 2 + A_MOMENT, "it waits longer than it was asked to")
    expect(joined.headers.get("bidseal-state") == "joined", f"BidSeal-State {joined.headers.get('bidseal-state')}")
    expect_expiry(joined, 600)


@rule("3.4", "as-soon-as-it-is-there", "Who waits gets a message as soon as it is there")
def wakes_who_waits(relay):
    session = Session(relay)
    received = []

    def wait_for_message():
        deadline = time.monotonic() + 20
        while not received and time.monotonic() < deadline:
            answer = session.get(session.desktop, wait=10)
            if answer.status == 200:
                received.append((time.monotonic(), answer.body))

    waiter = threading.Thread(target=wait_for_message)
    waiter.start()
    time.sleep(1)
    sent = time.monotonic()
    succeeds(session.put(session.phone, 1, b"at last"), 201)
    waiter.join()
    expect(received and received[0][1] == b"at last", "nothing was delivered")
    expect(received[0][0] - sent < A_MOMENT, f"delivered after {received[0][0] - sent:.1f} s")


@rule("3.4", "one-waits", "A later GET of the same side makes the earlier one end with 204")
def lets_only_one_wait(relay):
    session = Session(relay)
    ended = []

    def wait_long():
        ended.append((session.get(session.desktop, wait=20).status, time.monotonic()))

    earlier = threading.Thread(target=wait_long)
    earlier.start()
    time.sleep(1)
    later = time.monotonic()
    succeeds(session.get(session.desktop, wait=1), 204)
    earlier.join()
    expect(ended and ended[0][0] == 204, "the earlier one did not end with 204")
    expect(ended[0][1] - later < A_MOMENT, "the earlier one went on waiting")


@rule("3.4", "receive-without-token", "Without a token of this session: 401 invalid_token")
def wants_a_token_to_receive(relay):
    session, other = Session(relay), Session(relay)
    for token in (None, new_token(), other.desktop, other.phone):
        fails(session.get(token), 401, "invalid_token")


# 3.5 Errors


@rule("3.5", "expired-is-unknown", "Ended, expired and unknown sessions cannot be told apart")
def tells_no_difference(relay):
    ended = Session(relay)
    succeeds(ended.end(ended.desktop), 204)
    never = b64u(os.urandom(16))
    for ask in (
        lambda name: relay.get(name, ended.desktop, 0),
        lambda name: relay.put(name, ended.phone, 1, b"x"),
        lambda name: relay.join(name, ended.secret, ended.phone),
        lambda name: relay.end(name, ended.desktop),
    ):
        one, other = fails(ask(ended.name), 404, "expired_token"), fails(ask(never), 404, "expired_token")
        expect(one.body.replace(ended.name.encode(), b"") == other.body.replace(never.encode(), b""),
               f"{one.body[:200]!r} and {other.body[:200]!r}")


@rule("3.5", "other-paths", "Another path is 404, another method 405; both invalid_request")
def refuses_other_paths(relay):
    session = Session(relay)
    for path in ("/", "/v1", "/v2/sessions", "/v1/sessions/", f"/v1/sessions/{session.name}/other", "/../etc/passwd"):
        fails(relay.request("GET", path), 404, "invalid_request")
    for method, path in (("GET", "/v1/sessions"), ("PUT", f"/v1/sessions/{session.name}/join"),
                         ("DELETE", f"/v1/sessions/{session.name}/messages/1"), ("POST", "/health")):
        fails(relay.request(method, path, None, bearer(session.desktop)), 405, "invalid_request")
    session.expect_alive()


@rule("3.5", "expiry", "A session that nobody joins is gone when its time is over")
def forgets_what_nobody_joins(relay):
    session = Session(relay, joined=False)
    life = session.opened["expiresIn"]
    if life > relay.longest_expiry:
        raise NotSeen(f"would take {life} s; --expiry {life} looks at it")
    time.sleep(life + 2)
    session.expect_gone()


# 3.6 End


@rule("3.6", "end", "Either side ends the session; from then on it has never been")
def ends(relay):
    for side in ("desktop", "phone"):
        session = Session(relay)
        succeeds(session.end(getattr(session, side)), 204)
        session.expect_gone()


@rule("3.6", "end-without-token", "Without a token nobody ends a session")
def wants_a_token_to_end(relay):
    session = Session(relay)
    for token in (None, new_token()):
        fails(session.end(token), 401, "invalid_token")
    session.expect_alive()


@rule("3.6", "end-if-waiting", "?if=waiting ends a session that no phone has joined")
def ends_a_waiting_session(relay):
    session = Session(relay, joined=False)
    succeeds(session.end(session.desktop, "?if=waiting"), 204)
    session.expect_gone()


@rule("3.6", "end-if-joined", "?if=waiting leaves a joined session alone: 409 already_joined")
def leaves_a_joined_session(relay):
    session = Session(relay)
    fails(session.end(session.desktop, "?if=waiting"), 409, "already_joined")
    session.expect_alive()


# 3.7 Everything else


@rule("3.7", "health", "GET /health: ok and the versions")
def is_healthy(relay):
    health = succeeds(relay.request("GET", "/health"), 200).json()
    expect(health.get("status") == "ok", f"status {health.get('status')}")
    expect(isinstance(health.get("versions"), list) and 1 in health["versions"], f"versions {health.get('versions')}")


@rule("3.7", "page", "The page for browsers: without script, and with a policy that allows none")
def shows_a_page_without_script(relay):
    page = succeeds(relay.request("GET", f"/s/{b64u(os.urandom(16))}"), 200)
    expect(page.headers.get("content-type", "").startswith("text/html"), "no HTML")
    text = page.body.decode().lower()
    for forbidden in ("<script", "javascript:", "<iframe", "<object", "<embed", "<meta http-equiv=\"refresh"):
        expect(forbidden not in text, f"{forbidden} in the page")
    expect(not re.search(r"<[^>]*\son[a-z]+\s*=", text), "an event handler in the page")
    expect(not re.search(r"<(?:img|link|source|video|audio)\b[^>]*(?:https?:)?//", text), "the page loads something")
    policy = page.headers.get("content-security-policy", "")
    directives = {part.split()[0]: part.split()[1:] for part in policy.split(";") if part.split()}
    expect(directives.get("default-src") == ["'none'"], f"Content-Security-Policy {policy!r}")
    for source in ("script-src", "script-src-elem", "connect-src", "frame-src"):
        expect(directives.get(source, ["'none'"]) == ["'none'"], f"{source} in the Content-Security-Policy")
    expect(all(value.startswith("'sha256-") for value in directives.get("style-src", [])), "styles without a hash")
    expect(page.headers.get("referrer-policy") == "no-referrer", "Referrer-Policy")


@rule("2", "https-only", "Plain http is not answered")
def speaks_https_only(relay):
    connection = http.client.HTTPConnection(relay.host, relay.port, timeout=5)
    try:
        connection.request("GET", "/health")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return  # TLS only
    finally:
        connection.close()
    expect(status >= 400, f"plain http: {status}")


# What section 3 says of every answer: looked at all the time, told at the end.


def of_all_answers(section, name, promise):
    def run(relay):
        expect(name not in relay.findings, relay.findings.get(name))

    return Check(section, name, promise, run)


FINAL_CHECKS = [
    of_all_answers("3", "no-store", "Every answer carries Cache-Control: no-store"),
    of_all_answers("3", "date", "Every answer carries Date"),
    of_all_answers("3", "redirect", "No answer is a redirect"),
    of_all_answers("3.5", "problem", "Every error is application/problem+json with status, title and error"),
    of_all_answers("3.5", "retry-after", "slow_down and temporarily_unavailable carry Retry-After"),
]
