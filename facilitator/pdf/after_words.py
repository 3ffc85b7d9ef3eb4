"""The words we print ourselves on what is given back to the room, in plain English; `words` says how they are used."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from facilitator.domain.languages import language_name
from facilitator.pdf.organiser_words import KINDS
from facilitator.pdf.wording import Counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.network import Figures
    from facilitator.domain.tally import PollResult
    from facilitator.pdf.wording import Wording
    from facilitator.workshop.queries.after_values import Strand, StrandVersion, StrandVote, WallValues
    from facilitator.workshop.queries.print_values import ReportPoll

ACTIONS = "Who does what, by when"
ACTIONS_HEAD = ("By when", "Who", "What, and why", "Done")
ACTIONS_HOW = "What was decided, and what was promised. Tick what is done, and say so at the next meeting."
NO_DAY = "No day set"
NOBODY = "Nobody yet"
BOX = "\N{BALLOT BOX}"
ANSWER = "Answer the room about the vote: {question}"
OUTCOMES = {
    "keep": "We do it",
    "change": "We change it",
    "drop": "We drop it",
    "refuse": "We cannot do it",
}

THREAD = "From story to decision"
THREAD_HOW = "Where each idea comes from, and what came of it."
STEPS = {
    "quote": "What people told",
    "insight": "What it tells us",
    "question": "What we asked",
    "note": "What the room wrote",
    "idea": "The idea",
    "vote": "The vote",
    "version": "Version {version}",
    "decision": "Decided",
}
MORE_QUOTES = ("{n} more quote is tied to this.", "{n} more quotes are tied to this.")
NO_ROOTS = "Nobody has tied this idea to what people told or wrote yet."
UNDECIDED = "Nothing has been decided about it yet."
IN_GROUPS = "In the group {groups}."
SPOKEN_IN = "in {language}"
FOR_WHOM = "For: {who}"
NEED = "The need: {need}"
LOOSE_INSIGHTS = "What nothing came of yet"
LOOSE_INSIGHTS_HOW = "The stories tell us this, and no idea rests on it so far."
LOOSE_DECISIONS = "Also decided"
FORMS = {
    "paper-mock-up": "made of paper",
    "role-play": "role play",
    "storyboard": "storyboard",
    "trial": "trial",
}
FEW = "Fewer than five people"
FEW_CAME = "Fewer than five people took part."

COVER = {
    "people": Counted("person came", "people came"),
    "sessions": Counted("session", "sessions"),
    "notes": Counted("note written", "notes written"),
    "ballots": Counted("ballot counted", "ballots counted"),
    "tried": Counted("thing tried", "things tried"),
    "decisions": Counted("decision", "decisions"),
}
"""What is counted on the cover: the words below a large number."""

IN_THIS_REPORT = "In this report"
WHAT_WE_DID = "What we did"
SESSIONS_HEAD = ("When", "What we did", "Who came")
WHO_CAME = "Who came"
WHO_CAME_HOW = "Everybody who came at least once, counted once."
NOT_TOLD = "not shown"
NOT_TOLD_HOW = (
    "Groups of fewer than five people are not shown, and neither is another group where the small one could be worked "
    "out from it."
)
ONLY_TOTAL = "The groups were too small to be shown one by one."
BOARDS = "What was written on the boards"
VOTES = "What the room voted on"
TRIED = "What we tried"
DECIDED = "What was decided"
DECIDED_HEAD = ("What", "Why", "Who, by when")
NOT_TYPED = "Photograph of a note, not typed up yet"
AS_IT_STOOD = "The board as it stood"
WALL_ALT = "The board as it stood, with {count}. {groups}"
THEMES = "Groups by size"
NOTES_EACH = "{name}: {notes}"
TO_LEARN = "What we wanted to know"
WHO_DELIVERS = "Who would run it: {who}"
FACES = ("bad", "so-so", "good", "very good")
FACES_TITLE = "How it felt"
PILES = {
    "worked": "What worked",
    "change": "What to change",
    "question": "Questions",
    "idea": "New ideas",
}
HOW_VOTED = "How this vote worked."
FEW_VOTED = "Fewer than five ballots were counted, so how people chose is not shown."

RELATIONSHIPS = "Who knows whom"
RELATIONSHIPS_HOW = (
    "Only people who agreed to be on this map are on it. Each shape is a person, and each line is two people who know "
    "or work with each other. Everybody has the same place on both maps."
)
AT_THE_START = "At the start"
BY_THE_END = "By the end"
LINE_BEFORE = "knew each other before"
LINE_NEW = "new since then"
LINE_ONLY = "know each other"
EACH_KNEW = "On average each of them knew {each} others."
EACH_KNOWS = "On average each of them knows {each} others."
DID_NOT_TOUCH = "They were in {parts} circles that did not touch."
DO_NOT_TOUCH = "They are in {parts} circles that do not touch."
WITH_NUMBER = "{name} ({number})"
ACROSS = "Within a group, and across"
ACROSS_HOW = "Links between two people of one group, and links from one group to another."
WITHIN = "within a group"
BETWEEN = "from one group to another"
ACROSS_ALT = "{before}: {inside} links within a group, {across} across. {after}: {inside_now} and {across_now}."
NO_NAMES = "There are more people than names fit around the map. Everybody is in the list."
NAME_BY_NAME = "Name by name"
NAME_BY_NAME_HOW = "How many of the others each person knows or works with."
LINKS_HEAD = "Knows"
NAME_HEAD = "Name"
GROUP_HEAD = "From"
GROUPS = {
    "resident": "resident",
    "community-organisation": "community group",
    "public-service": "public service",
    "elected-member": "councillor",
    "supporter": "here to help",
    "": "not said",
}

BOARD_NOTES = ("{n} note", "{n} notes")
FACE_DOWN = ("{n} note lies face down and is not shown here.", "{n} notes lie face down and are not shown here.")
IN_NO_GROUP = "In no group"
COLOURS = "What the colours mean"
PARKED = "parked"

POSTER = "Poster"
POSTER_HOW = (
    "Sheets: {across} across and {down} down. Size when it is done: {width} by {height} cm. Print at 100 %, on one "
    "side. Cut off the left and the upper edge of each sheet between the corner marks. Lay it over the strip of the "
    "sheet on its left, or above it, as far as the dashes, and glue."
)
POSTER_KEY = "How the sheets go together"
POSTER_ALT = "The poster, divided into {sheets} sheets named by row and column, {first} to {last}."
TILE_ALT = "Sheet {name} of the poster. The words are on the first page."
TILE = "Sheet {name} of {count}"
POSTER_WORDS = "What stands on it"


def how_many_notes(said: Wording, notes: int, groups: int) -> str:
    """How much is on a board: "58 notes in 8 groups"; nothing where none is shown."""
    if not notes:
        return ""
    many = said.count(notes, *BOARD_NOTES)
    return (
        said("{notes} in {groups}", notes=many, groups=said.count(groups, "{n} group", "{n} groups"))
        if groups
        else many
    )


def face_down(said: Wording, number: int) -> str:
    """That so many notes are left out because they lie face down; nothing where none does."""
    return said.count(number, *FACE_DOWN) if number else ""


def dots(said: Wording, number: int) -> str:
    """So many dots."""
    return said.count(number, "{n} dot", "{n} dots")


def notes_behind(said: Wording, strand: Strand) -> str:
    """The notes an idea grew from: "9 notes, from 4 tables, 2 of them in Arabic."""
    parts = [said.count(strand.notes, *BOARD_NOTES)]
    if strand.tables:
        parts.append(said.count(strand.tables, "from {n} table", "from {n} tables"))
    parts += [
        said.count(many, "{n} of them in {language}", "{n} of them in {language}", language=said(language_name(code)))
        for code, many in strand.languages
    ]
    groups = said(IN_GROUPS, groups=quoted(strand.themes)) if strand.themes else ""
    return said.joined(" ", (said("{parts}.", parts=said.joined(", ", parts)), groups))


