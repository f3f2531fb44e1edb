#!/usr/bin/python3
"""Judges a relay or a phone app by docs/relay-protocol.md.

    conformance.py relay https://HOST[:PORT] [--ca FILE] [--json] [--only NAME…]
    conformance.py phone --relay https://HOST[:PORT] [--ca FILE] [--json] [--only NAME…] [-- COMMAND … {link} …]

Exit code 0 where every check has passed, 1 where one has failed. README.md tells more."""

import argparse
import sys

import relay_rules
from relay_client import Relay
from report import carry_out_all, chosen, show


def judge_relay(relay, only=(), jobs=4):
    checks = chosen(relay_rules.CHECKS + relay_rules.FINAL_CHECKS, only)
    at_once = [check for check in checks if check not in relay_rules.FINAL_CHECKS]
    yield from carry_out_all(at_once, jobs, relay)
    yield from carry_out_all([check for check in checks if check in relay_rules.FINAL_CHECKS], 1, relay)


def relay_command(wanted):
    relay = Relay(wanted.url, wanted.ca)
    relay.longest_expiry = wanted.expiry
    return show(judge_relay(relay, wanted.only, wanted.jobs), wanted.json)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="relay|phone")
    relay = commands.add_parser("relay", help="run the rules of section 3 against a relay")
    relay.add_argument("url", metavar="https://HOST[:PORT]")
    relay.add_argument("--expiry", type=int, default=10, metavar="SECONDS",
                       help="wait so long for an unjoined session to expire (10)")
    relay.set_defaults(run=relay_command)
    for command in (relay,):
        command.add_argument("--ca", metavar="FILE", help="trust certificates of this authority (PEM)")
        command.add_argument("--json", action="store_true", help="answer in JSON")
        command.add_argument("--only", nargs="+", default=[], metavar="NAME", help="checks or sections by their beginning")
        command.add_argument("--jobs", type=int, default=4, metavar="N", help="checks at the same time (4)")
    wanted = parser.parse_args(arguments)
    return wanted.run(wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
