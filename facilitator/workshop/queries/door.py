"""The Changes of the door: that somebody is here, and what they answer to a question of consent. What is already
written down decides what there is to write, because two laptops may stand at the same door.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.change import Change
from facilitator.domain.gestures import people as gestures
from facilitator.domain.people import Attendance, Consent
from facilitator.domain.schema import table_of

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.may_be_shown import Said
    from facilitator.workshop.reader import Reader

_attendance, _consent = table_of(Attendance), table_of(Consent)


def arriving(reader: Reader, session_id: uuid.UUID, person_id: uuid.UUID, *, here: bool) -> Change:
    """That a person is here, or is not after all. Empty when that is what is written down already."""
    this_one = (_attendance.c.session_id == session_id, _attendance.c.participant_id == person_id)
    rows = [row.id for row in reader.find(Attendance, *this_one, _attendance.c.arrived)]
    if not here:
        return gestures.untick_arrivals(rows)
    return gestures.tick_arrivals(session_id, [] if rows else [person_id])


def answering(
    reader: Reader,
    person_id: uuid.UUID,
    use: str,
    said: Said,
    *,
    wording: str = "",
    today: str = "",
    how: str = "",
) -> Change:
    """That a person says yes or no to one use, in these words, on this day (YYYY-MM-DD); or was not asked after all.

    A no that follows a yes takes the yes back: both days stay in the file. A yes that follows a no stands in its place,
    in every row where one was written, because of two answers of one day the no counts.
    """
    this_one = (_consent.c.participant_id == person_id, _consent.c.use == use)
    rows = reader.find(Consent, *this_one, order_by=(_consent.c.asked_on.desc(), _consent.c.withdrawn_on.desc()))
    if said == "not-asked":
        return gestures.forget_consent(row.id for row in rows)
    if not rows:
        return gestures.answer_consent(person_id, use, said, wording=wording, asked_on=today, how=how)
    if said == "no":
        standing = [row.id for row in rows if row.answer == "yes" and not row.withdrawn_on]
        back = (gestures.withdraw_consent(one, today).edits for one in standing)
        return Change("consent-withdraw", tuple(edit for some in back for edit in some))
    again = (gestures.change_consent(row.id, said, wording=wording, asked_on=today, how=how).edits for row in rows)
    return Change("consent-change", tuple(edit for some in again for edit in some))