def quoted(texts: Iterable[str]) -> str:
    """Texts in marks of quotation, one after another."""
    return ", ".join(f"“{text.strip()}”" for text in texts)


def vote_line(said: Wording, vote: StrandVote) -> str:
    """How an idea fared: "Place 1 of 5 in the vote “Which first?”: 40 dots."""
    score = (
        dots(said, round(vote.score)) if vote.method == "dots" else said("{share} agreed", share=f"{vote.score:.0%}")
    )
    return said(
        "Place {place} of {of} in the vote “{question}”: {score}.",
        place=vote.rank,
        of=vote.of,
        question=vote.question.strip(),
        score=score,
    )


def how_many_tried(said: Wording, tried: int, fewest: int) -> str:
    """How many tried something, or that they were few; nothing where it is not known."""
    if not tried:
        return ""
    if tried < fewest:
        return said("{few} tried it.", few=said(FEW))
    return said.count(tried, "{n} person tried it.", "{n} people tried it.")


def version_line(said: Wording, version: StrandVersion, fewest: int) -> str:
    """A version in short: its name and form, how many tried it and how much was said."""
    named = said("{name}, {form}.", name=version.name.strip(), form=said(FORMS[version.form]))
    heard = piles(said, version.piles)
    return said.joined(" ", (named, how_many_tried(said, version.tried, fewest), heard))


