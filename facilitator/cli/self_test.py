"""`--self-test`: whether this copy of Facilitator is whole, tried on the example in a folder that is thrown away.

It is for whoever packs the app, and for a laptop on which something is odd. It needs no display: what needs Qt is tried
by a child process, since the command line never loads it.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.cli.say import amount, in_words, show
from facilitator.domain.errors import Expected
from facilitator.resources import resources

if TYPE_CHECKING:
    from facilitator.pdf.fonts import Font
    from facilitator.workshop.queries.print_values import BallotValues, ReportValues
    from facilitator.workshop.workshop import Workshop

WINDOW = "--self-test-window"
"""What Facilitator calls itself with to try what needs Qt; not for people."""
LIMIT = 180  # seconds for the child process
QUESTION = "What should we try first?"
SCRIPTS = ("A garden for everyone", "حديقة للجميع", "সবার জন্য একটি বাগান")
"""The same idea in Latin, Arabic and Bengali letters."""
LETTERS = 40


class NotWhole(Exception):
    """Something that was packed does not work; the message says what."""


def self_test() -> bool:
    """Try everything and show a line a step; gives whether all of it holds."""
    failed = 0
    for words, problem in _tried():
        show(f"FAILED  {words}: {problem}" if problem else f"ok      {words}")
        failed += bool(problem)
    show(f"{amount(failed, 'steps')} failed." if failed else "Everything holds.")
    return not failed


def _tried() -> Iterator[tuple[str, str]]:
    """What was tried, and what is wrong with it."""
    with tempfile.TemporaryDirectory(prefix="facilitator-", ignore_cleanup_errors=True) as folder:
        with ExitStack() as closing:
            paper = _OnTheExample(Path(folder), closing)
            for words, attempt in paper.steps():
                yield _outcome(words, attempt)
        yield from _in_the_window(Path(folder))


def _outcome(words: str, attempt: Callable[[], str]) -> tuple[str, str]:
    try:
        return f"{words} ({attempt()})", ""
    except (Expected, NotWhole) as error:
        return words, str(error)
    except Exception as error:  # noqa: BLE001 (whatever it is, the other steps still tell something)
        return words, f"{type(error).__name__}: {error}"


class _OnTheExample:
    """The steps that do without Qt."""

    def __init__(self, folder: Path, closing: ExitStack) -> None:
        self._folder = folder
        self._closing = closing
        self._to_print: tuple[BallotValues, ReportValues] | None = None

    def steps(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Each step's words, and what gives a remark on it or raises."""
        yield "The example is made and opened again", self._open
        yield "A change is stored and undone, and the file is in order", self._change
        yield "A bundle for a key is made and opened", self._bundle
        yield "A ballot and a report are printed in three scripts", self._print
        yield "Every font can be embedded in a PDF", self._embed
        yield "Every template becomes a workshop", self._templates

    @cached_property
    def _workshop(self) -> Workshop:
        from facilitator.exchange.millbrook.build import build_millbrook
        from facilitator.workshop.places import Places
        from facilitator.workshop.workshop import Workshop

        path, places = self._folder / "example.workshop", Places.under(self._folder / "places")
        build_millbrook(path, places).close()
        return self._closing.enter_context(Workshop.open(path, places))

    def _counts(self) -> dict[str, int]:
        from facilitator.workshop.queries.counts import counts

        return {kind: count for kind, count in self._workshop.read(counts).items() if kind != "changes"}

    def _open(self) -> str:
        found = self._counts()
        return in_words((found[kind], kind) for kind in ("participants", "notes", "ballots"))

    def _change(self) -> str:
        from facilitator.domain.gestures.voting import Choice, add_poll
        from facilitator.workshop.queries.print_queries import ballot_values, report_values

        workshop, before, poll_id = self._workshop, self._counts(), uuid.uuid4()
        workshop.apply(add_poll(QUESTION, [Choice(text) for text in SCRIPTS], poll_id=poll_id))
        key = workshop.sheet_key()
        self._to_print = workshop.read(
            lambda reader: (ballot_values(reader, poll_id, key, (1,)), report_values(reader, "2026-11-09"))
        )
        workshop.undo()
        if self._counts() != before:
            raise NotWhole("undoing it did not bring back what was there")
        if problems := workshop.check():
            raise NotWhole(problems[0])
        return amount(len(workshop.history()), "changes")

    def _bundle(self) -> str:
        from facilitator.sync.bundle import For, make_bundle
        from facilitator.sync.bundle_keys import make_key_file, secret_of
        from facilitator.sync.bundle_opening import Opener, open_bundle

        key = self._folder / "office.key"
        made = make_bundle(self._workshop, self._folder / "example.bundle", For((make_key_file(key),)))
        opened = open_bundle(made.path, self._folder / "opened.workshop", Opener((secret_of(key),)))
        if opened.read_bytes() != made.backup.read_bytes():
            raise NotWhole("what came out of it is not what was put in")
        return f"{made.size / 1000:,.0f} kB"

    def _print(self) -> str:
        from facilitator.pdf.documents.render import render
        from facilitator.pdf.fonts import FontBook

        if self._to_print is None:
            raise NotWhole("there is nothing to print, because a step before failed")
        fonts = FontBook.default()
        pages = render(self._to_print, self._folder / "paper.pdf", fonts=fonts).pages
        _refuse_missing(fonts.missing)
        return amount(pages, "pages")

    def _embed(self) -> str:
        from facilitator.pdf.fonts import FontBook

        fonts = FontBook.default().fonts
        packed = {path.name for path in resources("fonts").glob("*.ttf")}
        if odd := packed ^ {font.path.name for font in fonts}:
            raise NotWhole(f"{min(odd)} is packed or listed, not both")
        for font in fonts:
            _draw_with(font)
        return amount(len(fonts), "fonts")

    def _templates(self) -> str:
        from facilitator.exchange.templates import make_from_template, templates
        from facilitator.workshop.places import Places

        places, found = Places.under(self._folder / "places"), templates()
        for template in found:
            path = self._folder / f"{template.name}.workshop"
            with make_from_template(path, template.title, template.name, places) as workshop:
                if problems := workshop.check():
                    raise NotWhole(f"{template.name}: {problems[0]}")
        if not found:
            raise NotWhole("there is none")
        return amount(len(found), "templates")


