"""The example workshop: what 26 young people in London said of scrutiny of policing, put in by Changes as any other."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.gestures.prototypes import add_idea, add_prototype
from facilitator.exchange.polis import read_polis
from facilitator.resources import resources
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.places import Places

SOURCE = resources("examples", "london-youth-policing")
TITLE = "Young people and local scrutiny of policing"
IDEA = "Young people's scrutiny panel (invented for this example)"
PROTOTYPE = "Panel evening (invented for this example)"


def make_example(path: Path, places: Places) -> Workshop:
    """Make the example file and leave it open. Raises FileTrouble when the path is taken.

    The statements and votes are real and say where they come from; the idea and its prototype are invented, and say so.
    """
    workshop = Workshop.new(path, TITLE, places)
    try:
        workshop.apply(read_polis(SOURCE).change)
        idea_id = uuid.uuid4()
        workshop.apply(
            add_idea(
                IDEA,
                who_for="People of 14 to 25 who live in the borough",
                need="To see what is done with what they say",
                who_delivers="A youth club, with the local police",
                idea_id=idea_id,
            )
        )
        workshop.apply(
            add_prototype(
                idea_id,
                PROTOTYPE,
                form="role-play",
                description="Six young people question a sergeant about one month of stop and search.",
                to_learn="Do people feel safe enough to ask?\nIs one evening a month enough?",
            )
        )
    except BaseException:
        workshop.close()
        path.unlink(missing_ok=True)
        raise
    return workshop
