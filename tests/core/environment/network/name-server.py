#!/usr/bin/python3
"""A name server at 127.0.0.1 that knows every name (as 203.0.113.7) or none: name-server.py known|unknown"""

import socket
import sys

ADDRESS = b"\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4" + bytes([203, 0, 113, 7])  # RFC 1035, 3.2.1
is_known = sys.argv[1] == "known"
names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
names.bind(("127.0.0.1", 53))
print("ready", flush=True)
while True:
    query, client = names.recvfrom(4096)
    question = query[12 : query.index(b"\0", 12) + 5]
    records = ADDRESS if is_known and question[-4:-2] == b"\0\1" else b""
    counts = bytes([0, 1, 0, 1 if records else 0, 0, 0, 0, 0])
    names.sendto(query[:2] + (b"\x81\x80" if is_known else b"\x81\x83") + counts + question + records, client)
