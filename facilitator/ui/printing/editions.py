"""What is printed of each document: one edition for everybody, or in a pack one for each kind of reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from facilitator.workshop.documents import ONE_SIDE_ONLY, Document, sheets_of, specimen
from facilitator.workshop.queries.organiser_values import ReadAs, Share
from facilitator.workshop.queries.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from facilitator.workshop.queries.print_values import PackPart, PrintValues

USUAL = ReadAs()
"""As the papers are set that were chosen."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A document for those who read it alike."""

    document: Document
    read_as: ReadAs = USUAL

    @property
    def name(self) -> str:
        """What the child processes call it; no two have the same."""
        return " ".join(filter(None, (self.document, self.read_as.language, "large" if self.read_as.large else "")))


@dataclass(frozen=True, slots=True)
class Told:
    """What an edition says, one of each to look at, and how often each of them is printed. `many` are handed out."""

    values: tuple[PrintValues, ...]
    copies: tuple[int, ...]
    many: int

    def sheets(self, pages: Sequence[int], *, two_sided: bool) -> int | None:
        """How many sheets it takes, by how many pages each of them has: none where it cannot be drawn, and None where
        the pages are still those of before.
        """
        if pages and len(pages) != len(self.copies):
            return None
        return sum(sheets_of(of, often, two_sided=two_sided) for of, often in zip(pages, self.copies, strict=False))


def editions(shares: Mapping[Document, Iterable[Share]]) -> dict[Edition, Told]:
    """What there is to look at, in the order of printing."""
    sorted_out: dict[Edition, list[Share]] = {}
    for document, every in shares.items():
        for share in every:
            sorted_out.setdefault(Edition(document, share.read_as), []).append(share)
    return {edition: _told(every) for edition, every in sorted_out.items()}


def printed(shares: Sequence[Share]) -> tuple[PrintValues, ...]:
    """A document as often as it is printed; what is the same for everybody comes in sets."""
    if all(share.read_as == USUAL for share in shares) and len({share.times for share in shares}) == 1:
        return tuple(share.part for share in shares) * shares[0].times
    return tuple(
        one for share in shares for one in ((share.part,) * share.times if share.read_as == USUAL else (share,))
    )


def both_sides(document: Document, *, two_sided: bool) -> bool:
    """Whether a document is printed on both sides where those that may be are."""
    return two_sided and document not in ONE_SIDE_ONLY


def _told(shares: Sequence[Share]) -> Told:
    seen: list[PrintValues] = []
    copies: list[int] = []
    for share in shares:
        one = specimen(share.part)
        often = share.times * (pieces(share.part) if one != share.part else 1)
        seen.append(one if share.read_as == USUAL else Share(cast("PackPart", one), 1, share.read_as))
        copies.append(often)
    return Told(tuple(seen), tuple(copies), sum(share.times * pieces(share.part) for share in shares))
