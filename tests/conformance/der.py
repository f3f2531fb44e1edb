"""A small DER writer, and just enough of a reader to take a certificate apart. No ASN.1 library: what the conformance
program sends to a phone must not share a mistake with the libraries that phones use."""


def tlv(tag, *contents):
    content = b"".join(contents)
    length = len(content)
    if length < 0x80:
        return bytes([tag, length]) + content
    size = (length.bit_length() + 7) // 8
    return bytes([tag, 0x80 | size]) + length.to_bytes(size, "big") + content


def sequence(*contents):
    return tlv(0x30, *contents)


def set_of(*members):
    """X.690, 11.6: the members ascend as octet strings, the shorter one as if zeros followed."""
    longest = max(map(len, members), default=0)
    return tlv(0x31, *sorted(members, key=lambda member: member.ljust(longest, b"\0")))


def set_in_this_order(*members):
    return tlv(0x31, *members)


def integer(number):
    return tlv(0x02, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def boolean(value):
    return tlv(0x01, b"\xff" if value else b"\0")


def octets(content):
    return tlv(0x04, content)


def bits(content, unused=0):
    return tlv(0x03, bytes([unused]), content)


def null():
    return tlv(0x05)


def utf8(text):
    return tlv(0x0C, text.encode())


def utc_time(text):
    return tlv(0x17, text.encode("ascii"))


def oid(dotted):
    first, second, *rest = map(int, dotted.split("."))
    encoded = bytearray()
    for arc in [first * 40 + second, *rest]:
        septets = [arc & 0x7F]
        while arc := arc >> 7:
            septets.append(0x80 | arc & 0x7F)
        encoded += bytes(reversed(septets))
    return tlv(0x06, bytes(encoded))


def read(der, at=0):
    """One value: (tag, content, end). ValueError where it is none, or is longer than what is there."""
    if at + 2 > len(der):
        raise ValueError("DER ends too early")
    tag, length, begin = der[at], der[at + 1], at + 2
    if length >= 0x80:
        size = length & 0x7F
        length = int.from_bytes(der[begin : begin + size], "big")
        begin += size
    end = begin + length
    if end > len(der):
        raise ValueError("DER ends too early")
    return tag, der[begin:end], end


def members(content):
    """The encoded values that stand one behind the other in `content`."""
    at, found = 0, []
    while at < len(content):
        _, _, end = read(content, at)
        found.append(content[at:end])
        at = end
    return found
