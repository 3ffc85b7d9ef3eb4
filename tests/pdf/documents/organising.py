"""A session with its people, as print values: long names, three scripts, a gap, a clash and a fixed break."""

from __future__ import annotations

from dataclasses import replace

from facilitator.workshop.queries.organiser_values import (
    Answer,
    Badge,
    BadgeValues,
    Bring,
    Decided,
    PackValues,
    RunningOrderRow,
    RunningOrderValues,
    SaidTheme,
    SaidVote,
    SessionHead,
    SignInValues,
    SummaryValues,
)

HOSTILE = ["<b>unclosed", "a<br>b", "<Bins> are full", "&amp;", "<img src='/etc/passwd'>", "<a href='file:'>"]
ARABIC, URDU = "ياسمين الخطيب", "شازیہ نذیر"
LONG = "Oluwaseun-Alexandria Featherstonehaugh-Cholmondeley of the Upper Canalside Allotments"
NAMES = ("Amina", ARABIC, URDU, LONG, "Councillor Whitworth", *(f"Person {n}" for n in range(1, 30)))

HEAD = SessionHead(
    programme="Millbrook early years",
    title="From ideas to something we can try",
    number=3,
    of=4,
    day="2027-01-14",
    starts="10:00",
    ends="12:30",
    place="Millbrook Community Hall",
    printed="2027-01-13T20:41",
    doors="09:40",
)


def row(title: str = "Brainstorm", **changed: object) -> RunningOrderRow:
    plain = RunningOrderRow(
        clock="10:00",
        after=600,
        minutes=25,
        kind="brainstorm",
        title=title,
        prompt="Five minutes on your own first.",
        group_format="alone",
        lead="Jo",
        kit="20 marker pens, yellow notes",
        uses="",
        fixed=False,
        gap=0,
        clash=0,
    )
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]


def running_order(*rows: RunningOrderRow, **changed: object) -> RunningOrderValues:
    bring = Bring(("20 marker pens", "yellow notes"), 40, 80, 37)
    return replace(RunningOrderValues(HEAD, "Choose one idea.", rows, bring), **changed)  # pyright: ignore[reportArgumentType]


def sign_in(*names: str, helpers: tuple[str, ...] = (), blank: int = 6) -> SignInValues:
    return SignInValues(HEAD, names, helpers, blank)


def badge(name: str = "Amina", **changed: object) -> Badge:
    plain = Badge(name, ("ar", "en"), "", "resident", "", photos=False)
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]


def badges(*wanted: Badge, blank: int = 0) -> BadgeValues:
    return BadgeValues("Millbrook early years", wanted, blank, HEAD.printed)


def summary(**changed: object) -> SummaryValues:
    plain = SummaryValues(
        programme="Millbrook early years",
        place="Millbrook Community Hall",
        day="2027-02-11",
        people=34,
        notes=143,
        themes=(
            SaidTheme("Finding out too late", 9, "They moved it and told nobody", "en", ""),
            SaidTheme("Nobody answers", 7, "نكتب ولا أحد يرد", "ar", "We write and nobody answers"),
        ),
        votes=(SaidVote("Which shall we try first?", "dots", ("One shared wall",), 40.0),),
        will=(Decided("Trial for six weeks at two gates", "It worked on paper.", "Two parents", "2027-03-01"),),
        cannot=(Decided("No Saturday opening", "The caretaker is not funded.", "Centre manager", "2027-04-15"),),
        answers=(
            Answer("Trial for six weeks at two gates", "Two parents", "2027-03-01"),
            Answer("No Saturday opening", "Centre manager", "2027-04-15"),
            Answer("Which shall we try first?", "Canalside Library", ""),
        ),
    )
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]


def pack(*parts: object, **changed: object) -> PackValues:
    plain = PackValues(HEAD, 34, 40, ("20 marker pens", "yellow notes"), parts, ())  # pyright: ignore[reportArgumentType]
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]
