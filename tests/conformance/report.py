"""What was promised, and what was seen."""

import json
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from protocol import Refused


class Violation(Exception):
    """A rule of the page was broken."""


class NotSeen(Exception):
    """The rule could not be looked at here."""


def expect(condition, what):
    if not condition:
        raise Violation(what)


@dataclass(frozen=True)
class Check:
    section: str
    name: str
    promise: str
    run: object


@dataclass(frozen=True)
class Finding:
    check: Check
    outcome: str  # passed, failed, not seen
    detail: str
    seconds: float


def carry_out(check, *subject):
    begin = time.monotonic()
    try:
        check.run(*subject)
        outcome, detail = "passed", ""
    except (Violation, Refused) as violation:
        outcome, detail = "failed", str(violation)
    except NotSeen as reason:
        outcome, detail = "not seen", str(reason)
    except Exception as error:  # an answer that no client could do anything with
        outcome, detail = "failed", f"{type(error).__name__}: {error} ({where(error)})"
    return Finding(check, outcome, detail, time.monotonic() - begin)


def where(error):
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{last.filename.rpartition('/')[2]}:{last.lineno}"


def carry_out_all(checks, jobs, *subject):
    with ThreadPoolExecutor(jobs) as threads:
        yield from threads.map(lambda check: carry_out(check, *subject), checks)


def chosen(checks, only):
    """Those whose name or section begins with one of `only`; all where it is empty."""
    beginnings = tuple(only) or ("",)
    found = [check for check in checks if check.name.startswith(beginnings) or check.section.startswith(beginnings)]
    if not found:
        raise SystemExit(f"No check is called {', '.join(only)}")
    return found


def show(findings, as_json):
    """The table, or JSON; gives back the process's exit code."""
    findings = list(findings) if as_json else list(printed(findings))
    failed = [finding for finding in findings if finding.outcome == "failed"]
    if as_json:
        print(json.dumps([{
            "section": finding.check.section,
            "name": finding.check.name,
            "promise": finding.check.promise,
            "outcome": finding.outcome,
            "detail": finding.detail,
            "seconds": round(finding.seconds, 3),
        } for finding in findings], ensure_ascii=False, indent=1))
    else:
        print(f"\n{len(findings)} checks, {len(failed)} failed")
    return 1 if failed else 0


def printed(findings):
    for finding in findings:
        mark = {"passed": "ok  ", "failed": "FAIL", "not seen": "-   "}[finding.outcome]
        print(f"{mark} {finding.check.section:<4} {finding.check.name:<34} {finding.check.promise}", flush=True)
        if finding.detail:
            print(f"          {finding.detail}", flush=True)
        yield finding
