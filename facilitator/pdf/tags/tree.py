"""The tree of elements as objects of the file: StructTreeRoot, StructElem and ParentTree (ISO 32000-1, 14.7.2), with
the annotations that make its links lead somewhere (12.5.6.5; ISO 14289-1, 7.18.5).

There are tens of thousands of them in a long report, so each is written straight to its bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf.tags.element import Element, Marked
from facilitator.pdf.tags.strings import text_string

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.pdf.tags.tagger import Tagger

_CELLS = frozenset({"TH", "TD"})
"""Kept even where they are empty, so that a row has as many cells as the others."""


class StructureTree:
    """The tree of one document. `count` objects are needed for it, the root's first, all numbered in a row."""

    def __init__(self, tagger: Tagger) -> None:
        self._pages = tagger.pages
        self._marked = [n for n, page in enumerate(tagger.pages) if page]
        self._elements: list[Element] = []
        if self._drawn(tagger.root):
            self._number(tagger.root)
        self._links = [one for one in self._elements if one.marks and one.target and one.target.marks]
        self._link_numbers: dict[Element, int] = {}
        self.count = 2 + len(self._elements) + len(self._marked) + len(self._links)

    def links_on(self, first: int) -> dict[int, list[int]]:
        """The numbers of the links' annotations on each page that has some, the root's number being `first`."""
        start = first + self.count - len(self._links)
        self._link_numbers = {link: start + n for n, link in enumerate(self._links)}
        found: dict[int, list[int]] = {}
        for link, number in self._link_numbers.items():
            found.setdefault(link.marks[0].page, []).append(number)
        return found

    def _drawn(self, element: Element) -> list[Element | Marked]:
        """What it holds, without what was never drawn; kids of a placeholder stand in its place."""
        found: list[Element | Marked] = []
        for kid in element.kids:
            if isinstance(kid, Marked):
                found.append(kid)
                continue
            below = self._drawn(kid)
            if not kid.role:
                found += below
            elif below or kid.role in _CELLS:
                found.append(kid)
        element.kids = found
        return found

    def _number(self, element: Element) -> None:
        element.place = len(self._elements)
        self._elements.append(element)
        for kid in element.kids:
            if isinstance(kid, Element):
                kid.above = element
                self._number(kid)

    def objects(self, first: int, pages: Sequence[int]) -> Iterator[bytes]:
        """The bodies of the objects in order, the root's number being `first`; `pages` are the numbers of the pages."""
        elements = first + 2
        arrays = elements + len(self._elements)
        kids = f"/K {elements} 0 R" if self._elements else ""
        keys = len(self._pages)
        following = f"/ParentTreeNextKey {keys + len(self._links)}"
        root = f"<</Type/StructTreeRoot{kids}/ParentTree {first + 1} 0 R{following}>>"
        yield root.encode("ascii")
        nums = [f"{page} {arrays + n} 0 R" for n, page in enumerate(self._marked)]
        nums += [f"{keys + n} {elements + link.place} 0 R" for n, link in enumerate(self._links)]
        yield f"<</Nums[{' '.join(nums)}]>>".encode("ascii")
        for element in self._elements:
            above = elements + element.above.place if element.above else first
            yield self._element(element, above, elements, pages).encode("ascii")
        for page in self._marked:
            references = " ".join(f"{elements + element.place} 0 R" for element in self._pages[page])
            yield f"[{references}]".encode("ascii")
        for key, link in enumerate(self._links, keys):
            yield _annotation(link, key, pages).encode("ascii")

    def _element(self, element: Element, above: int, elements: int, pages: Sequence[int]) -> str:
        kids = element.kids
        home = next((kid.page for kid in kids if isinstance(kid, Marked)), None)
        parts = [f"<</S/{element.role}/P {above} 0 R"]
        if home is not None:
            parts.append(f"/Pg {pages[home]} 0 R")
        if element.lang:
            parts.append(f"/Lang{text_string(element.lang)}")
        if element.alt:
            parts.append(f"/Alt{text_string(element.alt)}")
        if element.turned and home is not None and element.role != "Figure":
            parts.append(f"/ActualText{text_string(element.words.strip())}")
        parts.append(self._attributes(element))
        said = [self._kid(kid, home, elements, pages) for kid in kids]
        if home is not None and element in self._link_numbers:
            said.append(f"<</Type/OBJR/Obj {self._link_numbers[element]} 0 R/Pg {pages[home]} 0 R>>")
        parts.append(f"/K {said[0]}>>" if len(said) == 1 else f"/K[{' '.join(said)}]>>")
        return "".join(parts)

    def _kid(self, kid: Element | Marked, home: int | None, elements: int, pages: Sequence[int]) -> str:
        if isinstance(kid, Element):
            return f"{elements + kid.place} 0 R"
        if kid.page == home:
            return str(kid.number)
        return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.number}>>"

    def _attributes(self, element: Element) -> str:
        """What a table cell, a list or a picture says of itself (ISO 32000-1, 14.8.5)."""
        match element.role:
            case "TH":
                return f"/A<</O/Table/Scope/{element.scope or 'Column'}>>"
            case "L":
                return f"/A<</O/List/ListNumbering/{self._numbering(element)}>>"
            case "Figure" if element.bounds:
                return f"/A<</O/Layout/BBox[{' '.join(f'{edge:.2f}' for edge in element.bounds)}]/Placement/Block>>"
            case _:
                return ""

    def _numbering(self, listed: Element) -> str:
        """How the items of a list are counted, told by the label of the first."""
        for item in listed.kids:
            for kid in item.kids if isinstance(item, Element) else ():
                if isinstance(kid, Element) and kid.role == "Lbl":
                    first = kid.words.strip()[:1]
                    return "Decimal" if first.isdigit() else "UpperAlpha" if first.isupper() else "Disc"
        return "None"


def _annotation(link: Element, key: int, pages: Sequence[int]) -> str:
    """Where a link is to be pressed, where it leads, and in words what it is."""
    assert link.bounds
    assert link.target
    where = link.target.marks[0].page
    area = " ".join(f"{edge:.2f}" for edge in link.bounds)
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{area}]/Border[0 0 0]/F 4/StructParent {key}"
        f"/Contents{text_string(link.words.strip())}"
        f"/Dest[{pages[where]} 0 R/XYZ 0 {link.target.top:.1f} null]>>"
    )
