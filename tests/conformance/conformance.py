#!/usr/bin/python3
"""Judges a relay or a phone app by docs/relay-protocol.md.

    conformance.py relay https://HOST[:PORT] [--ca FILE] [--json] [--only NAME…]
    conformance.py phone --relay https://HOST[:PORT] [--ca FILE] [--json] [--only NAME…] [-- COMMAND … {link} …]

Exit code 0 where every check has passed, 1 where one has failed. README.md tells more."""

import argparse
import sys

import phone_rules
import relay_rules
from desktop import PhoneOfAPerson, PhoneProgram
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


def judge_phone(relay, phone, only=(), jobs=4):
    yield from carry_out_all(chosen(phone_rules.CHECKS, only), jobs, relay, phone)


def phone_command(wanted):
    relay = Relay(wanted.relay, wanted.ca)
    if wanted.command:
        return show(judge_phone(relay, PhoneProgram(wanted.command), wanted.only, wanted.jobs), wanted.json)
    return show(judge_phone(relay, PhoneOfAPerson(), wanted.only, 1), wanted.json)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="relay|phone")
    relay = commands.add_parser("relay", help="run the rules of section 3 against a relay")
    relay.add_argument("url", metavar="https://HOST[:PORT]")
    relay.add_argument("--expiry", type=int, default=10, metavar="SECONDS",
                       help="wait so long for an unjoined session to expire (10)")
    relay.set_defaults(run=relay_command)
    phone = commands.add_parser("phone", help="play the desktop for a phone app")
    phone.add_argument("--relay", required=True, metavar="https://HOST[:PORT]")
    phone.set_defaults(run=phone_command)
    for command in (relay, phone):
        command.add_argument("--ca", metavar="FILE", help="trust certificates of this authority (PEM)")
        command.add_argument("--json", action="store_true", help="answer in JSON")
        command.add_argument("--only", nargs="+", default=[], metavar="NAME",
                             help="checks or sections by their beginning")
        command.add_argument("--jobs", type=int, default=4, metavar="N", help="checks at the same time (4)")
    arguments, command = split_at_dashes(arguments)
    wanted = parser.parse_args(arguments)
    wanted.command = command
    return wanted.run(wanted)


def split_at_dashes(arguments):
    if "--" not in arguments:
        return arguments, []
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
