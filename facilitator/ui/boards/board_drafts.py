"""What is half typed at the station of boards: the next note, a new question, and a note being changed."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.ui.parts.draft import Draft

if TYPE_CHECKING:
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.boards.capture_bar import CaptureBar
    from facilitator.ui.boards.question_form import QuestionForm
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread


class BoardDrafts(QObject):
    """Keeps each of the three, and puts it back where it was. `half_changed` carries the board of a note that was
    being changed; `put_back` is for when that board is shown.
    """

    half_changed = Signal(object)

    def __init__(
        self, store: StoreThread, capture: CaptureBar, question: QuestionForm, view: BoardViews, notice: Notice
    ) -> None:
        super().__init__(view)
        self._capture, self._question, self._list, self._notice = capture, question, view, notice
        self._half: tuple[uuid.UUID, str] | None = None
        self._bar, self._asked, self._note = (Draft(store, self, name) for name in ("", "question", "note"))
        capture.field.textChanged.connect(self._bar.keep)
        question.typed.connect(self._asked.keep)
        view.typing.connect(self._keep_note)
        self._bar.found.connect(self._fill_bar)
        self._asked.found.connect(self._fill_question)
        self._note.found.connect(self._find_note)

    def begin(self) -> None:
        """Look for what was half typed last time."""
        for draft in (self._bar, self._asked, self._note):
            draft.begin()

    def end(self) -> None:
        """Write at once what still waits to be written."""
        for draft in (self._bar, self._asked, self._note):
            draft.end()

    def put_back(self) -> None:
        """The board is shown: go on with the note that was being changed on it."""
        if self._half is None or not self._list.isVisible() or self._list.notes.row_of(self._half[0]) is None:
            return
        (note_id, words), self._half = self._half, None
        self._list.choose(note_id)
        self._list.edit_chosen(words)
        self._notice.say(self.tr("A note was half changed last time. Enter keeps the new words, Esc the old ones."))

    def _fill_bar(self, words: str) -> None:
        self._capture.field.setText(" ".join(words.split()) + self._capture.field.text())
        self._notice.say(self.tr("What was half typed last time is in the bar again. Press Enter to make it a note."))

    def _fill_question(self, words: str) -> None:
        self._question.field.setText(" ".join(words.split()))
        self._question.begin()
        self._notice.say(self.tr("A question was half typed last time. Press Enter to ask it, or Esc to leave it."))

    def _keep_note(self, note_id: object, words: str) -> None:
        board = self._list.notes.board
        self._note.keep(f"{board.board_id} {note_id}\n{words}" if board and note_id else "")

    def _find_note(self, kept: str) -> None:
        ids, _, words = kept.partition("\n")
        try:
            board_id, note_id = (uuid.UUID(one) for one in ids.split())
        except ValueError:
            return
        self._half = note_id, words
        self.half_changed.emit(board_id)
