"""Several small documents in one file, each on pages of its own: a card for each person, a story for each teller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf import words
from facilitator.pdf.documents.session_page import draw_footer, draw_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition


def on_one_page(lay_out: Callable[[float], Flow], sizes: Sequence[float], *, or_as_many: bool = False) -> Flow:
    """What `lay_out` makes in the largest of these sizes that takes one page. Where none does, in the smallest, or
    with `or_as_many` in the largest, which is the best to read.
    """
    first = flow = lay_out(sizes[0])
    for size in sizes[1:]:
        if len(flow.pages) == 1:
            return flow
        flow = lay_out(size)
    return first if or_as_many and len(flow.pages) > 1 else flow


class Leaves:
    """Each flow begins on a new page and counts its own pages at the foot, so that they can be handed out apart."""

    warnings: tuple[str, ...] = ()

    def __init__(self, title: str, edition: Edition, flows: Sequence[Flow], footer: str) -> None:
        self.title = title
        self.edition = edition
        self._pages = [(flow, number) for flow in flows for number in range(1, len(flow.pages) + 1)]
        self._footer = footer

    @property
    def page_count(self) -> int:
        """Of all of them."""
        return len(self._pages)

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one page and its footer."""
        flow, page = self._pages[number - 1]
        draw_page(flow, page, surface)
        pages = len(flow.pages)
        draw_footer(surface, self._footer, surface.said(words.PAGE, page=page, pages=pages) if pages > 1 else "")


class Bound:
    """Several documents as one, in their order."""

    def __init__(self, title: str, edition: Edition, parts: Sequence[Printable]) -> None:
        self.title = title
        self.edition = edition
        self.page_count = sum(part.page_count for part in parts)
        self._parts = parts

    @property
    def warnings(self) -> tuple[str, ...]:
        """What did not fit in any of them, each sentence once."""
        return tuple(dict.fromkeys(warning for part in self._parts for warning in part.warnings))

    def draw(self, number: int, surface: Surface) -> None:
        """Draw the page of the part it is in."""
        for part in self._parts:
            if number <= part.page_count:
                part.draw(number, surface)
                return
            number -= part.page_count
