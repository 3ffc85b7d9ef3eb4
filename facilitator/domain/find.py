"""Finding somebody by the first letters of a name, however it is written: small or capital, with or without accents,
in any script.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_ALIKE = str.maketrans(
    {
        **dict(zip("łøđħŧıŋ", "lodhtin", strict=True)),
        **{"æ": "ae", "œ": "oe", "þ": "th", "ð": "d"},
        # Arabic, Persian and Urdu keyboards have letters of their own for what is read as the same one
        **{"ک": "ك", "گ": "ك", "ی": "ي", "ى": "ي", "ے": "ي", "ہ": "ه", "ھ": "ه", "ۃ": "ه", "ة": "ه", "ٱ": "ا", "ـ": ""},
    }
)


def folded(text: str) -> str:
    """A text as it is compared. Accents and Arabic vowel signs go (canonical combining class, Unicode 3.11), the vowel
    signs of Indic scripts stay, because they are letters.
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_ALIKE)
    kept = (sign for sign in apart if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")
    return " ".join("".join(sign if sign.isalnum() or _is_vowel_sign(sign) else " " for sign in kept).split())


def find(typed: str, among: Iterable[T], name: Callable[[T], str]) -> tuple[T, ...]:
    """Those whose name has what was typed: first names that begin with it, then those with a word that begins with it,
    then those that have it anywhere; each in the order they came. All of them when nothing was typed.
    """
    wanted = folded(typed)
    every = list(among)
    if not wanted:
        return tuple(every)
    ranks = [_rank(wanted, folded(name(one))) for one in every]
    return tuple(every[turn] for turn in sorted(range(len(every)), key=ranks.__getitem__) if ranks[turn] < _NOWHERE)


def begins(typed: str, name: str) -> bool:
    """Whether a word of the name begins with what was typed."""
    return _rank(folded(typed), folded(name)) < _INSIDE


_INSIDE, _NOWHERE = 2, 3


def _rank(wanted: str, name: str) -> int:
    places = (name.startswith(wanted), f" {wanted}" in name, wanted in name, True)
    return places.index(True)


def _is_vowel_sign(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Mc")
