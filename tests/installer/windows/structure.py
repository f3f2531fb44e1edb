#!/usr/bin/env python3
"""structure.py SIGNED.pdf: how a signed file is made, as text to compare with another's.

Everything of it, each stream decoded, except what differs from one signature to the next: the time, the second file
identifier, the digest of what is signed, and the signature's value.
"""
import base64
import hashlib
import json
import subprocess
import sys

MESSAGE_DIGEST = bytes.fromhex("06092a864886f70d010904")  # RFC 5652, 11.2
SIGNING_TIME = bytes.fromhex("06092a864886f70d010905")


def objects(path):
    # Streams as they are decoded: another zlib may pack the same bytes differently.
    answer = subprocess.run(["qpdf", "--json", "--json-stream-data=inline", "--decode-level=specialized", path],
                            check=True, capture_output=True)
    return json.loads(answer.stdout)["qpdf"]


def elements(der):
    """Tag, whole bytes and content of each DER element, one after the other."""
    at = 0
    while at < len(der):
        size, begin = der[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7F
            size, begin = int.from_bytes(der[begin:begin + count], "big"), begin + count
        yield der[at], der[at:begin + size], der[begin:begin + size]
        at = begin + size


def attribute(der):
    kind, values = list(elements(der))
    if kind[1] in (MESSAGE_DIGEST, SIGNING_TIME):
        return [kind[1].hex(), [tag for tag, _, _ in elements(values[2])]]
    return [kind[1].hex(), values[2].hex()]


def signer(der):
    """SignerInfo (RFC 5652, 5.3), its attributes one by one and without its signature's value."""
    parts = []
    for tag, whole, content in elements(der):
        if tag == 0xA0:
            parts.append({"signedAttributes": [attribute(one) for _, _, one in elements(content)]})
        elif tag == 0x04:
            parts.append("the signature's value")
        else:
            parts.append(whole.hex())
    return parts


def signed_data(contents):
    _, _, content_info = next(elements(contents))  # behind it are zeros
    kind, explicit = elements(content_info)
    (_, _, sequence), = elements(explicit[2])
    *head, (_, _, signers) = elements(sequence)
    return {"contentType": kind[1].hex(), "head": [whole.hex() for _, whole, _ in head],
            "signers": [signer(one) for _, _, one in elements(signers)]}


def plain(value):
    if isinstance(value, list):
        return [plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {key: plain(one) for key, one in value.items()}
    if "/ByteRange" in kept:
        contents = bytes.fromhex(value["/Contents"].removeprefix("b:"))
        kept["/Contents"] = {"room": len(contents), "signedData": signed_data(contents)}
        kept["/M"] = "the time"
    if "/ID" in kept:
        kept["/ID"] = [kept["/ID"][0], "the second identifier"]
    if isinstance(kept.get("data"), str):
        kept["data"] = hashlib.sha256(base64.b64decode(kept["data"])).hexdigest()
    return kept


json.dump(plain(objects(sys.argv[1])), sys.stdout, indent=1, ensure_ascii=False, sort_keys=True)
print()
