"""Finding a board or a vote by what a person calls it: its whole question, a part that no other has, or its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from facilitator.domain.errors import NotFound

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence

SHOWN = 12
LENGTH = 70


class Questioned(Protocol):
    """What is called by its question."""

    @property
    def id(self) -> uuid.UUID:
        """Its row."""
        ...

    @property
    def question(self) -> str:
        """What it asks."""
        ...


Q = TypeVar("Q", bound=Questioned)


def called(items: Sequence[Q], name: str, kind: str) -> list[Q]:
    """The items whose question (or id) is this name, else the one that has it as a part; small and capital letters
    alike. Raises NotFound, listing what there is; `kind` is the plural for that sentence.
    """
    wanted = " ".join(name.split()).casefold()
    exact = [item for item in items if _said(item) == wanted or str(item.id) == wanted]
    if exact:
        return exact
    parts = [item for item in items if wanted in _said(item)] if wanted else []
    if len(parts) == 1:
        return parts
    if not items:
        raise NotFound(f"There are no {kind} in this workshop yet.")
    if parts:
        raise NotFound(f"Several {kind} have that in their name. Say more of one: {listed(parts)}.")
    raise NotFound(f"None of the {kind} is called that. There is: {listed(items)}.")


def listed(items: Iterable[Questioned]) -> str:
    """Their questions, shortened, for a person to choose from."""
    every = [" ".join(item.question.split()) for item in items]
    shown = [f'"{one if len(one) <= LENGTH else one[: LENGTH - 1] + "…"}"' for one in every[:SHOWN]]
    return ", ".join(shown) + (f" and {len(every) - SHOWN} more" if len(every) > SHOWN else "")


def _said(item: Questioned) -> str:
    return " ".join(item.question.split()).casefold()
