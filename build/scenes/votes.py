"""A vote from its making to what it came to: prepared, counted by ballots and by hands, and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, millbrook, window_on
from facilitator.domain.gestures.counting import reopen_poll
from facilitator.domain.gestures.poll_terms import edit_poll
from facilitator.domain.gestures.voting import issue_ballots
from facilitator.workshop.places import Places
from facilitator.workshop.queries.board import boards, outline
from facilitator.workshop.queries.voting import polls
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    import uuid
    from pathlib import Path

    from build.screenshots import Stage
    from facilitator.ui.shell import Window


def play(stage: Stage) -> None:
    """The result in every light, the vote while it is counted, and one that is being made."""
    path = millbrook(stage.work)
    dots, theme_ids = _votes(path)
    with window_on(stage, path) as (app, window):
        _go(stage, window, dots)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("votes", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("votes-dark", window)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        stage.shoot("votes-mirrored", window)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        for poll in workshop.read(polls):
            if poll.state == "closed":
                workshop.apply(reopen_poll(poll.id))
        workshop.apply(issue_ballots(dots, range(40, 47)))
    with window_on(stage, path) as (app, window):
        page = window.votes()
        _go(stage, window, dots)
        stage.until(page.desk.isVisible)
        QTest.keyClicks(page.desk.paper, "aac")
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("votes-counting", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("votes-counting-dark", window)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        stage.shoot("votes-counting-mirrored", window)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        page.do("hands")
        stage.until(page.piles.isVisible)
        for (_, _, field), count in zip(page.piles.fields, (17, 9, 22), strict=False):
            field.setText(str(count))
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("votes-hands", window)
        page._choose(next(poll.id for poll in page._polls if poll.method == "agree"))
        stage.until(lambda: window.store.is_idle() and page.desk.isVisible())
        QTest.keyClicks(page.desk.paper, "ad")
        stage.shoot("votes-statements", window)
        page.begin_from(theme_ids=theme_ids)
        stage.until(lambda: page.form.isVisible() and window.store.is_idle())
        _promise(window)
        stage.until(lambda: window.store.is_idle() and bool(page.form.consequence.text()))
        page.form.question.setFocus()
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("votes-making", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("votes-making-dark", window)


def _votes(path: Path) -> tuple[uuid.UUID, list[uuid.UUID]]:
    """The vote by dots, and the themes of a board to make another one of."""
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        dots = next(poll.id for poll in workshop.read(polls) if poll.method == "dots")
        board = workshop.read(boards)[0]
        there = workshop.read(lambda reader: outline(reader, board.id))
    assert there is not None
    return dots, [theme.id for theme in there.themes if theme.id]


def _go(stage: Stage, window: Window, poll_id: uuid.UUID) -> None:
    window.go_to("votes")
    window.votes()._choose(poll_id)
    stage.until(window.store.is_idle)


def _promise(window: Window) -> None:
    """Say what the result will do, as somebody would who prepares the vote at home."""
    poll_id = window.votes().form.poll_id()
    assert poll_id is not None
    said = {
        "question": "Which of these shall we try in spring?",
        "consequence": "The first two are tried for four weeks from March.",
        "answered_by": "The council's early years team",
        "answer_date": "2027-02-18",
        "dots": 3,
        "most_on_one": 2,
    }
    window.store.change(lambda workshop: workshop.apply(edit_poll(poll_id, said)))
