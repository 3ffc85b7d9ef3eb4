"""Add composite glyphs to a TrueType font, so that whatever stands for one piece of text is one glyph with one code.

A letter with its dots, a conjunct with its vowel sign: drawn as separate glyphs at small offsets they fall apart in the
hands of programs that copy, search or read aloud. OpenType specification, tables glyf, loca, hmtx, hhea, maxp.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS, _XY, _MORE, _OVERLAP = 0x0001, 0x0002, 0x0020, 0x0400
_DEEPEST = 4


class Part(NamedTuple):
    """A glyph of the font and how far it is moved, in font units."""

    glyph: int
    x: int
    y: int


class Composite(NamedTuple):
    """Parts drawn as one glyph, which may be none, and how far the pen moves on, in font units."""

    parts: tuple[Part, ...]
    advance: int


def add_composites(font: bytes, composites: Sequence[Composite]) -> bytes:
    """The font with the composites after its own glyphs, in order."""
    if not composites:
        return font
    tables = _read(font)
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    outlines = _outlines(tables, count)
    metrics = _metrics(tables, count)
    deepest_parts = 1
    for composite in composites:
        outline = _compose(composite, outlines)
        outlines.append(outline)
        metrics.append((max(composite.advance, 0), struct.unpack_from(">h", outline, 2)[0] if outline else 0))
        deepest_parts = max(deepest_parts, len(composite.parts))
    _write_outlines(tables, outlines)
    tables["hmtx"] = b"".join(struct.pack(">Hh", *metric) for metric in metrics)
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", len(metrics))
    tables["maxp"] = _counts(tables["maxp"], len(outlines), deepest_parts)
    return _write(font[:4], tables)


def _read(font: bytes) -> dict[str, bytes]:
    tables: dict[str, bytes] = {}
    for i in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * i)
        tables[tag.decode("latin-1")] = font[offset : offset + length]
    return tables


def _outlines(tables: dict[str, bytes], count: int) -> list[bytes]:
    is_long = struct.unpack_from(">h", tables["head"], 50)[0]
    if is_long:
        offsets = struct.unpack_from(f">{count + 1}L", tables["loca"])
    else:
        offsets = [2 * half for half in struct.unpack_from(f">{count + 1}H", tables["loca"])]
    return [tables["glyf"][offsets[i] : offsets[i + 1]] for i in range(count)]


def _metrics(tables: dict[str, bytes], count: int) -> list[tuple[int, int]]:
    """Advance and left side bearing of each glyph."""
    long_ones = struct.unpack_from(">H", tables["hhea"], 34)[0]
    found = [struct.unpack_from(">Hh", tables["hmtx"], 4 * i) for i in range(long_ones)]
    rest = struct.unpack_from(f">{count - long_ones}h", tables["hmtx"], 4 * long_ones)
    return [*found, *((found[-1][0], bearing) for bearing in rest)]


def _compose(composite: Composite, outlines: Sequence[bytes]) -> bytes:
    parts = [part for part in composite.parts if outlines[part.glyph]]
    if not parts:
        return b""
    boxes = [
        (x_min + part.x, y_min + part.y, x_max + part.x, y_max + part.y)
        for part in parts
        for x_min, y_min, x_max, y_max in [struct.unpack_from(">4h", outlines[part.glyph], 2)]
    ]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    outline = struct.pack(">5h", -1, *box)
    for i, part in enumerate(parts):
        flags = _WORDS | _XY | (_OVERLAP if i == 0 else 0) | (_MORE if i + 1 < len(parts) else 0)
        outline += struct.pack(">HHhh", flags, *part)
    return outline


def _write_outlines(tables: dict[str, bytes], outlines: Sequence[bytes]) -> None:
    offsets, data = [0], bytearray()
    for outline in outlines:
        data += outline + b"\0" * (-len(outline) % 4)
        offsets.append(len(data))
    tables["glyf"] = bytes(data)
    tables["loca"] = struct.pack(f">{len(offsets)}L", *offsets)
    tables["head"] = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]


def _counts(maxp: bytes, glyphs: int, parts: int) -> bytes:
    """`maxp` with generous bounds for composites: readers use them to reserve room."""
    changed = bytearray(maxp)
    struct.pack_into(">H", changed, 4, glyphs)
    most_points, most_contours = struct.unpack_from(">HH", changed, 6)
    old_points, old_contours = struct.unpack_from(">HH", changed, 10)
    most = 0xFFFF
    struct.pack_into(">H", changed, 10, min(max(most_points, old_points) * parts, most))
    struct.pack_into(">H", changed, 12, min(max(most_contours, old_contours) * parts, most))
    struct.pack_into(">H", changed, 28, max(struct.unpack_from(">H", changed, 28)[0], parts))
    struct.pack_into(">H", changed, 30, _DEEPEST)
    return bytes(changed)


def _write(version: bytes, tables: dict[str, bytes]) -> bytes:
    tags = sorted(tables)
    power = 1 << (len(tags).bit_length() - 1)
    header = version + struct.pack(">4H", len(tags), power * 16, power.bit_length() - 1, (len(tags) - power) * 16)
    body = bytearray()
    start = len(header) + 16 * len(tags)
    for tag in tags:
        data = tables[tag]
        padded = data + b"\0" * (-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        header += struct.pack(">4sLLL", tag.encode("latin-1"), total, start + len(body), len(data))
        body += padded
    return header + bytes(body)