def _draw_with(font: Font) -> None:
    """Draw some of a font's letters in a PDF that nobody sees."""
    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.fonts import FontBook
    from facilitator.pdf.text.paragraph import lay_out
    from facilitator.pdf.text.style import TextStyle

    book = FontBook([font])
    drawable = [chr(code) for code in sorted(font.covers) if unicodedata.category(chr(code))[0] in "LS"]
    text = "".join(drawable[:: len(drawable) // LETTERS + 1])
    canvas = PlainCanvas(io.BytesIO(), title=font.family)
    with canvas.tags.tag("P"):
        lay_out(text, TextStyle(12), 500, book).draw(canvas, 40, 760)
    canvas.showPage()
    canvas.save()
    _refuse_missing(book.missing)


def _refuse_missing(characters: set[str]) -> None:
    if characters:
        raise NotWhole(f"no font has U+{ord(min(characters)):04X}")


def _in_the_window(folder: Path) -> Iterator[tuple[str, str]]:
    """What the child process tried: a window on a screen that is not there."""
    try:
        done = subprocess.run(
            _command(folder),
            cwd=resources().parent,
            env=_without_a_screen(folder),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            timeout=LIMIT,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        yield "The window opens", f"it did not end within {LIMIT} seconds"
        return
    for line in done.stdout.splitlines():
        words, problem = json.loads(line)
        yield str(words), str(problem)
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["it ended without a word"]
        yield "The window closes", f"{said[-1]} (exit status {done.returncode})"


def _command(folder: Path) -> list[str]:
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "facilitator"]
    return [*program, WINDOW, str(folder)]


def _without_a_screen(folder: Path) -> dict[str, str]:
    """No display, and a home of its own, so that the settings of whoever tries this stay as they are."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    return {**kept, **dict.fromkeys(homes, str(folder)), "QT_QPA_PLATFORM": "offscreen"}
