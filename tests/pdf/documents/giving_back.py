"""What was said, as print values: a board, a thread, a map of who knows whom, and actions, in several scripts."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain.arrange import frame_around, in_groups
from facilitator.domain.network import figures
from facilitator.resources import resources
from facilitator.workshop.queries.after_values import (
    ActionRow,
    ActionsValues,
    MapPerson,
    MapRound,
    RelationshipValues,
    Said,
    Strand,
    StrandDecision,
    StrandVersion,
    StrandVote,
    ThreadValues,
    WallFrame,
    WallNote,
    WallValues,
)
from tests.pdf.documents.organising import ARABIC, URDU

PHOTO = resources("examples", "millbrook", "photos", "photo-1.jpg").read_bytes()
PRINTED = "2027-02-12T09:30"
PILES = (("worked", 14), ("change", 6), ("question", 4), ("idea", 0))


def wall(*texts: str, groups: int = 2, **changed: object) -> WallValues:
    """A board with these notes shared out among some groups, laid as a new board is."""
    shares = [[n for n in range(len(texts)) if n % groups == group] for group in range(groups)]
    places = in_groups(shares, 12.0, 12.0)
    plain = WallValues(
        programme="Millbrook early years",
        question="How might we hear each other sooner?",
        source="Written in the room",
        meanings=("idea", "worry", "", "", "", "", ""),
        frames=tuple(
            WallFrame(f"Group {at}", frame_around(places[n] for n in share)) for at, share in enumerate(shares) if share
        ),
        notes=tuple(
            WallNote(places[n], Said(texts[n], "", ""), n % 2 + 1, at, 0, parked=False)
            for at, share in enumerate(shares)
            for n in share
        ),
        printed=PRINTED,
    )
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]


def photographed(*, data: bytes = PHOTO, **changed: object) -> WallValues:
    """A board of which one note is typed up and the other is only a photograph so far."""
    values = wall("Typed", "", groups=1, **changed)
    return replace(values, notes=(values.notes[0], replace(values.notes[1], picture=data)))


def strand(**changed: object) -> Strand:
    plain = Strand(
        idea="Gate Wall",
        need="To say a thing when it happens",
        who_for="Parents at the gate",
        quotes=(Said("the door was locked", "en", "", "The locked door"),),
        insights=("Nobody told us it had moved",),
        questions=("How might we hear each other sooner?",),
        themes=("One shared wall",),
        notes=9,
        tables=4,
        languages=(("ar", 2),),
        examples=(Said("لوحة فيها صور", "ar", "A board with pictures"),),
        votes=(StrandVote("Which first?", "A", 1, 5, "dots", 40.0),),
        versions=(StrandVersion("paper wall", 2, "trial", 14, PILES, (Said("I drew a bus"),)),),
        decisions=(StrandDecision("Try it at two gates", "change", "It worked.", "Two parents", "2027-03-01"),),
    )
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]


def thread(*strands: Strand, **changed: object) -> ThreadValues:
    plain = ThreadValues("Millbrook early years", "Community Hall", strands, ("Forms ask too much",), (), PRINTED)
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]


def network(people: int = 8) -> RelationshipValues:
    """People on a ring who knew their neighbour, and know the one after that by the end."""
    groups = ("resident", "community-organisation", "public-service", "elected-member", "")
    names = ["Amina", ARABIC, URDU, *(f"Person {n}" for n in range(people))][:people]
    persons = tuple(MapPerson(name, groups[n * len(groups) // people]) for n, name in enumerate(names))
    before = frozenset(frozenset((n, n + 1)) for n in range(0, people - 1, 2))
    after = before | {frozenset((n, (n + 2) % people)) for n in range(people)}
    who = {n: person.group for n, person in enumerate(persons)}
    rounds = [MapRound(links, figures(who, links)) for links in (before, after)]
    return RelationshipValues("Millbrook early years", "Community Hall", persons, rounds[0], rounds[1], PRINTED)


def actions(*rows: ActionRow) -> ActionsValues:
    return ActionsValues("Millbrook early years", "Community Hall", rows, PRINTED)


def action(what: str = "Ask the library", **changed: object) -> ActionRow:
    plain = ActionRow("2027-02-26", "Councillor’s office", what, "It is dry and warm.", "keep")
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]
