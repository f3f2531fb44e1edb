#!/usr/bin/python3
"""Shows that the checks of relays can fail: each fault of a relay must be found by the check that is about it, and
there is no check without a fault. Exit code 1 otherwise."""

import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import relay_rules
from protocol import DESKTOP, PHONE
from relay_client import Relay
from report import carry_out
from sample_relay import PAGE, Problem, RunningRelay, SampleRelay

FAULTS = []


def fault(found_by):
    def register(kind):
        FAULTS.append((kind, found_by))
        return kind

    return register


@fault("open")
class GivesAnOriginInUpperCase(SampleRelay):
    def open(self, verifier):
        status, opened = super().open(verifier)
        return status, {**opened, "origin": opened["origin"].replace("127.0.0.1", "LOCALHOST")}


@fault("open-anew")
class GivesEveryDesktopTheSameToken(SampleRelay):
    def new_token(self):
        return "A" * 43


@fault("open-malformed")
@fault("join-malformed")
class TakesBytesOfAnyLength(SampleRelay):
    def bytes_of_32(self, text):
        try:
            return super().bytes_of_32(text)
        except Problem:
            return bytes(32)


@fault("unknown-members")
class TakesUnknownMembers(SampleRelay):
    def members(self, value, *names):
        return super().members({name: value[name] for name in names if name in value}, *names)


@fault("join")
class LetsSessionsLiveForAnHour(SampleRelay):
    joined_life = 3600


@fault("join-again")
class RefusesALostAnswer(SampleRelay):
    def meets_the_same_phone(self, session):
        raise Problem("already_joined")


@fault("second-phone")
class LetsASecondPhoneIn(SampleRelay):
    def meets_a_second_phone(self, session, token):
        session.tokens[PHONE] = token
        return self.welcome(session)


@fault("wrong-proof")
class AcceptsAnyProof(SampleRelay):
    def proves(self, session, proof):
        return True


@fault("verifier-is-no-proof")
class TakesTheVerifierForAProof(SampleRelay):
    def proves(self, session, proof):
        return proof == session.verifier or super().proves(session, proof)


@fault("wrong-proof-burns-nothing")
class BurnsASessionOnAWrongProof(SampleRelay):
    def meets_a_wrong_proof(self, name):
        if not self.sessions[name].is_joined:
            del self.sessions[name]


@fault("wrong-proof-when-joined")
class BurnsAJoinedSessionOnAWrongProof(SampleRelay):
    def meets_a_wrong_proof(self, name):
        if self.sessions[name].is_joined:
            del self.sessions[name]


@fault("join-nowhere")
class JoinsWhatNeverWas(SampleRelay):
    def join(self, name, proof, token):
        return super().join(name, proof, token) if name in self.sessions else (200, {"expiresIn": 600, "interval": 1})


@fault("send")
class SaysCreatedTwice(SampleRelay):
    def meets_a_known_number(self, messages, number, data):
        super().meets_a_known_number(messages, number, data)
        return 201, None


@fault("conflict")
class SaysYesToOtherBytes(SampleRelay):
    def meets_a_known_number(self, messages, number, data):
        return 200, None


@fault("conflict")
class ReplacesBytes(SampleRelay):
    def meets_a_known_number(self, messages, number, data):
        if messages[number - 1] != data:
            messages[number - 1] = data
            raise Problem("conflict")
        return 200, None


@fault("numbers-in-order")
class TakesNumbersInAnyOrder(SampleRelay):
    def check_order(self, messages, number):
        pass


@fault("numbers")
class TakesMessageZero(SampleRelay):
    def number(self, text):
        return super().number("1" if text == "0" else text)


@fault("desktop-before-join")
class TakesMessagesBeforeThereIsAPhone(SampleRelay):
    def check_joined(self, session):
        pass


@fault("send-without-token")
@fault("receive-without-token")
@fault("end-without-token")
class AsksForNoToken(SampleRelay):
    def meets_a_stranger(self, session):
        return DESKTOP


@fault("largest-message")
class TakesAByteTooMany(SampleRelay):
    largest_message = SampleRelay.largest_message + 1


@fault("largest-message")
class TakesAByteTooFew(SampleRelay):
    largest_message = SampleRelay.largest_message - 1


@fault("most-messages")
class TakesAMessageTooMany(SampleRelay):
    most_messages = SampleRelay.most_messages + 1


@fault("most-bytes")
class TakesMoreThanEightMebibytes(SampleRelay):
    most_bytes = SampleRelay.most_bytes + 1


@fault("receive")
class AltersAByte(SampleRelay):
    def kept(self, data):
        return data[:-1] + bytes([data[-1] ^ 1])

    def meets_a_known_number(self, messages, number, data):
        return super().meets_a_known_number(messages, number, self.kept(data))


@fault("own-messages")
class DeliversOwnMessages(SampleRelay):
    def read_by(self, side):
        return side


