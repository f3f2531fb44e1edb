#!/usr/bin/python3
"""Judges this project's own programs, as ctest does:

    own_programs.py BIN relay [--redis]      bidseal-relay, its sessions in memory or in a Redis of its own
    own_programs.py BIN phone ALGORITHM      bidseal-phone with a key of that kind, through bidseal-relay

BIN is the folder with the programs. Exit code 1 where a check has failed."""

import argparse
import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import conformance
import samples
from sample_relay import server_certificate

PATIENCE = 20  # seconds until a program is ready
PIN = b"sample-123456"
NO_LIMITS = [
    argument
    for limit in ("--requests-per-second", "--requests-at-once", "--sessions-per-minute")
    for argument in (limit, "100000")
]


@contextlib.contextmanager
def running(command, ready, **options):
    """A program that has said `ready`; gives back what matched."""
    command = ["setpriv", "--pdeathsig", "KILL", "--", *command]  # ends with this process, however that ends
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, **options)
    try:
        for line in process.stdout:
            if match := re.search(ready, line):
                yield match
                return
        raise SystemExit(f"{command[0]} has ended with {process.wait()}")
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@contextlib.contextmanager
def own_relay(programs, *arguments):
    """bidseal-relay on a port of the system's choice: (address, CA file)."""
    with tempfile.TemporaryDirectory() as folder:
        certificate, key = server_certificate(folder)
        command = [programs / "bidseal-relay", "--listen", "127.0.0.1:0", "--tls-cert", certificate, "--tls-key", key,
                   "--log-level", "warning", *NO_LIMITS, *arguments]
        with running(command, r"listening on (https://\S+)") as ready:
            yield ready[1], certificate


@contextlib.contextmanager
def own_redis():
    """A Redis of its own behind a socket in a folder of its own: its URL."""
    with tempfile.TemporaryDirectory() as folder:
        socket = os.path.join(folder, "redis.sock")
        command = ["redis-server", "--port", "0", "--unixsocket", socket, "--save", "", "--dir", folder]
        with running(command, "(?i)ready to accept connections"):
            deadline = time.monotonic() + PATIENCE
            while not os.path.exists(socket) and time.monotonic() < deadline:
                time.sleep(0.05)
            yield f"unix://{socket}"


@contextlib.contextmanager
def own_phone(programs, algorithm, ca_file):
    """The words with which bidseal-phone answers a link."""
    with tempfile.TemporaryDirectory() as folder:
        company = samples.Company(algorithm, samples.new_key(algorithm), samples.new_key("rsa-pkcs1-sha256"))
        key_file, pin_file = pathlib.Path(folder, "sample.p12"), pathlib.Path(folder, "pin.txt")
        key_file.write_bytes(company.key_file(PIN))
        pin_file.touch(0o600)
        pin_file.write_bytes(PIN + b"\n")
        os.environ["BIDSEAL_DATA_DIR"] = os.path.join(folder, "data")
        yield [str(programs / "bidseal-phone"), "--link", "{link}", "--p12", str(key_file), "--pin-file", str(pin_file),
               "--ca", ca_file, "--confirm"]


def judge_relay(programs, with_redis):
    with contextlib.ExitStack() as started:
        redis = ["--redis", started.enter_context(own_redis())] if with_redis else []
        short_life = ["--waiting-life", "10"]
        url, ca_file = started.enter_context(own_relay(programs, *short_life, *redis))
        return conformance.main(["relay", url, "--ca", ca_file, "--expiry", "10", "--jobs", "6"])


def judge_phone(programs, algorithm):
    with own_relay(programs) as (url, ca_file), own_phone(programs, algorithm, ca_file) as command:
        return conformance.main(["phone", "--relay", url, "--ca", ca_file, "--", *command])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("programs", type=pathlib.Path, metavar="BIN")
    arguments.add_argument("subject", choices=("relay", "phone"))
    arguments.add_argument("algorithm", nargs="?", default="rsa-pkcs1-sha256", metavar="ALGORITHM")
    arguments.add_argument("--redis", action="store_true")
    wanted = arguments.parse_args()
    if wanted.subject == "relay":
        return judge_relay(wanted.programs, wanted.redis)
    return judge_phone(wanted.programs, wanted.algorithm)


if __name__ == "__main__":
    sys.exit(main())
