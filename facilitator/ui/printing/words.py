"""The words of the station of print: what each document is called, and why it cannot be printed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facilitator.workshop.documents import Document

if TYPE_CHECKING:
    from facilitator.workshop.queries.print_choices import PrintChoices


def name(document: Document) -> str:
    """What a document is called on the list."""
    return {
        Document.PACK: _tr("Packing list"),
        Document.RUNNING_ORDER: _tr("Running order for the facilitator"),
        Document.SIGN_IN: _tr("Sign-in sheet"),
        Document.BADGES: _tr("Name badges"),
        Document.BALLOTS: _tr("Voting ballots, camera-readable"),
        Document.FEEDBACK_FORMS: _tr("Prototype feedback forms"),
        Document.SUMMARY: _tr("“You said” one-page summary"),
        Document.REPORT: _tr("Full report"),
        Document.BOARDS: _tr("Boards, one to a sheet"),
        Document.THREAD: _tr("From story to decision"),
        Document.RELATIONSHIPS: _tr("Who knows whom, before and after"),
        Document.ACTIONS: _tr("Who does what, by when"),
    }[document]


def short_name(document: Document) -> str:
    """What it is called under a page, and in the name of its file."""
    return {
        Document.PACK: _tr("packing list"),
        Document.RUNNING_ORDER: _tr("running order"),
        Document.SIGN_IN: _tr("sign-in"),
        Document.BADGES: _tr("badges"),
        Document.BALLOTS: _tr("ballots"),
        Document.FEEDBACK_FORMS: _tr("feedback forms"),
        Document.SUMMARY: _tr("summary"),
        Document.REPORT: _tr("report"),
        Document.BOARDS: _tr("boards"),
        Document.THREAD: _tr("thread"),
        Document.RELATIONSHIPS: _tr("who knows whom"),
        Document.ACTIONS: _tr("actions"),
    }[document]


def why_not(document: Document, choices: PrintChoices, sentence: str) -> str:
    """Why a document cannot be printed yet, and at which station to see to that."""
    if document == Document.BALLOTS:
        if choices.all_closed:
            return _tr("Every vote is closed: make a new one at Votes")
        return _tr("The vote has no options yet: add them at Votes") if choices.polls else _no_vote()
    if document in (Document.SIGN_IN, Document.BADGES) and choices.session:
        return _tr("Nobody is listed yet: add people at People")
    afterwards = _nothing_to_give_back(document)
    if afterwards:
        return afterwards
    if choices.session is None:
        return _tr("No session yet: add one at Plan")
    if document == Document.RUNNING_ORDER:
        return _tr("Nothing is planned yet: add activities at Plan")
    if document == Document.PACK:
        return _tr("Tick something else for it to list")
    return sentence


def _nothing_to_give_back(document: Document) -> str:
    return {
        Document.SUMMARY: _tr("Nothing was grouped, voted or decided yet"),
        Document.BOARDS: _tr("No board has notes yet: write some at Boards"),
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


def pages(count: int) -> str:
    """So many pages."""
    return _tr("1 page") if count == 1 else _tr("{count} pages").format(count=count)


def page_of(document: Document, page: int, pages: int) -> str:
    """Which page of which document, with its first letter large."""
    named = short_name(document)
    words = _tr("{document}, page {page} of {pages}").format(document=named, page=page, pages=pages)
    return words[:1].upper() + words[1:]


def _no_vote() -> str:
    return _tr("No vote yet: make one at Votes")


def _tr(words: str) -> str:
    return QCoreApplication.translate("printing", words)
