"""A node of the tree that says what a document is made of: headings, paragraphs, lists, tables, pictures."""

from __future__ import annotations

from typing import Any

ROLES = frozenset(
    [
        "Document",
        "Part",
        "Sect",
        "Div",
        "H1",
        "H2",
        "H3",
        "P",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "Figure",
        "Caption",
        "TOC",
        "TOCI",
        "Link",
    ]
)
"""The standard structure types we use (ISO 32000-1, 14.8.4)."""


class Element:
    """One element. Its kids are in the order of reading, whenever and on whatever page they are drawn.

    A `role` of "" is no element of its own: it keeps the place of kids that are known when the page is drawn.
    """

    def __init__(self, role: str, *, lang: str | None = None, alt: str | None = None, scope: str | None = None) -> None:
        if role and role not in ROLES:
            raise ValueError(f"{role} is no standard structure type")
        self.role = role
        self.lang = lang
        self.alt = alt
        self.scope = scope
        self.kids: list[Any] = []

    def add(self, role: str, *, lang: str | None = None, alt: str | None = None, scope: str | None = None) -> Element:
        """A new last kid."""
        kid = Element(role, lang=lang, alt=alt, scope=scope)
        self.kids.append(kid)
        return kid
