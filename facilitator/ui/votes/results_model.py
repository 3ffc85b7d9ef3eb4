"""A counted vote as rows for Qt's views: options in rank order, then those hidden from the room, apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.ui.votes.poll_words import PollWords

if TYPE_CHECKING:
    from facilitator.domain.tally import OptionResult, PollResult

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
AGREE_ORDER = ("agree", "pass", "disagree")


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One option and what is said about it; without an option it is the heading of those that are hidden."""

    option: OptionResult | None
    words: str
    counts: str
    score: str
    tied: str
    shares: tuple[tuple[str, float], ...] = ()


class ResultsModel(QAbstractListModel):
    """The rows of one vote."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ResultRow] = []
        self._said = PollWords(self)

    def show_result(self, result: PollResult | None) -> None:
        """Show a counted vote, or nothing."""
        self.beginResetModel()
        self.rows = self._rows_of(result) if result else []
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].option is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def _rows_of(self, result: PollResult) -> list[ResultRow]:
        ranks = Counter(option.rank for option in result.options if not option.hidden)
        most = max((sum(option.counts.values()) for option in result.options), default=0)
        shown = [self._row(result.method, option, ranks, most) for option in result.options if not option.hidden]
        hidden = [self._row(result.method, option, ranks, most) for option in result.options if option.hidden]
        if hidden:
            count = len(hidden)
            words = (
                self.tr("Hidden from the room · 1")
                if count == 1
                else self.tr("Hidden from the room · {count}").format(count=count)
            )
            shown.append(ResultRow(None, words, "", "", ""))
        return shown + hidden

    def _row(self, method: str, option: OptionResult, ranks: Counter[int | None], most: int) -> ResultRow:
        ties = 0 if option.hidden else ranks[option.rank] - 1
        tied = ""
        if ties:
            tied = self.tr("tied with 1 other") if ties == 1 else self.tr("tied with {count} others").format(count=ties)
        agree = method == "agree"
        counts = self._said.option_counts(method, option.counts)
        score = self.tr("{share}% agree").format(share=round(option.score * 100)) if agree else ""
        keys = AGREE_ORDER if agree else tuple(option.counts)
        shares = tuple((name, option.counts.get(name, 0) / most if most else 0.0) for name in keys)
        return ResultRow(option, option.text, counts, score, tied, shares)

    def _spoken(self, row: ResultRow) -> str:
        if row.option is None:
            return row.words
        rank = self.tr("Hidden") if row.option.hidden else self.tr("Rank {rank}").format(rank=row.option.rank)
        return ", ".join(part for part in (rank, row.tied, row.option.letter, row.words, row.counts, row.score) if part)
