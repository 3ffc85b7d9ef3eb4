"""What a person would call a conflict, written down without any log: who knew what when they wrote."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

Known = frozenset[int]


@dataclass(frozen=True)
class Written:
    """Something written on a note: its words, or that it is gone (True) or back (False). `seen` is all that was known
    on that laptop by then.
    """

    number: int
    value: str | bool
    seen: Known


@dataclass
class Knowledge:
    """Everything that was ever written on any laptop."""

    words: dict[uuid.UUID, list[Written]] = field(default_factory=dict[uuid.UUID, list[Written]])
    gone: dict[uuid.UUID, list[Written]] = field(default_factory=dict[uuid.UUID, list[Written]])
    count: int = 0

    def write(self, note: uuid.UUID, value: str | bool, seen: Known) -> int:
        """Somebody writes, knowing so much."""
        self.count += 1
        place = self.gone if isinstance(value, bool) else self.words
        place.setdefault(note, []).append(Written(self.count, value, seen))
        return self.count

    def versions(self, note: uuid.UUID, known: Known) -> set[str | bool | None]:
        """The versions between which somebody has to choose, who knows so much; none when all is clear."""
        deletions = heads(self.gone.get(note, ()), known)
        if len({one.value for one in deletions}) > 1:
            return {True, False}
        if deletions and deletions[0].value:
            all_deletions = [one for one in self.gone[note] if one.number in known and one.value]
            unseen = [
                one
                for one in heads(self.words[note], known)
                if one is not self.words[note][0] and not any(one.number in gone.seen for gone in all_deletions)
            ]
            return {None, *(one.value for one in unseen)} if unseen else set()
        words: set[str | bool | None] = {one.value for one in heads(self.words[note], known)}
        return words if len(words) > 1 else set()


def heads(written: list[Written] | tuple[()], known: Known) -> list[Written]:
    """What nobody has written over who knew of it."""
    here = [one for one in written if one.number in known]
    return [one for one in here if not any(one.number in other.seen for other in here)]
