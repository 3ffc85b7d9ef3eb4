"""What a merge comes to while it runs: what is different by now, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.domain.change import Cell, Effects, RowRef
from facilitator.sync.merged import Brought
from facilitator.sync.projection import Projected

if TYPE_CHECKING:
    from facilitator.domain.change import Step
    from facilitator.sync.merged import Progress


@dataclass
class Outcome:
    """What merging the files has come to so far."""

    groups: int = 0
    damaged_pictures: int = 0
    inserted: dict[RowRef, None] = field(default_factory=dict[RowRef, None])
    changed: dict[Cell, None] = field(default_factory=dict[Cell, None])
    deleted: dict[RowRef, None] = field(default_factory=dict[RowRef, None])
    revived: dict[RowRef, None] = field(default_factory=dict[RowRef, None])
    brought: list[Brought] = field(default_factory=list[Brought])
    conflicts: dict[Cell, None] = field(default_factory=dict[Cell, None])
    remains: bool = False

    def take(self, projected: Projected) -> None:
        """Add what one file made different to what those before it did."""
        for ref in projected.inserted:
            if ref in self.deleted:
                del self.deleted[ref]
            else:
                self.inserted[ref] = None
        for ref in projected.deleted:
            if ref in self.inserted:
                del self.inserted[ref]
            else:
                self.deleted[ref] = None
        self.changed.update(dict.fromkeys(projected.changed))
        self.revived.update(dict.fromkeys(projected.revived))

    def add(self, one: Outcome) -> None:
        """Another file is in, too."""
        self.groups += one.groups
        self.damaged_pictures += one.damaged_pictures
        self.take(Projected([*one.inserted], [*one.changed], [*one.deleted], [*one.revived]))
        self.brought += one.brought
        self.conflicts |= one.conflicts
        self.remains = one.remains

    def take_effects(self, effects: Effects) -> None:
        """Add what a Change made different that followed from the merge."""
        self.take(Projected([*effects.inserted], [*effects.changed], [*effects.deleted], [*effects.revived]))
        self.remains = effects.remains

    def written(self) -> set[RowRef]:
        """The rows that are new, or say something else than before."""
        return {*self.inserted, *(RowRef(cell.table, cell.id) for cell in self.changed)}

    def effects(self, undo: Step | None, redo: Step | None) -> Effects:
        """What the views follow."""
        return Effects(
            group=None,
            inserted=tuple(self.inserted),
            changed=tuple(self.changed),
            deleted=tuple(self.deleted),
            revived=tuple(self.revived),
            conflicts=tuple(self.conflicts),
            remains=self.remains,
            undo=undo,
            redo=redo,
        )


class Ticks:
    """How far a merge has come, over all its files."""

    def __init__(self, progress: Progress, steps: int) -> None:
        self._progress = progress
        self._done = 0
        self._all = steps
        self.stopped: BaseException | None = None

    def step(self) -> None:
        """One step more is done. Raises what the progress raises."""
        self._done += 1
        self._progress(self._done, self._all)

    def look(self) -> int:
        """Asked by SQLite in the middle of its work: 1 to stop it."""
        try:
            self._progress(self._done, self._all)
        except BaseException as error:  # noqa: BLE001 (it is raised again where SQLite cannot swallow it)
            self.stopped = error
            return 1
        return 0
