"""Reads a PDF as somebody does who does not see it: the tree of what it is made of, and the words of each element."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

Pdf = Any
"""An object of pikepdf, which has no types for what is in them."""

_CODE = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]+)>")


@dataclass
class Node:
    """An element, with its own words (an ActualText counts for them) and its kids in the order of reading."""

    role: str
    lang: str = ""
    alt: str = ""
    scope: str = ""
    text: str = ""
    leads_to: int | None = None
    pages: set[int] = field(default_factory=set)
    kids: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, role: str) -> list[Node]:
        return [node for node in self.walk() if node.role == role]

    def outline(self) -> str:
        """The roles, in brackets where they hold others."""
        inner = " ".join(kid.outline() for kid in self.kids)
        return f"{self.role}({inner})" if inner else self.role


class Structure:
    """The tree of a file, and what its pages paint that is not in it."""

    def __init__(self, pdf: bytes) -> None:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            self._pages = [_Page(page) for page in document.pages]
            self._numbers = {page.objgen: n for n, page in enumerate(document.pages)}
            self.root = self._node(document.Root.StructTreeRoot.K)
            self.title = str(document.docinfo["/Title"])
            with document.open_outline() as outline:
                self.bookmarks = list(_titles(outline.root))
        self.artefacts = "".join(page.artefacts for page in self._pages)

    def _node(self, element: Pdf) -> Node:
        own = Node(str(element.S)[1:], *(str(element.get(key, "")) for key in ("/Lang", "/Alt")), scope=_scope(element))
        home = element.get("/Pg")
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                self._say(own, home, kid)
            elif kid.get("/Type") == "/OBJR":
                page: Pdf = kid.Obj.Dest[0]
                own.leads_to = self._numbers[page.objgen]
            elif "/MCID" in kid:
                self._say(own, kid.get("/Pg", home), int(kid.MCID))
            else:
                own.kids.append(self._node(kid))
        if "/ActualText" in element:
            own.text = str(element.ActualText)
        return own

    def _say(self, node: Node, page: Pdf, number: int) -> None:
        n = self._numbers[page.objgen]
        node.pages.add(n)
        node.text += self._pages[n].marked[number]


class _Page:
    """The text of a page by the number of its marked content, in the order it is painted."""

    def __init__(self, page: Pdf) -> None:
        self.marked: dict[int, str] = {}
        self.artefacts = ""
        self._fonts = {name: _codes(font) for name, font in page.Resources.get("/Font", {}).items()}
        codes: dict[str, str] = {}
        open_marks: list[tuple[int | None, str | None]] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "BMC":
                    open_marks.append(_mark(operands))
                    if (number := open_marks[-1][0]) is not None:
                        self.marked[number] = ""
                    if (actual := open_marks[-1][1]) is not None:
                        self._add(open_marks[:-1], actual)
                case "EMC":
                    open_marks.pop()
                case "Tf":
                    codes = self._fonts[str(operands[0])]
                case "TJ":
                    if all(actual is None for _, actual in open_marks):
                        self._add(open_marks, _read(operands[0], codes))
                case _:
                    pass

    def _add(self, marks: list[tuple[int | None, str | None]], text: str) -> None:
        number = next((number for number, _ in marks if number is not None), None)
        if number is None:
            self.artefacts += text
        else:
            self.marked[number] += text


def _titles(items: Pdf, indent: str = "") -> Iterator[str]:
    for item in items:
        yield f"{indent}{item.title}"
        yield from _titles(item.children, f"{indent}  ")


def _mark(operands: Pdf) -> tuple[int | None, str | None]:
    properties = operands[1] if len(operands) > 1 else {}
    number, actual = properties.get("/MCID"), properties.get("/ActualText")
    return None if number is None else int(number), None if actual is None else str(actual)


def _codes(font: Pdf) -> dict[str, str]:
    table = font.ToUnicode.read_bytes().decode("ascii")
    return {code: bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in _CODE.findall(table)}


def _read(shown: Pdf, codes: dict[str, str]) -> str:
    found = ""
    for part in shown:
        if isinstance(part, pikepdf.String):
            digits = bytes(part).hex().upper()
            found += "".join(codes.get(digits[i : i + 4], "") for i in range(0, len(digits), 4))
    return found


def _scope(element: Pdf) -> str:
    attributes = element.get("/A", {})
    return str(attributes.get("/Scope", ""))[1:] if isinstance(attributes, pikepdf.Dictionary) else ""
