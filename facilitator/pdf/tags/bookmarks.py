"""The outline of a file: one bookmark for each document in it, and below it those of its headings that have a place of
their own (ISO 32000-1, 12.3.3).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.pdf.tags.element import HEADINGS, Element
from facilitator.pdf.tags.strings import text_string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LONGEST = 120


@dataclass(eq=False, slots=True)
class Bookmark:
    """A title, where it leads (page from 0, height in points), and those below it."""

    title: str
    page: int
    top: float
    kids: list[Bookmark] = field(default_factory=list)

    @property
    def all(self) -> int:
        """It and all below it."""
        return 1 + sum(kid.all for kid in self.kids)


def bookmarks(parts: Iterable[tuple[Element, str, int, float]]) -> list[Bookmark]:
    """The bookmarks of documents, each an element with its title, first page and that page's height."""
    return [_document(element, title, page, top) for element, title, page, top in parts]


def _document(element: Element, title: str, page: int, top: float) -> Bookmark:
    found = Bookmark(_short(title), page, top)
    open_at: list[tuple[int, Bookmark]] = [(1, found)]
    for heading in _headings(element):
        marks, level = heading.marks, int(heading.role[1])
        if level == 1 or not marks:
            continue  # the document's own name
        while open_at[-1][0] >= level:
            open_at.pop()
        mark = Bookmark(_short(heading.words), marks[0].page, heading.top)
        open_at[-1][1].kids.append(mark)
        open_at.append((level, mark))
    return found


def _headings(element: Element) -> Iterator[Element]:
    for kid in element.kids:
        if isinstance(kid, Element):
            if kid.role in HEADINGS and kid.bookmarked:
                yield kid
            yield from _headings(kid)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def outline(top: Sequence[Bookmark], first: int, pages: Sequence[int]) -> Iterator[bytes]:
    """The bodies of the objects: the outline's own, whose number is `first`, then each bookmark's in order."""
    numbers: dict[Bookmark, int] = {}
    order: list[tuple[Bookmark, int, Bookmark | None, Bookmark | None]] = []

    def number(marks: Sequence[Bookmark], parent: int) -> None:
        for before, mark, after in zip((None, *marks), marks, (*marks[1:], None), strict=False):
            numbers[mark] = first + len(numbers) + 1
            order.append((mark, parent, before, after))
            number(mark.kids, numbers[mark])

    number(top, first)
    count = f"/Count {len(top)}"
    yield f"<</Type/Outlines/First {numbers[top[0]]} 0 R/Last {numbers[top[-1]]} 0 R{count}>>".encode("ascii")
    for mark, parent, before, after in order:
        parts = [f"<</Title{text_string(mark.title)}/Parent {parent} 0 R"]
        if before:
            parts.append(f"/Prev {numbers[before]} 0 R")
        if after:
            parts.append(f"/Next {numbers[after]} 0 R")
        if mark.kids:
            ends = f"/First {numbers[mark.kids[0]]} 0 R/Last {numbers[mark.kids[-1]]} 0 R"
            parts.append(f"{ends}/Count -{mark.all - 1}")
        parts.append(f"/Dest[{pages[mark.page]} 0 R/XYZ 0 {mark.top:.1f} null]>>")
        yield "".join(parts).encode("ascii")
