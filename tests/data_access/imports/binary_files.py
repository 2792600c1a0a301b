"""The smallest XLS workbook: BIFF8 records in a compound file."""

import struct
from pathlib import Path

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def word(row: int, column: int, text: str) -> bytes:
    body = struct.pack("<HHHHB", row, column, 15, len(text), 1) + text.encode("utf-16-le")
    return record(0x0204, body)


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 15, value))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 15, code, 1))


def book(cells: bytes, name: str = "A") -> bytes:
    """The stream of a workbook with one sheet."""
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)) + cells + record(0x0A)
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x05, 0, 0, 0, 0))
    start += record(0x0042, struct.pack("<H", 1200))
    named = struct.pack("<BB", len(name), 0) + name.encode("latin-1")
    length = len(start) + 4 + 6 + len(named) + 4
    start += record(0x0085, struct.pack("<IBB", length, 0, 0) + named) + record(0x0A)
    return start + sheet


def xls(path: Path, cells: bytes) -> Path:
    """A compound file whose only stream is the workbook, filled up beyond the small ones."""
    stream = book(cells).ljust(8 * SECTOR, b"\0")
    sectors = -(-len(stream) // SECTOR)
    stream = stream.ljust(sectors * SECTOR, b"\0")
    chain = [TABLE, END, *range(3, 2 + sectors), END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    root = entry("Root Entry", 5, 1, END, 0)
    data = entry("Workbook", 2, FREE, 2, sectors * SECTOR)
    path.write_bytes(header + table + (root + data).ljust(SECTOR, b"\0") + stream)
    return path


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    """An entry of the directory."""
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, FREE, FREE, child)
    return head + bytes(16 + 4 + 16) + struct.pack("<IQ", start, size)
