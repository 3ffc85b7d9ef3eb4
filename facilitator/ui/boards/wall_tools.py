"""The buttons of the wall in the top bar: to it and back, and a menu of what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from facilitator.ui.parts.widgets import explain, row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from facilitator.ui.boards.board_views import BoardViews

ARRANGING = ("grid", "theme", "colour", "votes")


class WallTools(QWidget):
    """Follows which of the two is shown."""

    def __init__(self, views: BoardViews, deeds: Mapping[str, Callable[[], None]]) -> None:
        super().__init__()
        self._views, self._deeds = views, deeds
        self.turner = QPushButton()
        self.turner.setAutoDefault(False)
        self.turner.clicked.connect(lambda: deeds["wall"]())
        self.more = QPushButton(self.tr("More"))
        self.more.setAutoDefault(False)
        explain(self.more, self.tr("Arrange the notes, write in private, bring in pictures"))
        self.more.setMenu(self._menu())
        self.setLayout(row(self.turner, self.more, gap=12))
        views.turned.connect(self.say)
        self.say()

    def say(self) -> None:
        """Say where the button leads."""
        if self._views.is_wall():
            self.turner.setText(self.tr("List"))
            explain(self.turner, self.tr("Show the notes as a list: F6"))
        else:
            self.turner.setText(self.tr("Wall"))
            explain(self.turner, self.tr("Show the notes as a wall: F6"))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("What can be done with the notes"))
        for name, words in (
            ("arrange-theme", self.tr("Arrange by theme")),
            ("arrange-colour", self.tr("Arrange by colour")),
            ("arrange-votes", self.tr("Arrange by votes")),
            ("arrange-grid", self.tr("Arrange in rows")),
            ("", ""),
            ("duplicate", self.tr("Copy the chosen notes")),
            ("split", self.tr("Split the chosen note at its lines")),
            ("stack", self.tr("Stack the chosen notes")),
            ("", ""),
            ("round", self.tr("Private round: begin, or show all at once")),
            ("photos", self.tr("Bring in pictures of notes")),
            ("photos-whole", self.tr("Bring in pictures as large as they were taken")),
            ("type-up", self.tr("Type up pictures of notes")),
            ("wall-picture", self.tr("Save the wall as a picture")),
        ):
            if not name:
                menu.addSeparator()
                continue
            menu.addAction(words).triggered.connect(lambda _on=False, deed=name: self._deeds[deed]())
        return menu
