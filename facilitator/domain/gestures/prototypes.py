"""Gestures with ideas and what is built to try them."""

from __future__ import annotations

import uuid

from facilitator.domain.change import Change, Insert, Set, Value


def add_idea(
    name: str, *, who_for: str = "", need: str = "", who_delivers: str = "", idea_id: uuid.UUID | None = None
) -> Change:
    """Write down a service concept: for whom, what need it meets, who delivers it."""
    values = {"name": name, "who_for": who_for, "need": need, "who_delivers": who_delivers}
    return Change("idea-add", (Insert("idea", idea_id or uuid.uuid4(), values),))


def add_prototype(
    idea_id: uuid.UUID,
    name: str,
    *,
    version: int = 1,
    form: str = "paper-mock-up",
    description: str = "",
    to_learn: str = "",
    prototype_id: uuid.UUID | None = None,
) -> Change:
    """Add an iteration of an idea. `to_learn` holds the questions it should answer, a line each."""
    values = {
        "idea_id": idea_id,
        "name": name,
        "version": version,
        "form": form,
        "description": description,
        "to_learn": to_learn,
    }
    return Change("prototype-add", (Insert("prototype", prototype_id or uuid.uuid4(), values),))


def begin_idea(name: str, *, idea_id: uuid.UUID | None = None, prototype_id: uuid.UUID | None = None) -> Change:
    """An idea and its first version in one step, so that people can say at once what they make of it."""
    idea = add_idea(name, idea_id=idea_id or uuid.uuid4())
    first = add_prototype(idea.edits[0].id, name, prototype_id=prototype_id)
    return Change(idea.code, (*idea.edits, *first.edits))


def edit_idea(idea_id: uuid.UUID, **values: Value) -> Change:
    """Put other words in some cells of an idea, by the names `add_idea` has for them."""
    return Change("idea-edit", (Set("idea", idea_id, values),))


def edit_prototype(prototype_id: uuid.UUID, **values: Value) -> Change:
    """Put other words in some cells of a version, by the names `add_prototype` has for them."""
    return Change("prototype-edit", (Set("prototype", prototype_id, values),))
