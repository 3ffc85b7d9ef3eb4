"""What is done to a vote, each as one Change on the store thread, checked there against the rules of what may stay."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from facilitator.domain.change import Change, Effects, Value
    from facilitator.ui.store_thread import Failed, StoreThread
    from facilitator.ui.votes.poll_form import PollForm
    from facilitator.workshop.reader import Reader


class PollDeeds(QObject):
    """Acts on votes by their ids."""

    def __init__(self, store: StoreThread, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store

    def write(
        self,
        make: Callable[[Reader], Change],
        done: Callable[[Effects], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Make a Change from what the file has now, and store it."""
        self._store.change(lambda workshop: workshop.apply(workshop.read(make)), done, failed)

    def serve(self, form: PollForm) -> None:
        """Do what is asked for in the form of a vote that is being prepared, to the vote it shows."""
        options = form.options

        def here(do: Callable[..., None]) -> Callable[..., None]:
            return lambda *given: do(poll_id, *given) if (poll_id := form.poll_id()) else None

        def stored(_effects: Effects) -> None:
            options.stored()

        form.edited.connect(here(lambda poll_id, values: self.edit(poll_id, values, lambda _error: form.not_kept())))
        form.removed.connect(here(self.throw_away))
        options.added.connect(here(lambda poll_id, texts: self.add_options(poll_id, texts, stored)))
        options.named.connect(here(lambda poll_id, place, text: self.name_letter(poll_id, place, text, stored)))
        options.renamed.connect(lambda option_id, text: self.rename(option_id, text, stored))
        options.removed.connect(self.remove)
        options.moved.connect(self.move)
        options.board_wanted.connect(here(self.add_from_board))

    def begin(
        self, note_ids: Sequence[uuid.UUID], theme_ids: Sequence[uuid.UUID], done: Callable[[uuid.UUID | None], None]
    ) -> None:
        """Make a vote to be prepared, on notes and themes or on nothing yet; `done` gets its id before it
        is shown, and None when it could not be stored after all.
        """
        from facilitator.workshop.queries.options import vote_from

        poll_id, question = uuid.uuid4(), self.tr("Which shall we try first?")
        self._store.submit(
            lambda workshop: workshop.read(
                lambda reader: vote_from(reader, poll_id, question, tuple(note_ids), tuple(theme_ids))
            ),
            lambda change: self._begin(change, poll_id, done),
        )

    def _begin(self, change: Change, poll_id: uuid.UUID, done: Callable[[uuid.UUID | None], None]) -> None:
        done(poll_id)
        self._store.change(lambda workshop: workshop.apply(change), None, lambda _error: done(None))

    def throw_away(self, poll_id: uuid.UUID) -> None:
        """Take a draft away."""
        from facilitator.workshop.queries.options import thrown_away

        self.write(lambda reader: thrown_away(reader, poll_id))

    def edit(self, poll_id: uuid.UUID, values: Mapping[str, Value], failed: Failed) -> None:
        """Change what a vote says before it begins."""
        from facilitator.workshop.queries.options import edited

        self.write(lambda reader: edited(reader, poll_id, values), None, failed)

    def open(self, poll_id: uuid.UUID) -> None:
        """Let votes be counted in."""
        from facilitator.workshop.queries.options import opened

        self.write(lambda reader: opened(reader, poll_id))

    def close(self, poll_id: uuid.UUID) -> None:
        """End the counting and show the result."""
        from facilitator.domain.gestures.voting import close_poll

        self.write(lambda _reader: close_poll(poll_id))

    def reopen(self, poll_id: uuid.UUID) -> None:
        """Open a closed vote again, which its result will say."""
        from facilitator.domain.gestures.counting import reopen_poll

        self.write(lambda _reader: reopen_poll(poll_id))

    def give_out(self, poll_id: uuid.UUID, many: int) -> None:
        """Give out so many more paper ballots."""
        from facilitator.workshop.giving_out import more_ballots

        self.write(lambda reader: more_ballots(reader, poll_id, many))

    def count_pile(
        self,
        poll_id: uuid.UUID,
        channel: str,
        said: Mapping[int, Mapping[uuid.UUID, int]],
        done: Callable[[Effects], None],
    ) -> None:
        """Count hands or tokens: how many by option for each answer, 1, -1 and 0."""
        from facilitator.workshop.queries.entry import show_of_hands, tokens

        if channel == "hands":
            self.write(lambda reader: show_of_hands(reader, poll_id, said[1], said[-1], said[0]), done)
        else:
            self.write(lambda reader: tokens(reader, poll_id, said[1]), done)

    def add_options(self, poll_id: uuid.UUID, texts: Sequence[str], done: Callable[[Effects], None]) -> None:
        """Put typed lines on a vote, each under the next letter without a name."""
        from facilitator.domain.gestures.voting import Choice
        from facilitator.workshop.queries.options import added

        choices = [Choice(text) for text in texts]
        if choices:
            self.write(lambda reader: added(reader, poll_id, choices), done)

    def add_from_board(
        self, poll_id: uuid.UUID, board_id: uuid.UUID | None, note_ids: Sequence[uuid.UUID] = ()
    ) -> None:
        """Put the themes of a board, or some notes, on a vote."""
        from facilitator.domain.errors import BadChange
        from facilitator.workshop.queries.options import added, choices_from, choices_from_themes

        def make(reader: Reader) -> Change:
            choices = choices_from_themes(reader, board_id) if board_id else choices_from(reader, note_ids)
            if not choices:
                raise BadChange("That board has no themes yet. Group some of its notes first.")
            return added(reader, poll_id, choices)

        self.write(make)

    def name_letter(self, poll_id: uuid.UUID, place: int, text: str, done: Callable[[Effects], None]) -> None:
        """Give a letter that was printed blank its name."""
        from facilitator.domain.gestures.voting import Choice
        from facilitator.workshop.queries.options import letters_named

        self.write(lambda reader: letters_named(reader, poll_id, {place: Choice(text)}), done)

    def rename(self, option_id: uuid.UUID, text: str, done: Callable[[Effects], None]) -> None:
        """Put other words on an option."""
        from facilitator.workshop.queries.options import renamed

        self.write(lambda reader: renamed(reader, option_id, text), done)

    def remove(self, option_id: uuid.UUID) -> None:
        """Take an option off the ballot."""
        from facilitator.workshop.queries.options import removed

        self.write(lambda reader: removed(reader, option_id))

    def move(self, option_id: uuid.UUID, steps: int) -> None:
        """Move an option up or down the letters."""
        from facilitator.workshop.queries.options import moved

        self.write(lambda reader: moved(reader, option_id, steps))