@fault("after")
class IgnoresAfter(SampleRelay):
    def message(self, messages, after):
        return messages[0]


@fault("after")
class ForgetsWhatWasDelivered(SampleRelay):
    def message(self, messages, after):
        message, messages[after] = messages[after], b""
        return message


@fault("nothing-yet")
class CallsEverySessionJoined(SampleRelay):
    def state(self, session):
        return "joined"


@fault("as-soon-as-it-is-there")
class WakesNobody(SampleRelay):
    def wake(self, session):
        pass


@fault("one-waits")
class LetsAllWait(SampleRelay):
    def may_wait(self, session, side, turn):
        return True


@fault("expired-is-unknown")
class TellsEndedFromUnknown(SampleRelay):
    def __init__(self):
        super().__init__()
        self.ended = set()

    def forget(self, name, session):
        super().forget(name, session)
        self.ended.add(name)

    def problem(self, problem):
        status, value, headers = super().problem(problem)
        return status, {**value, "title": str(problem)}, headers

    def unknown(self, name):
        problem = super().unknown(name)
        problem.args = ("this session has ended" if name in self.ended else "no such session",)
        return problem


@fault("other-paths")
class CallsOtherPathsExpired(SampleRelay):
    def other_path(self):
        return Problem("expired_token")


@fault("expiry")
class ForgetsNothing(SampleRelay):
    waiting_life = 2

    def is_over(self, session):
        return False


@fault("end")
class KeepsEndedSessions(SampleRelay):
    def forget(self, name, session):
        pass


@fault("end-if-waiting")
class KeepsWaitingSessions(SampleRelay):
    def forget(self, name, session):
        if session.is_joined:
            super().forget(name, session)


@fault("end-if-joined")
class EndsAJoinedSession(SampleRelay):
    def keeps_a_joined_session(self, name, session):
        self.forget(name, session)
        return 204, None


@fault("health")
class IsOfAnotherVersion(SampleRelay):
    def health(self):
        return {"status": "ok", "versions": [2]}


@fault("page")
class ShowsAPageWithScript(SampleRelay):
    def page(self):
        return PAGE + b"<script>fetch('/' + location.hash)</script>"


@fault("page")
class ShowsAPageThatAllowsScript(SampleRelay):
    def page_headers(self):
        return {**super().page_headers(), "Content-Security-Policy": "default-src 'self'"}


@fault("https-only")
class SpeaksPlainHttpToo(SampleRelay):
    def takes_plain_http(self, connection):
        return connection.recv(1, socket.MSG_PEEK) != b"\x16"  # a TLS handshake (RFC 8446, 5.1)


@fault("no-store")
class LetsAnswersBeStored(SampleRelay):
    def headers(self):
        return {**super().headers(), "Cache-Control": "private"}


@fault("date")
class TellsNoDate(SampleRelay):
    def headers(self):
        return {"Cache-Control": "no-store"}


@fault("date")
class TellsTheDateInItsOwnForm(SampleRelay):
    def headers(self):
        return {**super().headers(), "Date": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}


@fault("redirect")
class Redirects(SampleRelay):
    def problem(self, problem):
        status, value, headers = super().problem(problem)
        return (301, value, {**headers, "Location": "/health"}) if status == 404 else (status, value, headers)


@fault("problem")
class TellsProblemsInItsOwnWay(SampleRelay):
    def problem(self, problem):
        return problem.status, {"error": problem.error}, {"Content-Type": "application/json"}


@fault("retry-after")
class SaysSlowDownAndNotHowLong(SampleRelay):
    def number(self, text):
        raise Problem("slow_down", 429)


# What the checks of all answers look at while they run.
NEEDS_ANSWERS = {"no-store": "3.1", "date": "3.1", "redirect": "3.5", "problem": "3.5", "retry-after": "3.3"}


def finding_of(name, relay_under_test):
    checks = {check.name: check for check in relay_rules.CHECKS + relay_rules.FINAL_CHECKS}
    with RunningRelay(relay_under_test) as (url, ca_file):
        relay = Relay(url, ca_file)
        relay.longest_expiry = 2
        for check in checks.values():
            if check.section == NEEDS_ANSWERS.get(name):
                carry_out(check, relay)
        return carry_out(checks[name], relay)


def is_found(kind_and_name):
    kind, name = kind_and_name
    finding = finding_of(name, kind())
    is_right = finding.outcome == "failed"
    print(f"{'found' if is_right else 'NOT FOUND':<10} {kind.__name__} by {name}: {finding.detail}", flush=True)
    return is_right


def main():
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(is_found, FAULTS))
    names = {check.name for check in relay_rules.CHECKS + relay_rules.FINAL_CHECKS}
    unbroken = sorted(names - {name for _, name in FAULTS})
    for name in unbroken:
        print(f"no fault for the check {name}")
    print(f"{len(found)} faults, {found.count(False)} not found")
    return 0 if all(found) and not unbroken else 1


if __name__ == "__main__":
    sys.exit(main())