def piles(said: Wording, counted: Iterable[tuple[str, int]]) -> str:
    """How much was said, pile by pile: "14 things worked. 6 to change. 4 questions. 5 new ideas."""
    words = {
        "worked": ("{n} thing worked.", "{n} things worked."),
        "change": ("{n} to change.", "{n} to change."),
        "question": ("{n} question.", "{n} questions."),
        "idea": ("{n} new idea.", "{n} new ideas."),
    }
    return said.joined(" ", [said.count(many, *words[pile]) for pile, many in counted if many])


def who_and_when(said: Wording, who: str, by_when: str) -> str:
    """Who does it and by when, as far as it is known."""
    day = said("by {day}", day=said.day(by_when)) if by_when else ""
    return said.joined(", ", (who.strip(), day))


def round_in_words(said: Wording, found: Figures[int], *, after: bool = False) -> list[str]:
    """What a map of who knows whom comes to, told of then or of now."""
    sentences = [
        said(
            "{people} are on the map, with {links} between them.",
            people=said.count(found.people, "{n} person", "{n} people"),
            links=said.count(found.links, "{n} link", "{n} links"),
        ),
        said(EACH_KNOWS if after else EACH_KNEW, each=f"{found.each:.1f}"),
        said.count(
            found.groups_apart,
            "{n} link goes from one group to another.",
            "{n} links go from one group to another.",
        ),
    ]
    if found.alone and after:
        sentences.append(said.count(found.alone, "{n} person knows nobody here.", "{n} people know nobody here."))
    elif found.alone:
        sentences.append(said.count(found.alone, "{n} person knew nobody here.", "{n} people knew nobody here."))
    if found.parts > 1:
        sentences.append(said(DO_NOT_TOUCH if after else DID_NOT_TOUCH, parts=found.parts))
    return sentences


def new_links(said: Wording, links: int) -> str:
    """How many links there are that were not there before."""
    return said.count(links, "{n} link is new.", "{n} links are new.")


def how_voted(said: Wording, poll: ReportPoll) -> str:
    """How a vote worked: what each person could do, who could see it, and how it was counted."""
    result = poll.result
    sentences = [_each_person(said, result)]
    if poll.secret:
        sentences.append(said("It was secret: the number on a ballot only stops it being counted twice."))
    else:
        sentences.append(said("It was open: everybody could see how the others chose."))
    for many, one, more in (
        (result.hands, "{n} raised hand was counted.", "{n} raised hands were counted."),
        (result.tokens, "{n} token was counted.", "{n} tokens were counted."),
        (result.assisted, "{n} person was helped to vote.", "{n} people were helped to vote."),
        (result.screen, "{n} voted on a screen.", "{n} voted on a screen."),
        (result.still_out, "{n} ballot did not come back.", "{n} ballots did not come back."),
        (result.corrected, "{n} ballot was counted anew.", "{n} ballots were counted anew."),
        (result.reopened, "It was opened again {n} time.", "It was opened again {n} times."),
    ):
        if many:
            sentences.append(said.count(many, one, more))
    return said.joined(" ", sentences)


def _each_person(said: Wording, result: PollResult) -> str:
    if result.method == "agree":
        return said("Everybody could agree or disagree with each line, or pass.")
    dots_each = said.count(result.dots, "Everybody had {n} dot.", "Everybody had {n} dots.")
    if not result.dots:
        return said("Everybody had dots to put on the lines.")
    if result.dots == 1:
        return dots_each
    most = result.most_on_one
    spread = said.count(most, "At most {n} could go on one line.", "At most {n} could go on one line.") if most else ""
    return said.joined(" ", (dots_each, spread or said("Several could go on one line.")))


def came(said: Wording, people: int, fewest: int) -> str:
    """How many came: a number, or that they were few."""
    if not people:
        return ""
    return said(FEW) if people < fewest else said.count(people, "{n} person", "{n} people")


def session_line(said: Wording, blocks: Iterable[tuple[str, str, int]]) -> str:
    """What was done in a session, one thing after another, each with its minutes."""
    done = [
        said(WITH_NUMBER, name=title.strip() or said(KINDS[kind]), number=minutes) for title, kind, minutes in blocks
    ]
    return said.joined(" · ", done)


def wall_in_words(said: Wording, wall: WallValues) -> str:
    """A board in a few words, for those who do not see it: how many notes, and in which groups."""
    sizes = Counter(note.theme for note in wall.notes)
    groups = [
        said(NOTES_EACH, name=frame.name.strip(), notes=said.count(sizes[at], *BOARD_NOTES))
        for at, frame in enumerate(wall.frames)
    ]
    return said(WALL_ALT, count=how_many_notes(said, len(wall.notes), len(groups)), groups="; ".join(groups)).strip()
