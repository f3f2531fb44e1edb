"""The talk messages of docs/relay-protocol.md, 5, read as strictly as the page wants it."""

import json

from protocol import Refused, are_versions, unb64u

FORBIDDEN = {*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
MOST_PREVIEW = 32768
MOST_PREVIEW_SIDE = 160
HASH_SIZES = (32, 48)  # SHA-256, SHA-384
ALGORITHMS = ("rsa-pkcs1-sha256", "ecdsa-sha256", "ecdsa-sha384")
REASONS = (
    "declined",
    "code-differs",
    "pin-locked",
    "no-certificate",
    "too-many",
    "not-a-document",
    "not-supported",
)


def require(condition, what):
    if not condition:
        raise Refused(what)


# What a member may be. Each gives back what a program works with.


def text(least, most):
    def check(value):
        require(isinstance(value, str) and least <= len(value) <= most, "a text of the wrong length")
        require(not any(ord(c) in FORBIDDEN or 0xD800 <= ord(c) <= 0xDFFF for c in value), "a forbidden character")
        return value

    return check


def whole(least, most):
    def check(value):
        require(type(value) is int and least <= value <= most, "not such a number")
        return value

    return check


def bytes_of(least, most=None):
    def check(value):
        data = unb64u(value)
        require(least <= len(data) <= (most or least), "bytes of the wrong length")
        return data

    return check


def one_of(*words):
    def check(value):
        require(isinstance(value, str) and value in words, "not such a word")
        return value

    return check


def list_of(member, least, most):
    def check(value):
        require(isinstance(value, list) and least <= len(value) <= most, "a list of the wrong length")
        return [member(one) for one in value]

    return check


def members(**rules):
    def check(value):
        require(isinstance(value, dict) and value.keys() == rules.keys(), "unknown or missing members")
        return {name: rule(value[name]) for name, rule in rules.items()}

    return check


def ascending(rule):
    def check(value):
        numbers = rule(value)
        require(all(a < b for a, b in zip(numbers, numbers[1:])), "pages that do not ascend")
        return numbers

    return check


def digest(value):
    data = unb64u(value)
    require(len(data) in HASH_SIZES, "no hash's length")
    return data


def versions(value):
    numbers = list_of(whole(0, 255), 1, 8)(value)
    require(are_versions(bytes(numbers)), "versions that do not ascend")
    return numbers


def preview(value):
    jpeg = bytes_of(1, MOST_PREVIEW)(value)
    width, height = jpeg_size(jpeg)
    require(1 <= width <= MOST_PREVIEW_SIDE and 1 <= height <= MOST_PREVIEW_SIDE, "a preview of the wrong size")
    return jpeg


def jpeg_size(jpeg):
    """ISO/IEC 10918-1, B.2.2: the frame header tells lines, then samples a line."""
    require(jpeg[:2] == b"\xff\xd8", "no JPEG")
    at = 2
    while at + 9 <= len(jpeg) and jpeg[at] == 0xFF:
        kind = jpeg[at + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(jpeg[at + 7 : at + 9], "big"), int.from_bytes(jpeg[at + 5 : at + 7], "big")
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    raise Refused("no JPEG")


MARK = members(seal=text(1, 64), pages=ascending(list_of(whole(1, 1_000_000), 1, 10_000)))
PREVIEW = members(page=whole(1, 1_000_000), jpeg=preview)
SUMMARY = members(
    name=text(1, 255),
    pages=whole(1, 1_000_000),
    bytes=whole(1, 2**40),
    sha256=bytes_of(32),
    marks=list_of(MARK, 0, 200),
    previews=list_of(PREVIEW, 0, 4),
)
RULES = {
    "hello": members(
        type=one_of("hello"),
        versions=versions,
        key=bytes_of(32),
        commitment=bytes_of(32),
        app=text(1, 64),
        device=text(1, 64),
    ),
    "request": members(
        type=one_of("request"),
        version=whole(1, 255),
        action=one_of("sign"),
        client=text(1, 64),
        computer=members(id=bytes_of(16), name=text(1, 64)),
        project=text(0, 200),
        documents=list_of(SUMMARY, 1, 500),
    ),
    "certificate": members(
        type=one_of("certificate"),
        chain=list_of(bytes_of(1, 16384), 1, 8),
        algorithm=one_of(*ALGORITHMS),
        atOnce=whole(1, 500),
    ),
    "toSign": members(
        type=one_of("toSign"),
        nonce=bytes_of(32),
        documents=list_of(members(digest=digest, attributes=bytes_of(1, 65536)), 1, 500),
    ),
    "reveal": members(type=one_of("reveal"), nonce=bytes_of(32)),
    "signatures": members(type=one_of("signatures"), signatures=list_of(bytes_of(1, 2048), 1, 500)),
    "refusal": members(type=one_of("refusal"), reason=one_of(*REASONS)),
    "outcome": members(type=one_of("outcome"), result=one_of("signed", "failed", "cancelled")),
}


def write(message):
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


def read(data):
    """The message with its bytes decoded; Refused where the page says so."""
    value = parse(data)
    require(isinstance(value, dict) and isinstance(value.get("type"), str), "no talk message")
    require(value["type"] in RULES, "no type of a talk message")
    return RULES[value["type"]](value)


def parse(data):
    """JSON without what the page forbids: repeated members, fractions, other things behind the object."""
    try:
        return json.loads(
            data.decode("utf-8"),
            object_pairs_hook=without_repetition,
            parse_float=no_such_number,
            parse_constant=no_such_number,
        )
    except (ValueError, RecursionError) as error:
        raise Refused("no JSON object") from error


def without_repetition(pairs):
    require(len({name for name, _ in pairs}) == len(pairs), "a repeated member")
    return dict(pairs)


def no_such_number(_):
    raise Refused("a number that is not an integer")
