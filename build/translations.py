"""Which words we print, read out of the program, and every catalogue brought up to date with them.

`python3 build/dev.py translations` adds what is new as not translated, and takes out what is not printed any more. A
sentence is found where it goes through the wording: `said("...")`, two sentences with {n} side by side or in `Counted`,
a constant of a words module, and the questions of consent.
"""

from __future__ import annotations

import ast
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import polib

TOP = Path(__file__).resolve().parents[1]
CATALOGUES = TOP / "resources" / "translations" / "paper"
SOURCES = (
    "facilitator/domain/consent.py",
    "facilitator/pdf/words.py",
    "facilitator/pdf/room_words.py",
    "facilitator/pdf/after_words.py",
    "facilitator/pdf/**/*.py",
)
"""What people consent to and vote on comes first, so that it is checked first."""

_WORDS = re.compile(r"(words|wording|consent)\.py$")
_NAME = re.compile(r"_?[A-Z][A-Z_]*")
_NOT_PRINTED = re.compile(r"[a-z]{2}-[A-Z]{2}|\W*")

_WRAPPED = 100
"""Characters in a line of a catalogue."""

_NUMBER = "{n}"
_ENGLISH_ONLY = frozenset({"NUMBERS", "OURS"})
_SPOKEN = ("ar", "bn", "cy", "en", "pa", "phr", "pl", "ro", "so", "syl", "ur", "zh")
"""The languages whose names are translated, for the badges; others are named in English."""

Sentence = tuple[str, str]
"""The English, and its plural or nothing."""


def printed(top: Path = TOP) -> dict[Sentence, str]:
    """Every sentence we print, with the file it is in (relative, with strokes), in a steady order."""
    found: dict[Sentence, str] = {}
    for pattern in SOURCES:
        for path in sorted(top.glob(pattern)):
            where = path.relative_to(top).as_posix()
            for sentence in _sentences(ast.parse(path.read_text("utf-8")), constants=bool(_WORDS.search(path.name))):
                found.setdefault(sentence, where)
    found |= {(language_name(code), ""): "facilitator/domain/languages.py" for code in _SPOKEN}
    paired = {text for one, many in found if many for text in (one, many)}
    return {(one, many): where for (one, many), where in found.items() if many or one not in paired}


def _sentences(tree: ast.Module, *, constants: bool) -> Iterator[Sentence]:
    if constants:
        for statement in tree.body:
            if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value and _is_constant(statement):
                yield from _texts(statement.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _said(node)
        if isinstance(node, ast.Call | ast.Tuple):
            yield from _pairs(node.args if isinstance(node, ast.Call) else node.elts)


def _is_constant(statement: ast.Assign | ast.AnnAssign) -> bool:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
    return isinstance(target, ast.Name) and bool(_NAME.fullmatch(target.id)) and target.id not in _ENGLISH_ONLY


def _texts(value: ast.expr) -> Iterator[Sentence]:
    """The sentences of a constant; of a dictionary its values only."""
    match value:
        case ast.Constant(value=str(text)):
            if not _NOT_PRINTED.fullmatch(text):
                yield text, ""
        case ast.Dict(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from _texts(part)
        case ast.IfExp(body=body, orelse=other):
            yield from _texts(body)
            yield from _texts(other)
        case _:
            pass


def _pairs(parts: Sequence[ast.expr]) -> Iterator[Sentence]:
    """Two sentences about a number, side by side."""
    for first, second in pairwise(parts):
        match first, second:
            case ast.Constant(value=str(one)), ast.Constant(value=str(many)) if _NUMBER in one and _NUMBER in many:
                yield one, many
            case _:
                pass


def _said(call: ast.Call) -> Iterator[Sentence]:
    match call:
        case ast.Call(func=ast.Name(id="said") | ast.Attribute(attr="said"), args=[sentence, *_]):
            yield from _texts(sentence)
        case ast.Call(func=ast.Name(id="Counted"), args=[ast.Constant(value=str(one)), ast.Constant(value=str(many))]):
            yield one, many
        case _:
            pass


def bring_up_to_date(po: polib.POFile, wanted: Iterable[tuple[Sentence, str]]) -> int:
    """Give a catalogue exactly these entries, in this order, and keep what it says; gives how many it lacks."""
    import polib

    before = {(entry.msgid, entry.msgid_plural): entry for entry in po if not entry.obsolete}
    made: list[polib.POEntry] = []
    lacking = 0
    for (one, many), where in wanted:
        entry = before.get((one, many)) or polib.POEntry(msgid=one, msgid_plural=many)
        if many and not entry.msgstr_plural:
            entry.msgstr_plural = {0: ""}
        entry.comment = Path(where).stem.replace("_", " ")
        lacking += not (all(entry.msgstr_plural.values()) if many else entry.msgstr)
        made.append(entry)
    po[:] = made
    return lacking


def as_it_should_be(path: Path, wanted: Iterable[tuple[Sentence, str]]) -> tuple[str, int]:
    """What a catalogue's file should hold, and how many translations it lacks. Of a file that is up to date it is what
    the file holds already.
    """
    import polib

    po = polib.pofile(str(path), encoding="utf-8", wrapwidth=_WRAPPED)
    lacking = bring_up_to_date(po, wanted)
    return f"{po}\n", lacking


def main() -> int:
    """Bring every catalogue up to date and say what each lacks."""
    wanted = list(printed().items())
    for path in sorted(CATALOGUES.glob("*.po")):
        text, lacking = as_it_should_be(path, wanted)
        path.write_text(text, "utf-8", newline="\n")
        print(f"{path.stem}: {len(wanted):,} sentences, {lacking:,} not translated yet")
    return 0


if __name__ == "__main__":
    sys.exit(main())
