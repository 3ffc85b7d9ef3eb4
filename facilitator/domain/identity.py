"""Who a printed page is: sixteen characters that name a form, its number and its page, sealed so that only this
workshop's pages are taken.

80 bits in RFC 4648 base32: 2 kind, 2 geometry, 2 paper, 16 of the form (from the poll's or prototype's id), 20 number,
6 page, and 32 of an HMAC-SHA256 (RFC 2104) with the file's own key over all of these, the whole id and the page's
`Shape`. So a page is taken only for the form and the layout it was printed for. No name, no address, nothing that leads
to a person.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from facilitator.domain.sheet import GEOMETRY, PAPERS, Kind, Shape

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

LENGTH = 16
NUMBER_LIMIT = 2**20 - 1
PAGE_LIMIT = 2**6 - 1

_KINDS: tuple[Kind, ...] = ("ballot", "feedback")
_PAPERS = tuple(PAPERS)
_WRITTEN = re.compile(f"[A-Z2-7]{{{LENGTH}}}")
_SEAL_BITS = 32


@dataclass(frozen=True, slots=True)
class Form:
    """A form that can be printed from this file: the poll's or prototype's id, and the shape its pages have."""

    id: uuid.UUID
    shape: Shape


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page: which form, the ballot's (or form's) number, and the page, both from 1."""

    form: Form
    number: int
    page: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a code says. `ok`: a page of ours, in `sheet`. `foreign`: not a page of this workshop. `damaged`: says it is
    ours, but it was changed, forged, or printed for other options than the form now has.
    """

    status: Literal["ok", "foreign", "damaged"]
    sheet: Sheet | None = None


def encode(sheet: Sheet, key: bytes) -> str:
    """The sixteen characters of a page. Raises ValueError for a number or page that does not fit."""
    claim = _claim(sheet)
    return base64.b32encode(((claim << _SEAL_BITS) | _seal(sheet.form, claim, key)).to_bytes(10, "big")).decode("ascii")


def read(text: str, key: bytes, forms: Iterable[Form]) -> Reading:
    """Who a page is, from the text of its code. `forms` are those this file may have printed; try several shapes of one
    form if it changed.
    """
    if not _WRITTEN.fullmatch(text):
        return Reading("foreign")
    bits = int.from_bytes(base64.b32decode(text), "big")
    claim, seal = bits >> _SEAL_BITS, bits & (2**_SEAL_BITS - 1)
    named = [form for form in forms if _form_bits(form) == claim >> 26]
    for form in named:
        if hmac.compare_digest(_seal(form, claim, key).to_bytes(4, "big"), seal.to_bytes(4, "big")):
            return Reading("ok", Sheet(form, (claim >> 6) & NUMBER_LIMIT, claim & PAGE_LIMIT))
    return Reading("damaged" if named else "foreign")


def _claim(sheet: Sheet) -> int:
    if not (1 <= sheet.number <= NUMBER_LIMIT and 1 <= sheet.page <= PAGE_LIMIT):
        raise ValueError(f"a printed page needs a number up to {NUMBER_LIMIT:,} and a page up to {PAGE_LIMIT}")
    return (_form_bits(sheet.form) << 26) | (sheet.number << 6) | sheet.page


def _form_bits(form: Form) -> int:
    """22 bits: kind, geometry, paper and the first 16 bits of the id."""
    kind = _KINDS.index(form.shape.kind)
    paper = _PAPERS.index(form.shape.paper)
    return (kind << 20) | (GEOMETRY << 18) | (paper << 16) | int.from_bytes(form.id.bytes[:2], "big")


def _seal(form: Form, claim: int, key: bytes) -> int:
    said = form.id.bytes + form.shape.key() + claim.to_bytes(6, "big")
    return int.from_bytes(hmac.digest(key, said, hashlib.sha256)[:4], "big")
