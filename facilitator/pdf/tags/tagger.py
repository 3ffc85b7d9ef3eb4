"""Marks the content of pages as it is drawn: each stretch belongs to an element, or is an artefact (ISO 32000-1, 14.7).

Text that is neither raises Untagged: a page with words that only some can read is a bug, found when it is first drawn.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from facilitator.domain.errors import FacilitatorError
from facilitator.pdf.tags.element import GROUPS, Element, Marked

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from contextlib import AbstractContextManager

    from facilitator.pdf.tags.element import Bounds
    from facilitator.pdf.tags.said import Said

_ARTEFACT = "/Artifact BMC"
_PAGINATION = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
_END = "EMC"
_END_OF_SHAPES = "".join(_END)
"""Told apart from other ends by being another object, so that shapes that follow one another become one artefact."""


class Untagged(FacilitatorError):
    """Something was drawn that is neither tagged nor an artefact."""


class Tags(Protocol):
    """Where what is drawn says what it is: the pages of a document, or a stamp that is drawn on several of them."""

    @property
    def is_open(self) -> bool:
        """Whether whatever is drawn belongs to a picture or is an artefact."""
        ...

    def tag(self, role: str, *, lang: str | None = None, alt: str | None = None) -> AbstractContextManager[None]:
        """What is written meanwhile belongs to a new element, the last one of where we are."""
        ...

    def figure(self, alt: str) -> AbstractContextManager[None]:
        """What is drawn or written meanwhile is one picture; `alt` tells what it shows."""
        ...

    def artefact(self, *, pagination: bool = False) -> AbstractContextManager[None]:
        """What is drawn or written meanwhile is nothing of the document; with `pagination`, a footer or the like."""
        ...

    def text(self, operators: str, bounds: Bounds, said: Said) -> None:
        """Write words within these bounds. Raises Untagged where nothing says what they are."""
        ...

    def shapes(self, operators: str, points: Iterable[tuple[float, float]]) -> None:
        """Draw lines or shapes through these points: part of a picture, or an artefact by themselves."""
        ...


class Tagger:
    """What the pages of one document are made of. `code` gives the operators of the page or form being drawn, `on_page`
    where a point in the drawing's measure is on the page.
    """

    def __init__(self, code: Callable[[], list[str]], on_page: Callable[[float, float], tuple[float, float]]) -> None:
        self.root = Element("Document")
        self.pages: list[list[Element]] = [[]]
        """For each page the element of each of its marked stretches, by their number."""

        self._code = code
        self._on_page = on_page
        self._element = self.root
        self._picture: Element | None = None
        self._open = 0

    @property
    def is_open(self) -> bool:
        """Whether whatever is drawn belongs to a picture or is an artefact."""
        return self._open > 0

    def turn(self) -> None:
        """A page is done and the next one begins."""
        self.pages.append([])

    @contextmanager
    def inside(self, element: Element) -> Generator[None]:
        """What is written meanwhile belongs to the element, but not where it is part of a picture or an artefact."""
        outer = self._element
        self._element = element
        try:
            yield
        finally:
            self._element = outer

    @contextmanager
    def covered(self) -> Generator[None]:
        """What is drawn meanwhile is marked as a whole, elsewhere: a form, where it is used."""
        self._open += 1
        try:
            yield
        finally:
            self._open -= 1

    @contextmanager
    def tag(self, role: str, *, lang: str | None = None, alt: str | None = None) -> Generator[None]:
        """What is written meanwhile belongs to a new element."""
        if self._open:
            yield
            return
        with self.inside(self._element.add(role, lang=lang, alt=alt)):
            yield

    @contextmanager
    def link(self, target: Element) -> Generator[None]:
        """What is written meanwhile leads to the target, which may be drawn later."""
        link = self._element.add("Link")
        link.target = target
        link.turned = True  # a name and a number far apart, read with a space between
        with self.inside(link):
            yield

    @contextmanager
    def figure(self, alt: str) -> Generator[None]:
        """What is drawn or written meanwhile is one picture."""
        if self._open:
            yield
            return
        self._picture = self._element.add("Figure", alt=alt)
        code = self._code()
        code.append(self._begin(self._picture))
        with self.covered():
            yield
        self._picture = None
        code.append(_END)

    @contextmanager
    def artefact(self, *, pagination: bool = False) -> Generator[None]:
        """What is drawn or written meanwhile is nothing of the document."""
        if self._open:
            yield
            return
        code = self._code()
        code.append(_PAGINATION if pagination else _ARTEFACT)
        with self.covered():
            yield
        code.append(_END)

    def text(self, operators: str, bounds: Bounds, said: Said) -> None:
        """Write words."""
        if self._open:
            self._code().append(operators)
            self._reach([bounds[:2], bounds[2:]])
            return
        element = self._element
        if not element.role or element.role in GROUPS:
            raise Untagged(f"Text stands in {element.role or 'nothing'}: say what it is, or that it is an artefact.")
        element.note(said, self._on_page(bounds[0], bounds[3])[1])
        if element.target:
            for point in (bounds[:2], bounds[2:]):
                element.reach(*self._on_page(*point))
        self._code().append(f"{self._begin(element)}\n{operators}\n{_END}")

    def shapes(self, operators: str, points: Iterable[tuple[float, float]]) -> None:
        """Draw lines or shapes."""
        code = self._code()
        if self._open:
            code.append(operators)
            self._reach(points)
        elif code and code[-1] is _END_OF_SHAPES:
            code[-1:] = [operators, _END_OF_SHAPES]
        else:
            code += [_ARTEFACT, operators, _END_OF_SHAPES]

    def _reach(self, points: Iterable[tuple[float, float]]) -> None:
        if self._picture:
            for point in points:
                self._picture.reach(*self._on_page(*point))

    def _begin(self, element: Element) -> str:
        marked = self.pages[-1]
        element.kids.append(Marked(len(self.pages) - 1, len(marked)))
        marked.append(element)
        return f"/{element.role} <</MCID {len(marked) - 1}>> BDC"
