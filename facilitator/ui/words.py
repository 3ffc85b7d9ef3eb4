"""The words for a Change, made from its code and details in the reader's language; the file holds no prose."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from facilitator.domain.change import Step


class Words(QObject):
    """Says what a Change does, as it follows "Undo:" or stands in the history."""

    def of(self, step: Step) -> str:
        """What one Change did, such as "hide 3 notes"."""
        many = self._many(step)
        return many or self._one.get(step.code, self.tr("the last step"))

    @cached_property
    def _one(self) -> dict[str, str]:
        """By its code. A history has thousands of steps."""
        return {
            "workshop-new": self.tr("make the workshop"),
            "idea-add": self.tr("add an idea"),
            "prototype-add": self.tr("add a prototype"),
            "board-add": self.tr("add a board"),
            "board-reword": self.tr("change the question of a board"),
            "version-choose": self.tr("choose between two versions"),
            "workshop-share": self.tr("copy a workshop without names"),
            "workshop-recover": self.tr("save what was left of a damaged file"),
            "programme-describe": self.tr("describe the programme"),
            "session-add": self.tr("add a session"),
            "activity-add": self.tr("add a block to the plan"),
            "activities-add": self.tr("add a block to the plan"),
            "promises-carry": self.tr("carry promises into a session"),
            "activity-copy": self.tr("copy a block of the plan"),
            "session-copy": self.tr("plan a session again"),
            "session-edit": self.tr("change a session"),
            "session-remove": self.tr("remove a session"),
            "activity-edit": self.tr("change a block of the plan"),
            "activity-move": self.tr("move a block of the plan"),
            "activity-remove": self.tr("remove a block of the plan"),
            "activity-poll": self.tr("give a block its vote"),
            "person-add": self.tr("add a person"),
            "person-edit": self.tr("change a person's entry"),
            "person-remove": self.tr("remove a person"),
            "person-forget": self.tr("forget a person for good"),
            "rows-join": self.tr("make one of what was typed twice"),
            "name-black-out": self.tr("black a name out for good"),
            "person-walk-in": self.tr("add somebody who walked in"),
            "people-import": self.tr("bring in people"),
            "table-add": self.tr("add a table"),
            "people-seat": self.tr("seat people"),
            "people-link": self.tr("note who knows whom"),
            "arrivals-tick": self.tr("tick who is here"),
            "arrivals-untick": self.tr("untick who is here"),
            "consent-change": self.tr("change a consent"),
            "consent-forget": self.tr("forget a consent"),
            "consent-answer": self.tr("note a consent"),
            "consent-withdraw": self.tr("take a consent back"),
            "story-add": self.tr("add a story"),
            "quote-mark": self.tr("mark a quote"),
            "insight-add": self.tr("add an insight"),
            "idea-root": self.tr("say what an idea comes from"),
            "trial-add": self.tr("add a try-out"),
            "trial-edit": self.tr("say how many tried it"),
            "feedback-add": self.tr("add feedback"),
            "decision-add": self.tr("add a decision"),
            "board-ask-from": self.tr("ask from an insight"),
            "board-colours": self.tr("say what the colours mean"),
            "notes-add": self.tr("add notes"),
            "poll-terms": self.tr("say what a vote will do"),
            "note-add": self.tr("add a note"),
            "note-edit": self.tr("change a note"),
            "note-translate": self.tr("translate a note"),
            "note-split": self.tr("split a note"),
            "notes-merge": self.tr("join notes"),
            "notes-language": self.tr("say a note's language"),
            "notes-said-by": self.tr("say who said a note"),
            "notes-colour": self.tr("change a note's colour"),
            "notes-move": self.tr("move a note"),
            "notes-arrange": self.tr("arrange the wall"),
            "notes-duplicate": self.tr("copy a note"),
            "notes-photo": self.tr("bring in a picture of a note"),
            "note-picture": self.tr("cut out or turn a picture"),
            "round-begin": self.tr("begin a private round"),
            "round-reveal": self.tr("show all notes at once"),
            "notes-group": self.tr("put a note in a theme"),
            "notes-ungroup": self.tr("take a note out of its theme"),
            "notes-withhold": self.tr("hide a note"),
            "notes-show": self.tr("show a note again"),
            "notes-park": self.tr("set a note aside"),
            "notes-unpark": self.tr("take a note back up"),
            "notes-remove-for-good": self.tr("remove a note for good"),
            "notes-import": self.tr("bring in notes"),
            "theme-add": self.tr("add a theme"),
            "theme-rename": self.tr("rename a theme"),
            "polis-import": self.tr("bring in a Polis folder"),
            "poll-add": self.tr("set up a vote"),
            "poll-remove": self.tr("throw a vote away"),
            "poll-edit": self.tr("change a vote"),
            "options-place": self.tr("put the options of a vote in order"),
            "ballot-assist": self.tr("count a vote that was helped with"),
            "poll-open": self.tr("open a vote"),
            "poll-close": self.tr("close a vote"),
            "ballots-issue": self.tr("give out ballots"),
            "ballot-count": self.tr("count a ballot"),
            "ballot-spoil": self.tr("lay a ballot aside"),
            "poll-reopen": self.tr("open a vote again"),
            "ballots-count": self.tr("count ballots"),
            "ballot-correct": self.tr("count a ballot anew"),
            "hands-count": self.tr("count a show of hands"),
            "tokens-count": self.tr("count tokens"),
            "option-name": self.tr("name an option"),
            "options-name": self.tr("name the options of a vote"),
            "option-remove": self.tr("take an option off a vote"),
            "options-hide": self.tr("hide options of a vote"),
            "options-show": self.tr("show options of a vote again"),
            "idea-edit": self.tr("change an idea"),
            "prototype-edit": self.tr("change a prototype"),
            "feedback-edit": self.tr("change feedback"),
            "feedback-remove": self.tr("take feedback away"),
            "feedback-withhold": self.tr("hide feedback"),
            "feedback-show": self.tr("show feedback again"),
            "decision-edit": self.tr("change a decision"),
            "tables-add": self.tr("add the tables of the room"),
            "people-add": self.tr("add people"),
            "consents-answer": self.tr("note consents"),
            "insights-add": self.tr("add insights"),
        }

    def _many(self, step: Step) -> str:
        count = step.details.get("notes") or step.details.get("ballots") or step.details.get("added")
        count = count or step.details.get("blocks")
        if not isinstance(count, int) or count < 2:
            return ""
        return self._several.get(step.code, "").format(count=count)

    @cached_property
    def _several(self) -> dict[str, str]:
        return {
            "notes-colour": self.tr("change the colour of {count} notes"),
            "notes-move": self.tr("move {count} notes"),
            "notes-duplicate": self.tr("copy {count} notes"),
            "notes-photo": self.tr("bring in {count} pictures of notes"),
            "notes-group": self.tr("put {count} notes in a theme"),
            "notes-ungroup": self.tr("take {count} notes out of their theme"),
            "notes-withhold": self.tr("hide {count} notes"),
            "notes-show": self.tr("show {count} notes again"),
            "notes-park": self.tr("set {count} notes aside"),
            "notes-unpark": self.tr("take {count} notes back up"),
            "notes-import": self.tr("bring in {count} notes"),
            "notes-add": self.tr("add {count} notes"),
            "activities-add": self.tr("add {count} blocks to the plan"),
            "ballots-issue": self.tr("give out {count} ballots"),
        }
