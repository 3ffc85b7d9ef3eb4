"""The store thread: answers come back on the window's thread, faults are told and survived, closing leaves one file."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import Expected, FileTrouble, NotFound
from facilitator.domain.gestures.board import add_board
from facilitator.ui.files import open_workshop
from facilitator.ui.store_thread import Cancel, StoreThread
from tests.ui.windows import SLOW, made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.workshop.workshop import Workshop


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "store.workshop", "one")


@pytest.fixture
def store(qtbot: QtBot, file: Path) -> Iterator[StoreThread]:
    store = StoreThread()
    with qtbot.waitSignal(store.opened, timeout=SLOW):
        store.open(lambda: open_workshop(file))
    yield store
    finish(qtbot, store)


def finish(qtbot: QtBot, store: StoreThread) -> None:
    ended: list[bool] = []
    store.finish(lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended), timeout=SLOW)


def answer(qtbot: QtBot, store: StoreThread, job: object) -> object:
    answers: list[object] = []
    store.submit(job, answers.append)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(answers), timeout=SLOW)
    return answers[0]


def test_jobs_run_on_a_thread_of_their_own_and_answers_come_to_the_windows(qtbot: QtBot, store: StoreThread) -> None:
    heard: list[threading.Thread] = []
    ran = answer(qtbot, store, lambda _workshop: threading.current_thread())
    store.submit(lambda workshop: workshop.title, lambda _title: heard.append(threading.current_thread()))
    qtbot.waitUntil(lambda: bool(heard))
    assert ran is not threading.current_thread()
    assert heard == [threading.current_thread()]


def test_every_view_hears_of_a_change_before_its_sender(qtbot: QtBot, store: StoreThread) -> None:
    order: list[str] = []
    store.applied.connect(lambda effects: order.append(next(iter(effects.tables()))))
    store.change(lambda workshop: workshop.apply(add_board("?")), lambda _effects: order.append("sender"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["board", "sender"]


def test_an_expected_fault_is_told_as_it_stands(qtbot: QtBot, store: StoreThread) -> None:
    failed: list[Exception] = []

    def refuse(_workshop: Workshop) -> None:
        raise NotFound("There is nothing to undo.")

    with qtbot.waitSignal(store.refused) as refused, qtbot.assertNotEmitted(store.broken):
        store.submit(refuse, lambda _none: None, failed.append)
    assert refused.args is not None
    assert isinstance(refused.args[0], Expected)
    assert failed == [refused.args[0]]


def test_a_broken_job_is_told_and_the_next_one_runs(qtbot: QtBot, store: StoreThread) -> None:
    with qtbot.waitSignal(store.broken) as broken:
        store.submit(lambda _workshop: 1 / 0, lambda _none: None)
    assert broken.args is not None
    assert isinstance(broken.args[0], ZeroDivisionError)
    assert answer(qtbot, store, lambda workshop: workshop.title) == "Millbrook early years"


def test_a_file_that_cannot_be_opened_leaves_the_one_before(qtbot: QtBot, store: StoreThread, tmp_path: Path) -> None:
    with qtbot.waitSignal(store.refused):
        store.open(lambda: open_workshop(tmp_path / "missing.workshop"))
    assert answer(qtbot, store, lambda workshop: workshop.title) == "Millbrook early years"


def test_nothing_is_open_before_something_is_opened(qtbot: QtBot) -> None:
    store = StoreThread()
    with qtbot.waitSignal(store.refused) as refused:
        store.submit(lambda workshop: workshop.title, lambda _title: None)
    assert refused.args is not None
    assert isinstance(refused.args[0], FileTrouble)
    finish(qtbot, store)


def test_what_is_asked_of_a_workshop_that_is_put_away_meanwhile_is_answered_to_nobody(
    qtbot: QtBot, store: StoreThread
) -> None:
    heard, refused, away = list[str](), list[Expected](), list[bool]()
    store.refused.connect(refused.append)

    def ask_once_more(title: str) -> None:
        heard.append(title)
        store.submit(lambda workshop: workshop.title, heard.append, lambda _error: heard.append("failed"))

    store.submit(lambda workshop: workshop.title, ask_once_more)
    store.put_away(lambda: away.append(True))
    qtbot.waitUntil(store.is_idle, timeout=SLOW)
    assert heard == ["Millbrook early years"]
    assert (away, refused) == ([True], [])


def test_a_change_never_goes_into_another_workshop_than_it_was_made_for(
    qtbot: QtBot, store: StoreThread, tmp_path: Path
) -> None:
    other = made(tmp_path / "other.workshop")
    refused, applied, codes = list[Expected](), list[object](), list[str]()
    store.refused.connect(refused.append)
    store.applied.connect(applied.append)
    store.open(lambda: open_workshop(other))
    store.change(lambda workshop: workshop.apply(add_board("Which one?")))
    qtbot.waitUntil(store.is_idle, timeout=SLOW)
    store.submit(lambda workshop: [entry.code for entry in workshop.history()], codes.extend)
    qtbot.waitUntil(store.is_idle, timeout=SLOW)
    assert codes == ["board-add", "workshop-new"]
    assert applied == []
    assert [type(error) for error in refused] == [FileTrouble]


def test_closing_does_what_is_still_in_the_queue_and_leaves_one_file(qtbot: QtBot, file: Path) -> None:
    store = StoreThread()
    store.open(lambda: open_workshop(file))
    for number in range(20):
        change = add_board(f"question {number}")
        store.change(lambda workshop, change=change: workshop.apply(change))
    finish(qtbot, store)
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    with open_workshop(file) as workshop:
        from facilitator.workshop.queries.board import boards

        assert len(workshop.read(boards)) == 21


def test_work_that_is_stopped_says_so() -> None:
    cancel = Cancel()
    cancel.check()
    cancel.set()
    with pytest.raises(Expected, match="Nothing was changed"):
        cancel.check()


class Knot:
    """Something that holds itself, so that only a search for garbage finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def pauses() -> Iterator[None]:
    turn = sys.getswitchinterval()
    yield
    sys.setswitchinterval(turn)


def test_what_was_made_here_is_never_unmade_on_the_other_thread(qtbot: QtBot, store: StoreThread, pauses: None) -> None:
    store.warm()
    qtbot.waitUntil(store.is_warm, timeout=SLOW)
    knot, unmade_on = Knot(), list[int]()
    weakref.finalize(knot, lambda: unmade_on.append(threading.get_ident()))
    del knot
    assert answer(qtbot, store, lambda _workshop: len([[number] for number in range(300_000)])) == 300_000
    assert unmade_on == []
    qtbot.waitUntil(lambda: unmade_on == [threading.get_ident()], timeout=SLOW)


def test_garbage_is_looked_for_when_there_is_nothing_to_do(qtbot: QtBot, store: StoreThread, pauses: None) -> None:
    store.warm()
    qtbot.waitUntil(store.is_warm, timeout=SLOW)
    searched: list[int] = []

    def search(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            searched.append(about["generation"])

    gc.callbacks.append(search)
    try:
        assert answer(qtbot, store, lambda _workshop: len([[number] for number in range(300_000)])) == 300_000
        assert searched == []
        knot = weakref.ref(Knot())
        qtbot.waitUntil(lambda: 2 in searched, timeout=SLOW)
    finally:
        gc.callbacks.remove(search)
    assert knot() is None
