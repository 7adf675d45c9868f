"""An Outlook message made by hand: a compound file ([MS-CFB]) with the properties of a mail in it ([MS-OXMSG])."""

from __future__ import annotations

import struct
from pathlib import Path

SECTOR, MINI, CUTOFF = 512, 64, 4096
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
TEXT, NUMBER = 0x001F, 0x0003
Tree = dict[str, "bytes | Tree"]


def outlook_message(
    path: Path, texts: dict[int, str], recipients: tuple[dict[int, str], ...] = (), attached: tuple[str, ...] = ()
) -> Path:
    """Write a message of text properties by their number ([MS-OXPROPS]), with recipients and named attachments."""
    counts = struct.pack("<8x4I8x", len(recipients), len(attached), len(recipients), len(attached))
    tree = _properties(texts, counts)
    for at, fields in enumerate(recipients):
        tree[f"__recip_version1.0_#{at:08X}"] = _properties(fields, bytes(8))
    for at, name in enumerate(attached):
        tree[f"__attach_version1.0_#{at:08X}"] = _properties({0x3707: name}, bytes(8))
    path.write_bytes(compound_file(tree))
    return path


def _properties(texts: dict[int, str], head: bytes) -> Tree:
    table = head + struct.pack("<HHIQ", NUMBER, 0x340D, 6, 0x00040000)  # strings are UTF-16
    tree: Tree = {}
    for number, words in texts.items():
        raw = words.encode("utf-16-le")
        table += struct.pack("<HHIQ", TEXT, number, 6, len(raw) + 2)
        tree[f"__substg1.0_{number:04X}{TEXT:04X}"] = raw
    tree["__properties_version1.0"] = table
    return tree


def compound_file(tree: Tree) -> bytes:
    """Return a compound file of version 3 whose storages are dicts and whose streams are bytes."""
    entries: list[list[int | str | bytes]] = []  # name, type, right, child, bytes
    _enter("Root Entry", tree, entries, root=True)
    mini = bytearray()
    mini_fat: list[int] = []
    big: list[bytes] = []
    places: list[tuple[int, int]] = []
    for _, kind, _, _, data in entries:
        assert isinstance(data, bytes)
        if kind != 2 or not data:
            places.append((END if kind == 2 else 0, 0))
        elif len(data) < CUTOFF:
            places.append((len(mini_fat), len(data)))
            mini_fat += _chain(len(mini_fat), -(-len(data) // MINI))
            mini += data + bytes(-len(data) % MINI)
        else:
            places.append((-len(big) - 1, len(data)))
            big.append(data)
    parts = [b"", struct.pack(f"<{len(mini_fat)}I", *mini_fat), bytes(mini), *big]
    count = -(-len(entries) // 4)
    sizes = [count, *(-(-len(part) // SECTOR) for part in parts[1:])]
    fats = next(n for n in range(1, 99) if n * 128 >= n + sum(sizes))
    starts, table = [], [FAT] * fats
    for size in sizes:
        starts.append(len(table) if size else END)
        table += _chain(len(table), size)
    places = [(starts[3 - 1 - start] if start < 0 else start, size) for start, size in places]
    places[0] = (starts[2], len(mini))
    parts[0] = b"".join(_entry(entry, place) for entry, place in zip(entries, places, strict=True))
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, fats, starts[0], 0, CUTOFF, starts[1], sizes[1], END, 0)
    head += struct.pack("<109I", *range(fats), *([FREE] * (109 - fats)))
    table += [FREE] * (fats * 128 - len(table))
    body = struct.pack(f"<{len(table)}I", *table)
    return head + body + b"".join(part + bytes(-len(part) % SECTOR) for part in parts)


def _enter(name: str, held: bytes | Tree, entries: list[list[int | str | bytes]], *, root: bool = False) -> int:
    at = len(entries)
    if isinstance(held, bytes):
        entries.append([name, 2, FREE, FREE, held])
        return at
    entries.append([name, 5 if root else 1, FREE, FREE, b""])
    before = 0
    for inner in sorted(held, key=lambda each: (len(each), each.upper())):
        here = _enter(inner, held[inner], entries)
        if before:
            entries[before][2] = here
        else:
            entries[at][3] = here
        before = here
    return at


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), END] if count else []


def _entry(entry: list[int | str | bytes], place: tuple[int, int]) -> bytes:
    name, kind, right, child, _ = entry
    raw = str(name).encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw) + 2, kind, 1, FREE, right, child)
    return head + bytes(36) + struct.pack("<IQ", *place)
