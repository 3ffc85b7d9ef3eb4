"""The words for days, times and the blocks of a session, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Qt

from facilitator.ui.parts.direction import isolated

if TYPE_CHECKING:
    from facilitator.domain.block_entry import BlockEntry
    from facilitator.workshop.queries.plan import BlockLine, Plan
    from facilitator.workshop.queries.sessions import SessionItem


def day_in_words(date: str, *, short: bool = False) -> str:
    """A day (YYYY-MM-DD) as people say it, such as "Thursday 14 January 2027" or "14 Jan"; empty when none is set."""
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM" if short else "dddd d MMMM yyyy") if day.isValid() else ""


_NO_MARKS = {0x2068: None, 0x2069: None}


class SessionWords(QObject):
    """What a session is called in a list, and when it is."""

    def name(self, session: SessionItem) -> str:
        """Short, for a list: its number, its day, or its title where there is no day."""
        number = self.tr("Session {number}").format(number=session.number)
        return f"{number} · {day_in_words(session.date, short=True) or session.title}"

    def when(self, session: SessionItem) -> str:
        """Its title, day and time."""
        parts = (session.title, day_in_words(session.date), session.starts_at, session.place)
        return " · ".join(part for part in parts if part)


class BlockWords(QObject):
    """The words for what a block of the plan is, and for what does not fit."""

    def kinds(self) -> dict[str, str]:
        """What a block is for, in the order of a session."""
        return {
            "other": self.tr("Something else"),
            "welcome": self.tr("Welcome"),
            "relationships": self.tr("Getting to know"),
            "purpose": self.tr("What this is for"),
            "stories": self.tr("Stories"),
            "brainstorm": self.tr("Brainstorm"),
            "group": self.tr("Group and name"),
            "vote": self.tr("Vote"),
            "prototype": self.tr("Try it out"),
            "break": self.tr("Break"),
            "close": self.tr("Close"),
        }

    def formats(self) -> dict[str, str]:
        """How people sit."""
        return {
            "whole-room": self.tr("Whole room"),
            "alone": self.tr("On their own"),
            "pairs": self.tr("In pairs"),
            "tables": self.tr("At tables"),
        }

    def title(self, block: BlockLine) -> str:
        """What it is called; its kind where it has no name."""
        return block.title or self.kinds().get(block.kind, "")

    def clock(self, block: BlockLine) -> str:
        """When it begins: a time of day, or how long after the beginning where none is known."""
        return block.starts or f"+{self.length(block.after)}"

    def about(self, block: BlockLine) -> str:
        """One line of what matters for it. A break is sat through as everybody likes."""
        sitting = "" if block.kind in {"break", "other"} else self.formats().get(block.group_format, "")
        held = self.tr("Fixed at {clock}").format(clock=block.fixed_start) if block.fixed_start else ""
        uses = self.tr("“{question}”").format(question=block.uses) if block.uses else ""
        parts = (block.prompt, uses, block.lead, block.kit)
        shown = [isolated(" ".join(part.split())) for part in parts if part.strip()]
        return " · ".join([part for part in (held, sitting) if part] + shown)

    def trouble(self, block: BlockLine) -> str:
        """What does not fit before it; empty when all does."""
        if not block.clash:
            return ""
        said = self.tr("{minutes} too long before {block} at {clock}")
        name = self.tr("the break") if block.kind == "break" else isolated(self.title(block))
        return said.format(minutes=self.minutes(block.clash), block=name, clock=block.starts)

    def gap(self, block: BlockLine) -> str:
        """How long nothing is planned before it."""
        return self.tr("{minutes} with nothing planned").format(minutes=self.minutes(block.gap)) if block.gap else ""

    def late(self, plan: Plan) -> str:
        """That it ends after the room has to be empty; empty when it does not."""
        if not plan.late:
            return ""
        said = self.tr("Ends {clock}, {minutes} after the room must be empty")
        return said.format(clock=plan.ends, minutes=self.minutes(plan.late))

    def minutes(self, count: int) -> str:
        """A number of minutes, in full."""
        return self.tr("1 minute") if count == 1 else self.tr("{count} minutes").format(count=count)

    def length(self, minutes: int) -> str:
        """A length in short, such as 2 h 30."""
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self.tr("{minutes} min").format(minutes=rest)
        return (
            self.tr("{hours} h {minutes:02}").format(hours=hours, minutes=rest)
            if rest
            else self.tr("{hours} h").format(hours=hours)
        )

    def heard(self, block: BlockLine) -> str:
        """The whole block as a screen reader says it."""
        parts = (self.clock(block), self.title(block), self.minutes(block.minutes), self.about(block))
        whole = ", ".join(part for part in (*parts, self.trouble(block), self.gap(block)) if part)
        return whole.translate(_NO_MARKS)

    def understood(self, entry: BlockEntry) -> str:
        """How a typed line was understood."""
        held = self.tr("fixed at {clock}").format(clock=entry.fixed_start) if entry.fixed_start else ""
        said = self.tr("says “{prompt}”").format(prompt=entry.prompt) if entry.prompt else ""
        kind = self.kinds()[entry.kind] if entry.kind != "other" else ""
        kind = "" if kind.casefold() == entry.title.casefold() else kind
        parts = (isolated(entry.title), self.minutes(entry.length), held, kind, said)
        return " · ".join(part for part in parts if part)

    def when(self, plan: Plan) -> str:
        """The day of a session, from when to when, when doors open, and where."""
        ends = plan.ends_at or plan.ends
        times = self.tr("{begins} to {ends}").format(begins=plan.starts_at, ends=ends)
        doors = self.tr("doors {clock}").format(clock=plan.doors_at) if plan.doors_at else ""
        parts = (day_in_words(plan.date), times if plan.starts_at and ends else plan.starts_at, doors)
        place = isolated(plan.place) if plan.place else ""
        return " · ".join(part for part in (*parts, place) if part)
