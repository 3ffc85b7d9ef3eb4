"""A node of the tree that says what a document is made of: headings, paragraphs, lists, tables, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.pdf.tags.said import Said

GROUPS = frozenset({"Document", "Part", "Sect", "Div", "L", "LI", "Table", "TR", "TOC", "TOCI", "Reference"})
"""Roles that hold others and no words of their own (ISO 32000-1, 14.8.4)."""

HEADINGS = frozenset({"H1", "H2", "H3"})
WORDS = HEADINGS | {"P", "Lbl", "LBody", "TH", "TD", "Caption", "Link", "Figure"}
"""Roles that words may stand in."""

Bounds = tuple[float, float, float, float]
"""Left, lower, right and upper edge on the page, in points from its lower left corner."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a page's content, by the page (from 0) and its number there."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """One element. Its kids are in the order of reading, whenever and on whatever page they are drawn.

    A `role` of "" is no element of its own: it keeps the place of kids that are known when the page is drawn.
    `lang` is a BCP 47 tag where it is not the document's, `alt` tells what a picture shows, `scope` is "Column" or
    "Row" of a header cell. `turned` where its words are in another order on the page than they are read.
    Raises ValueError for a role that is none.
    """

    role: str
    lang: str | None = None
    alt: str | None = None
    scope: str | None = None
    bookmarked: bool = False
    kids: list[Element | Marked] = field(default_factory=list)
    words: str = ""
    turned: bool = False
    top: float = 0.0
    bounds: Bounds | None = None
    target: Element | None = None
    """Where a "Link" leads: the heading of what it names."""

    above: Element | None = None
    place: int = 0
    """What holds it, and which one in the tree it is; known when the tree is made."""

    def __post_init__(self) -> None:
        if self.role and self.role not in GROUPS and self.role not in WORDS:
            raise ValueError(f"{self.role} is no standard structure type")

    def add(self, role: str, *, lang: str | None = None, alt: str | None = None, scope: str | None = None) -> Element:
        """A new last kid."""
        kid = Element(role, lang, alt, scope)
        self.kids.append(kid)
        return kid

    def note(self, said: Said, top: float) -> None:
        """Remember what it says, and how high on its page it begins."""
        self.top = self.top or top
        between = " " if self.words and not self.words[-1].isspace() else ""
        self.words += between + said.words
        self.turned = self.turned or said.turned
        self.lang = self.lang or said.lang

    def reach(self, x: float, y: float) -> None:
        """A picture or a link reaches to this point as well."""
        left, lower, right, upper = self.bounds or (x, y, x, y)
        self.bounds = (min(left, x), min(lower, y), max(right, x), max(upper, y))

    @property
    def marks(self) -> list[Marked]:
        """Its own stretches of content."""
        return [kid for kid in self.kids if isinstance(kid, Marked)]
