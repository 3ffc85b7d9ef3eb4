"""The words of the station of print: what each document is called, and why it cannot be printed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facilitator.domain.languages import language_name
from facilitator.ui.parts import direction
from facilitator.ui.printing.editions import USUAL
from facilitator.workshop.documents import NUMBERED, Document

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from facilitator.ui.printing.choice import Choice
    from facilitator.ui.printing.editions import Edition, Told
    from facilitator.ui.printing.wanted import Look
    from facilitator.workshop.queries.organiser_values import ReadAs
    from facilitator.workshop.queries.print_choices import PrintChoices


def name(document: Document) -> str:
    """What a document is called on the list."""
    return {
        Document.PACK: _tr("Packing list"),
        Document.RUNNING_ORDER: _tr("Running order for the facilitator"),
        Document.POCKET_ORDER: _tr("Running order for the pocket"),
        Document.SIGN_IN: _tr("Sign-in sheet"),
        Document.CONSENT: _tr("Consent cards"),
        Document.BADGES: _tr("Name badges"),
        Document.TABLE_SIGNS: _tr("Table signs"),
        Document.WELCOME: _tr("Welcome poster"),
        Document.AGREEMENT: _tr("Poster: how we work together"),
        Document.PROMPT_CARDS: _tr("Prompt cards for the tables"),
        Document.STORIES: _tr("Stories to hand out"),
        Document.RELATIONSHIP_FORM: _tr("Who knows whom, to fill in"),
        Document.STICKY_SHEETS: _tr("Sheets to stick notes on"),
        Document.OPTION_KEY: _tr("Key to the letters of a vote"),
        Document.GRIDS: _tr("Blank sheets for ideas and tests"),
        Document.EVALUATION: _tr("How was this for you, with faces"),
        Document.EXPENSES: _tr("Expenses slips"),
        Document.PARKING: _tr("Parking tickets, in two parts"),
        Document.BALLOTS: _tr("Voting ballots, camera-readable"),
        Document.FEEDBACK_FORMS: _tr("Prototype feedback forms"),
        Document.SUMMARY: _tr("“You said” one-page summary"),
        Document.REPORT: _tr("Full report"),
        Document.BOARDS: _tr("Boards, one to a sheet"),
        Document.POSTER: _tr("Poster of the fullest board"),
        Document.THREAD: _tr("From story to decision"),
        Document.RELATIONSHIPS: _tr("Picture of who knows whom"),
        Document.ACTIONS: _tr("Who does what, by when"),
        Document.CHECK_SHEET: _tr("Check sheet for a translator"),
    }[document]


def short_name(document: Document) -> str:
    """What it is called under a page, and in the name of its file."""
    return {
        Document.PACK: _tr("packing list"),
        Document.RUNNING_ORDER: _tr("running order"),
        Document.POCKET_ORDER: _tr("pocket running order"),
        Document.SIGN_IN: _tr("sign-in"),
        Document.CONSENT: _tr("consent cards"),
        Document.BADGES: _tr("badges"),
        Document.TABLE_SIGNS: _tr("table signs"),
        Document.WELCOME: _tr("welcome poster"),
        Document.AGREEMENT: _tr("agreement poster"),
        Document.PROMPT_CARDS: _tr("prompt cards"),
        Document.STORIES: _tr("stories"),
        Document.RELATIONSHIP_FORM: _tr("who knows whom"),
        Document.STICKY_SHEETS: _tr("sticky sheets"),
        Document.OPTION_KEY: _tr("key to the letters"),
        Document.GRIDS: _tr("blank sheets"),
        Document.EVALUATION: _tr("evaluation"),
        Document.EXPENSES: _tr("expenses slips"),
        Document.PARKING: _tr("parking tickets"),
        Document.BALLOTS: _tr("ballots"),
        Document.FEEDBACK_FORMS: _tr("feedback forms"),
        Document.SUMMARY: _tr("summary"),
        Document.REPORT: _tr("report"),
        Document.BOARDS: _tr("boards"),
        Document.POSTER: _tr("poster"),
        Document.THREAD: _tr("thread"),
        Document.RELATIONSHIPS: _tr("who knows whom"),
        Document.ACTIONS: _tr("actions"),
        Document.CHECK_SHEET: _tr("check sheet"),
    }[document]


def why_not(document: Document, choices: PrintChoices, sentence: str) -> str:
    """Why a document cannot be printed yet, and at which station to see to that."""
    if document in (Document.BALLOTS, Document.OPTION_KEY):
        if choices.all_closed:
            return _tr("Every vote is closed: make a new one at Votes")
        return _tr("The vote has no options yet: add them at Votes") if choices.polls else _no_vote()
    if document in (Document.SIGN_IN, Document.BADGES) and choices.session:
        return _tr("Nobody is listed yet: add people at People")
    afterwards = _nothing_to_give_back(document)
    if afterwards:
        return afterwards
    if document == Document.CHECK_SHEET:
        return _tr("Only English is spoken so far: add languages at People")
    if document in _NOT_YET:
        return _not_yet(document)
    if choices.session is None:
        return _tr("No session yet: add one at Plan")
    if document in (Document.RUNNING_ORDER, Document.POCKET_ORDER):
        return _tr("Nothing is planned yet: add activities at Plan")
    if document == Document.PROMPT_CARDS:
        return _tr("Nothing to say is planned yet: write it at Plan")
    if document == Document.RELATIONSHIP_FORM:
        return _tr("Fewer than two people agreed to be on the picture")
    if document == Document.PACK:
        return _tr("Tick something else for it to list")
    return sentence


def _nothing_to_give_back(document: Document) -> str:
    return {
        Document.SUMMARY: _tr("Nothing was grouped, voted or decided yet"),
        Document.BOARDS: _tr("No board has notes yet: write some at Boards"),
        Document.POSTER: _tr("No board yet: write a question at Boards"),
        Document.THREAD: _tr("No insight and no idea yet: begin at Stories or Prototypes"),
        Document.RELATIONSHIPS: _tr("Nobody who agreed to be on the map knows anybody yet: ask at People"),
        Document.ACTIONS: _tr("Nobody is to do anything yet: decide at Prototypes"),
    }.get(document, "")


def paper_name(paper: str) -> str:
    """A size of paper."""
    return _tr("Letter") if paper == "letter" else paper


def people(expected: int, copies: int) -> str:
    """For how many: "34 people and 6 spare"."""
    some = _tr("1 person") if expected == 1 else _tr("{count} people").format(count=expected)
    spare = copies - expected
    return _tr("{people} and {spare} spare").format(people=some, spare=spare) if spare > 0 else some


def sheets(count: int) -> str:
    """So many sheets."""
    return _tr("1 sheet") if count == 1 else _tr("{count} sheets").format(count=count)


def sheets_so_far(counted: Collection[int | None]) -> str:
    """All of these together. While some of them are None, nobody takes the sum for what is to be printed."""
    total = sheets(sum(one or 0 for one in counted))
    return _tr("{sheets} so far").format(sheets=total) if None in counted else total


def pages(count: int) -> str:
    """So many pages."""
    return _tr("1 page") if count == 1 else _tr("{count} pages").format(count=count)


def page_of(edition: Edition, page: int, pages: int) -> str:
    """Which page of which document for whom, with its first letter large."""
    named = short_name(edition.document)
    if edition.read_as != USUAL:
        named = _tr("{document}, {readers}").format(document=named, readers=readers(edition.read_as, ()))
    words = _tr("{document}, page {page} of {pages}").format(document=named, page=page, pages=pages)
    return words[:1].upper() + words[1:]


def readers(read_as: ReadAs, usual: Sequence[str]) -> str:
    """For whom an edition is: "Arabic, large print"; by the `usual` languages, where it is as everything is."""
    language = spoken([read_as.language] if read_as.language else [] if read_as.large else usual)
    if not read_as.large:
        return language
    return _tr("{language}, large print").format(language=language) if language else _tr("large print")


def spoken(languages: Sequence[str]) -> str:
    """One language or two by their names: "English and Arabic"."""
    names = [language_name(code) for code in languages]
    return _tr("{one} and {other}").format(one=names[0], other=names[1]) if names[1:] else "".join(names)


def shared_out(told: Mapping[Edition, Told], usual: Sequence[str]) -> str:
    """How many of a document are for whom: "English 34 · Arabic 8"; nothing where it is the same for everybody."""
    if len(told) < 2:
        return ""
    each = [f"{readers(edition.read_as, usual)}\N{NO-BREAK SPACE}{one.many:,}" for edition, one in told.items()]
    return "\N{NO-BREAK SPACE}· ".join(direction.isolated(words[:1].upper() + words[1:]) for words in each)


def below(*, changed: bool, shared_out: str) -> str:
    """What is said below a document: that it is another one than was printed, and how many are for whom."""
    return "\n".join(filter(None, (_tr("Changed since it was printed") if changed else "", shared_out)))


def caption(document: Document, many: int) -> str:
    """How many there will be of a page; nothing where there is that one only."""
    if document in NUMBERED:
        return _tr("{count} of these. The numbers are given when you print.").format(count=many)
    return _tr("{count} of these.").format(count=many) if many > 1 else ""


def together(counted: Collection[int | None], look: Look, choice: Choice) -> str:
    """All that is ticked: how many sheets, for how many people, on what paper."""
    return _tr("{sheets} for {people} · {paper}, {colour}, {sides}").format(
        sheets=sheets_so_far(counted),
        people=people(look.choices.people, look.each),
        paper=paper_name(choice.paper),
        colour=_tr("black and white") if choice.grey else _tr("in colour"),
        sides=_tr("both sides") if choice.two_sided else _tr("one side"),
    )


_NOT_YET = (Document.TABLE_SIGNS, Document.STORIES)


def _not_yet(document: Document) -> str:
    if document == Document.TABLE_SIGNS:
        return _tr("No table has a name yet")
    return _tr("No story may be handed out yet")


def _no_vote() -> str:
    return _tr("No vote yet: make one at Votes")


def _tr(words: str) -> str:
    return QCoreApplication.translate("printing", words)
