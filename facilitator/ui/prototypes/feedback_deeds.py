"""What is done at the station of prototypes, as Changes: what people say of a version, how it felt, what is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.gestures.capture import lines_of

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Mapping, Sequence

    from facilitator.domain.change import Change, Effects
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.idea_sources import Source
    from facilitator.workshop.queries.prototypes import FeedbackLine
    from facilitator.workshop.reader import Reader

    Failed = Callable[[Exception], None]


class FeedbackDeeds(QObject):
    """Each of them is one Change. `failed` hears when it could not be stored, and gives the words back. `begun`
    says that something is begun that what is typed next is meant for.
    """

    begun = Signal()

    def __init__(self, store: StoreThread, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store

    def say(self, chosen: uuid.UUID, kind: str, text: str, perspective: str, failed: Failed) -> None:
        """Somebody says something of a version."""
        self._add(chosen, kind, failed, text=text, perspective=perspective)

    def rate(self, chosen: uuid.UUID, face: int, perspective: str) -> None:
        """Somebody chooses a face, 1 (sad) to 4 (glad)."""
        self._add(chosen, "rating", rating=face, perspective=perspective)

    def paste(self, chosen: uuid.UUID, kind: str, lines: str, perspective: str) -> None:
        """Many lines are many things that were said."""
        from facilitator.domain.gestures.trying import add_several
        from facilitator.workshop.queries.prototypes import next_feedback_position

        def make(reader: Reader) -> Change:
            place = next_feedback_position(reader, chosen)
            return add_several(chosen, kind, lines_of(lines), perspective=perspective, position=place)

        self.write(make)

    def edit(self, line: FeedbackLine, words: str, failed: Failed) -> None:
        """Put other words on it."""
        from facilitator.domain.gestures.trying import edit_feedback

        self.apply(edit_feedback(line.id, text=words), failed=failed)

    def withhold(self, line: FeedbackLine) -> None:
        """Hide it from the room, or show it again."""
        from facilitator.domain.gestures.trying import withhold_feedback

        self.apply(withhold_feedback([line.id], on=not line.withheld))

    def remove(self, line: FeedbackLine, done: Callable[[Effects], None]) -> None:
        """Take it away."""
        from facilitator.domain.gestures.trying import remove_feedback

        self.apply(remove_feedback(line.id), done)

    def decide(self, chosen: uuid.UUID, outcome: str, reason: str, who: str, by_when: str, failed: Failed) -> None:
        """Keep, change, drop or refuse it, with the reason, and who does what by when."""
        from facilitator.workshop.queries.prototypes import decided

        self.write(
            lambda reader: decided(reader, chosen, outcome, reason=reason, who=who, by_when=by_when), failed=failed
        )

    def describe_version(self, chosen: uuid.UUID, values: Mapping[str, str], failed: Failed) -> None:
        """Put other words in some cells of a version."""
        from facilitator.domain.gestures.prototypes import edit_prototype

        self.apply(edit_prototype(chosen, **values), failed=failed)

    def count_tried(self, chosen: uuid.UUID, used_by: int, delivered_by: int) -> None:
        """So many have tried it."""
        from facilitator.workshop.queries.prototypes import tried

        self.write(lambda reader: tried(reader, chosen, used_by=used_by, delivered_by=delivered_by))

    def move(self, line: FeedbackLine, values: Mapping[str, str]) -> None:
        """Put what was said on another pile, or say whose view it is."""
        from facilitator.domain.gestures.trying import edit_feedback

        self.apply(edit_feedback(line.id, **values))

    def describe_idea(self, idea: uuid.UUID, values: Mapping[str, str], failed: Failed) -> None:
        """Put other words in some cells of an idea."""
        from facilitator.domain.gestures.prototypes import edit_idea

        self.apply(edit_idea(idea, **values), failed=failed)

    def root(self, idea: uuid.UUID, source: Source | None) -> None:
        """Say what an idea grew from."""
        from facilitator.workshop.queries.idea_sources import rooted

        self.write(lambda reader: rooted(reader, idea, source))

    def begin_idea(self, name: str, idea: uuid.UUID, version: uuid.UUID, done: Callable[[Effects], None]) -> None:
        """An idea and its first version."""
        from facilitator.domain.gestures.prototypes import begin_idea

        self.apply(begin_idea(name, idea_id=idea, prototype_id=version), done)
        self.begun.emit()

    def begin_from(
        self, notes: Sequence[uuid.UUID], idea: uuid.UUID, version: uuid.UUID, done: Callable[[Effects], None]
    ) -> None:
        """An idea that grew from notes, and its first version."""
        from facilitator.workshop.queries.idea_sources import idea_from_notes

        self.write(lambda reader: idea_from_notes(reader, notes, idea_id=idea, prototype_id=version), done)
        self.begun.emit()

    def begin_version(self, idea: uuid.UUID, version: uuid.UUID, done: Callable[[Effects], None]) -> None:
        """The next version, as the last one was."""
        from facilitator.workshop.queries.prototypes import next_version

        self.write(lambda reader: next_version(reader, idea, prototype_id=version), done)
        self.begun.emit()

    def _add(
        self,
        chosen: uuid.UUID,
        kind: str,
        failed: Failed | None = None,
        *,
        text: str = "",
        perspective: str = "",
        rating: int = 0,
    ) -> None:
        from facilitator.domain.gestures.trying import add_feedback
        from facilitator.workshop.queries.prototypes import next_feedback_position

        def make(reader: Reader) -> Change:
            place = next_feedback_position(reader, chosen)
            return add_feedback(chosen, kind, text, perspective=perspective, rating=rating, position=place)

        self.write(make, failed=failed)

    def apply(
        self, change: Change, done: Callable[[Effects], None] | None = None, failed: Failed | None = None
    ) -> None:
        """Store a Change."""
        self._store.change(lambda workshop: workshop.apply(change), done, failed)

    def write(
        self,
        make: Callable[[Reader], Change],
        done: Callable[[Effects], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Store a Change that depends on what is there."""
        self._store.change(lambda workshop: workshop.apply(workshop.read(make)), done, failed)
