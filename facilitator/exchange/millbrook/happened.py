"""What happened in the room, as Changes: notes and themes, ballots, try-outs, what people said, what was decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.gestures.board import add_theme, group_notes, park_notes, withhold_notes
from facilitator.domain.gestures.capture import NewNote, add_notes
from facilitator.domain.gestures.prototypes import add_idea, add_prototype
from facilitator.domain.gestures.trying import add_feedback, add_trial, decide, root_idea
from facilitator.domain.gestures.voting import (
    add_ballot,
    close_poll,
    count_ballot,
    issue_ballots,
    open_poll,
    spoil_ballot,
)
from facilitator.exchange.millbrook.boards import OWN_LANGUAGE
from facilitator.exchange.millbrook.making import inserted, named, steady, together
from facilitator.exchange.millbrook.planned import vote as set_up

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterator, Mapping

    from facilitator.domain.change import Change, Value
    from facilitator.exchange.millbrook.boards import BoardText, NoteText
    from facilitator.exchange.millbrook.ideas import DecisionText, IdeaText, VersionText
    from facilitator.exchange.millbrook.reading import Example
    from facilitator.exchange.millbrook.votes import BallotText, VoteText


def captured(board: BoardText) -> tuple[Change, ...]:
    """The notes of a board, then those that were withheld or set aside."""
    notes = [_note(board, turn, note) for turn, note in enumerate(board.notes, 1)]
    pictures = tuple(note.photo for note in board.notes if note.photo)
    withheld = _ids(board, lambda note: note.withheld)
    parked = _ids(board, lambda note: note.parked)
    return (
        replace(add_notes(named("board", board.number), notes, position=1.0), attachments=pictures),
        *([withhold_notes(withheld, on=True)] if withheld else ()),
        *([park_notes(parked, on=True)] if parked else ()),
    )


def grouped(board: BoardText) -> Iterator[Change]:
    """A theme at a time: named, and its notes put in it."""
    for turn, theme in enumerate(board.themes, 1):
        theme_id = named("theme", board.number, theme)
        added = add_theme(named("board", board.number), theme, position=float(turn), theme_id=theme_id)
        notes = _ids(board, lambda note, theme=theme: note.theme == theme)
        yield together("notes-group", (added, group_notes(notes, theme_id)), notes=len(notes))


def voted(vote: VoteText, example: Example) -> Iterator[Change]:
    """A vote from giving out ballots to closing it, if that has been done. The ballots are counted in together, so no
    order is kept.
    """
    poll_id = named("poll", vote.name)
    paper = [ballot for ballot in vote.ballots if ballot.channel == "paper"]
    given_out = steady(issue_ballots(poll_id, (ballot.number for ballot in paper)), vote.name)
    yield open_poll(poll_id)
    yield given_out
    if vote.state == "open":
        return
    ids = {row.values["number"]: row.id for row in inserted(given_out, "ballot")}
    options = _options(vote, example)
    came_back = [
        _counted(poll_id, ballot, ids.get(ballot.number), options)
        for ballot in vote.ballots
        if ballot.state != "issued"
    ]
    yield steady(together("ballots-count", came_back, ballots=len(came_back)), vote.name)
    yield close_poll(poll_id)


def idea(text: IdeaText, example: Example) -> Change:
    """An idea and what it grew from."""
    idea_id = named("idea", text.name)
    added = add_idea(text.title, who_for=text.who_for, need=text.need, who_delivers=text.who_delivers, idea_id=idea_id)
    return steady(together("idea-add", (added, *_root(idea_id, text, example))), text.name)


def version_built(text: IdeaText, version: VersionText) -> Change:
    """A version as it is made, before anybody tries it."""
    built = add_prototype(
        named("idea", text.name),
        version.name,
        version=version.version,
        form=version.form,
        description=version.description,
        to_learn=version.to_learn,
    )
    return steady(built, text.name, version.version)


def tried(text: IdeaText, version: VersionText, day: str) -> tuple[Change, Change]:
    """A version and who tried it, then what they said."""
    built = version_built(text, version)
    prototype_id, trial_id = inserted(built, "prototype")[0].id, named("trial", text.name, version.version)
    trial = add_trial(
        prototype_id,
        session_id=named("session", version.session),
        place=version.place,
        date=day,
        used_by=version.used_by,
        delivered_by=version.delivered_by,
        trial_id=trial_id,
    )
    heard = [
        add_feedback(
            prototype_id,
            said.kind,
            said.text,
            trial_id=trial_id,
            language=said.language,
            translation=said.translation,
            rating=said.rating,
            perspective=said.perspective,
            position=float(turn),
        )
        for turn, said in enumerate(version.feedback, 1)
    ]
    feedback = steady(together("feedback-add", heard, feedback=len(heard)), text.name, version.version)
    return together("prototype-add", (built, trial)), feedback


def decided(decision: DecisionText, position: int, example: Example) -> Change:
    """A decision with its reason, and who does what by when."""
    about = [
        inserted(version_built(idea, version), "prototype")[0].id
        for idea in example.ideas
        for version in idea.versions
        if (idea.name, version.version) == (decision.idea, decision.version)
    ]
    change = decide(
        decision.what,
        decision.outcome,
        reason=decision.reason,
        who=decision.who,
        by_when=decision.by_when,
        idea_id=named("idea", decision.idea) if decision.idea else None,
        prototype_id=about[0] if about else None,
        position=float(position),
    )
    return steady(change, position)


def _root(idea_id: uuid.UUID, text: IdeaText, example: Example) -> Iterator[Change]:
    """That an idea grew from a theme and was chosen as an option, where its text says so."""
    if text.theme is None or text.option is None:
        return
    theme, (vote_name, place) = text.theme.text, example.options[text.option.text]
    board = example.boards_by_theme[theme]
    vote = next(vote for vote in example.votes if vote.name == vote_name)
    yield root_idea(
        idea_id,
        board_id=named("board", board.number),
        theme_id=named("theme", board.number, theme),
        option_id=_options(vote, example)[place],
        note_ids=_ids(board, lambda note: note.theme == theme and not note.withheld),
    )


def _options(vote: VoteText, example: Example) -> dict[Value, uuid.UUID]:
    """The ids of a vote's options by their place on the ballot."""
    return {row.values["place"]: row.id for row in inserted(set_up(vote, example), "option")}


def _counted(
    poll_id: uuid.UUID, ballot: BallotText, ballot_id: uuid.UUID | None, options: Mapping[Value, uuid.UUID]
) -> Change:
    marks = {options[place]: value for place, value in ballot.marks.items()}
    if ballot_id is None:
        return add_ballot(poll_id, ballot.number, ballot.channel, marks)
    return spoil_ballot(ballot_id) if ballot.state == "spoilt" else count_ballot(ballot_id, marks)


def _ids(board: BoardText, wanted: Callable[[NoteText], bool]) -> list[uuid.UUID]:
    return [named("note", board.number, turn) for turn, note in enumerate(board.notes, 1) if wanted(note)]


def _note(board: BoardText, turn: int, note: NoteText) -> NewNote:
    return NewNote(
        text=note.text,
        colour=note.colour,
        language=note.language,
        spoken_language=note.spoken,
        translation=note.translation,
        translation_language=OWN_LANGUAGE if note.translation else "",
        table_id=named("table", note.table),
        photo=note.photo.hash if note.photo else "",
        note_id=named("note", board.number, turn),
    )
