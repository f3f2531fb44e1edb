"""A relay as its clients meet it: plain HTTPS requests, nothing hidden. Every answer is looked at for what section 3 of
docs/relay-protocol.md says of all answers."""

import http.client
import json
import os
import re
import ssl
import threading
import time
import urllib.parse
from dataclasses import dataclass

from protocol import b64u, join_proof, join_verifier

PATIENCE = 40  # seconds: the longest wait is 25
LONGEST_RETRY_AFTER = 30
HTTP_DATE = re.compile(  # RFC 9110, 5.6.7: IMF-fixdate
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3]\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"[0-2]\d:[0-5]\d:[0-6]\d GMT")
ERRORS = {
    "invalid_request": (400, 404, 405),
    "invalid_token": (401,),
    "access_denied": (403,),
    "expired_token": (404,),
    "already_joined": (409,),
    "conflict": (409,),
    "out_of_order": (409,),
    "too_large": (413,),
    "slow_down": (429,),
    "temporarily_unavailable": (503,),
}


@dataclass
class Answer:
    status: int
    headers: dict  # names in lower case
    body: bytes

    def json(self):
        return json.loads(self.body)

    def error(self):
        """The word of a problem (3.5), or None."""
        try:
            problem = self.json()
            return problem.get("error") if isinstance(problem, dict) else None
        except ValueError:
            return None

    def shown(self):
        return f"{self.status} {self.error() or self.body[:80]!r}"


class Relay:
    def __init__(self, url, ca_file=None):
        parts = urllib.parse.urlsplit(url)
        if parts.scheme != "https" or parts.path not in ("", "/"):
            raise SystemExit(f"{url}: a relay's address is https://HOST or https://HOST:PORT")
        self.host, self.port = parts.hostname, parts.port or 443
        self.tls = ssl.create_default_context(cafile=ca_file)
        self.findings = {}  # rule: what was wrong with some answer
        self.answers = 0
        self._lock = threading.Lock()

    def request(self, method, path, body=None, headers=None, patience=PATIENCE):
        """One request with one answer. Where the relay asks for patience (429, 503), it is obeyed."""
        deadline = time.monotonic() + 120
        while True:
            answer = self._once(method, path, body, headers or {}, patience)
            retry_after = answer.headers.get("retry-after", "")
            if answer.status not in (429, 503) or not retry_after.isdigit() or time.monotonic() > deadline:
                return answer
            time.sleep(min(int(retry_after), LONGEST_RETRY_AFTER))

    def _once(self, method, path, body, headers, patience):
        connection = http.client.HTTPSConnection(self.host, self.port, timeout=patience, context=self.tls)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            answer = Answer(response.status, names, response.read())
        finally:
            connection.close()
        self._look_at(method, path, answer)
        return answer

    def _look_at(self, method, path, answer):
        where = f"{method} {re.sub(r'[A-Za-z0-9_-]{22}', '…', path)}: {answer.status}"
        with self._lock:
            self.answers += 1
            if "no-store" not in answer.headers.get("cache-control", ""):
                self.findings.setdefault("no-store", where)
            if not HTTP_DATE.fullmatch(answer.headers.get("date", "")):
                self.findings.setdefault("date", where)
            if 300 <= answer.status < 400:
                self.findings.setdefault("redirect", where)
            if answer.status in (429, 503) and not answer.headers.get("retry-after", "").isdigit():
                self.findings.setdefault("retry-after", where)
            if answer.status >= 400 and (problem := what_is_wrong_with_problem(answer)):
                self.findings.setdefault("problem", f"{where}: {problem}")

    def json_request(self, method, path, value):
        return self.request(method, path, json.dumps(value).encode(), {"Content-Type": "application/json"})

    # What desktops and phones ask for

    def open(self, secret):
        return self.json_request("POST", "/v1/sessions", {"joinVerifier": b64u(join_verifier(secret))})

    def join(self, session, secret, token):
        return self.join_with(session, b64u(join_proof(secret)), token)

    def join_with(self, session, proof, token):
        return self.json_request("POST", f"/v1/sessions/{session}/join", {"joinProof": proof, "token": token})

    def put(self, session, token, number, data):
        headers = {**bearer(token), "Content-Type": "application/octet-stream"}
        return self.request("PUT", f"/v1/sessions/{session}/messages/{number}", data, headers)

    def get(self, session, token, after, wait=0):
        return self.request("GET", f"/v1/sessions/{session}/messages?after={after}&wait={wait}", None, bearer(token))

    def end(self, session, token, condition=""):
        return self.request("DELETE", f"/v1/sessions/{session}{condition}", None, bearer(token))


def bearer(token):
    return {"Authorization": f"Bearer {token}"} if token else {}


def new_token():
    return b64u(os.urandom(32))


def what_is_wrong_with_problem(answer):
    if answer.headers.get("content-type", "").split(";")[0].strip() != "application/problem+json":
        return f"Content-Type {answer.headers.get('content-type')}"
    try:
        problem = answer.json()
    except ValueError:
        return "no JSON"
    if not isinstance(problem, dict) or not isinstance(problem.get("title"), str):
        return "no title"
    if problem.get("status") != answer.status:
        return f"status {problem.get('status')}"
    if answer.status not in ERRORS.get(problem.get("error"), ()):
        return f"error {problem.get('error')}"
    return None
