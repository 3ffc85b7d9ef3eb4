"""The pages that will be printed, as a list that can be walked through with the arrows: the pictures, and how they are
painted. A page keeps its old picture until the new one is there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.ui.look import theme, tokens
from facilitator.ui.parts import direction
from facilitator.ui.printing import words as print_words
from facilitator.ui.printing.child import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent

    from facilitator.ui.printing.child import Drew, Pictured
    from facilitator.ui.printing.editions import Edition
    from facilitator.workshop.documents import Document

    Index = QModelIndex | QPersistentModelIndex

CAPTION, LONG_CAPTION = 34, 66  # pixels below a page, for its name, and for two lines more
MARGIN = 12
WIDEST = 420
TWO_COLUMNS = 620
A4_POINTS = (595.3, 841.9)
NO_PARENT = QModelIndex()


@dataclass(slots=True)
class Shown:
    """One page on the list; `size` in points. `wished` is the width of the picture that was asked for last."""

    edition: Edition
    page: int
    pages: int
    turn: int = -1
    size: tuple[float, float] = A4_POINTS
    picture: QImage | None = None
    text: str = ""
    drawn: bool = False
    wished: int = 0

    @property
    def document(self) -> Document:
        """What it is a page of."""
        return self.edition.document


@dataclass(slots=True)
class _Drawn:
    turn: int = -1
    sizes: tuple[tuple[float, float], ...] = (A4_POINTS,)
    each: tuple[int, ...] = ()
    shown: list[Shown] = field(default_factory=list)


class Pages(QAbstractListModel):
    """Every page of the documents that are ticked, in every edition. `wanted` asks for a picture."""

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grey = True
        self.captions: dict[Edition, tuple[str, ...]] = {}
        self._drawn: dict[Edition, _Drawn] = {}
        self._order: list[Edition] = []
        self._rows: list[Shown] = []

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def at(self, index: Index) -> Shown:
        """The page at a place."""
        return self._rows[index.row()]

    def caption(self, page: Shown) -> str:
        """What stands below the name of a page: how many there will be of it."""
        ends = accumulate(self._drawn[page.edition].each)
        captions = self.captions.get(page.edition, ())
        return next((words for end, words in zip(ends, captions, strict=False) if page.page < end), "")

    def first_of(self, document: Document) -> QModelIndex:
        """Where a document begins."""
        return next((self.index(n) for n, row in enumerate(self._rows) if row.document == document), QModelIndex())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's own)
        if not index.isValid():
            return None
        page = self.at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return print_words.page_of(page.edition, page.page + 1, page.pages)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return " ".join(filter(None, (self.caption(page), page.text)))
        return None

    def show_editions(self, editions: Iterable[Edition]) -> None:
        """Show these and no others, in this order."""
        if list(editions) != self._order:
            self._order = list(editions)
            self._lay_out()

    def set_drawn(self, edition: Edition, drew: Drew) -> None:
        """An edition is drawn anew: its pages' sizes are known, and its pictures are old."""
        drawn = self._drawn.setdefault(edition, _Drawn())
        kept = drawn.shown if drawn.turn >= 0 else []
        drawn.turn, drawn.sizes, drawn.each = drew.turn, drew.sizes, drew.each
        pages = len(drew.sizes)
        drawn.shown = [
            Shown(edition, n, pages, drew.turn, size, kept[n].picture if n < len(kept) else None, drawn=True)
            for n, size in enumerate(drew.sizes)
        ]
        if edition in self._order:
            same = len(kept) == pages and all(a.size == b.size for a, b in zip(kept, drawn.shown, strict=True))
            self._renew(edition) if same else self._lay_out()

    def set_picture(self, edition: Edition, made: Pictured) -> None:
        """A page has its picture."""
        drawn = self._drawn.get(edition)
        if drawn is None or drawn.turn != made.turn:
            return
        page = drawn.shown[made.page]
        page.picture, page.text = image_of(made), made.text
        if page in self._rows:
            here = self.index(self._rows.index(page))
            self.dataChanged.emit(here, here)

    def forget(self, edition: Edition) -> None:
        """An edition cannot be drawn: it has no pages."""
        self._drawn[edition] = _Drawn(turn=0, sizes=())
        if edition in self._order:
            self._lay_out()

    def pages_of(self, edition: Edition) -> tuple[int, ...] | None:
        """How many pages each of its parts has, None while that is not known."""
        drawn = self._drawn.get(edition)
        return drawn.each if drawn and drawn.turn >= 0 else None

    def redraw(self) -> None:
        """Ask for every picture again, because pages are to be in colour or no longer so."""
        for page in self._rows:
            page.wished = 0
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def wish(self, page: Shown, width: int) -> None:
        """Ask for a picture of this width in real pixels, unless it was asked for already."""
        if page.drawn and page.wished != width:
            page.wished = width
            self.wanted.emit(Picture(page.edition.name, page.turn, page.page, width, self.grey))

    def _renew(self, edition: Edition) -> None:
        fresh = iter(self._drawn[edition].shown)
        self._rows = [next(fresh) if row.edition == edition else row for row in self._rows]
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _lay_out(self) -> None:
        self.beginResetModel()
        self._rows = []
        for edition in self._order:
            drawn = self._drawn.setdefault(edition, _Drawn())
            if drawn.turn < 0 and not drawn.shown:
                drawn.shown = [Shown(edition, 0, 1)]
            self._rows += drawn.shown
        self.endResetModel()


def image_of(made: Pictured) -> QImage:
    """The picture of a page, with pixels of its own."""
    kind = QImage.Format.Format_Grayscale8 if made.grey else QImage.Format.Format_RGB32
    return QImage(made.pixels, made.width, made.height, made.stride, kind).copy()


class PagesView(QListView):
    """Pages side by side, as many as fit; Enter or a click shows one large."""

    enlarged = Signal(QModelIndex)

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages = pages
        self.setAccessibleName(self.tr("Pages that will be printed"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_PageDelegate(self))
        self.setModel(pages)
        self.activated.connect(self.enlarged)
        self.clicked.connect(self._click)
        pages.modelReset.connect(self._keep_place)
        self._place = 0

    def page_width(self) -> int:
        """How wide a page is shown, in logical pixels: two beside one another where there is room."""
        room = self.viewport().width() - 4
        columns = 2 if room >= TWO_COLUMNS else 1
        by_height = round((self.viewport().height() - CAPTION - 3 * MARGIN) / 1.42)
        return max(150, min(room // columns - 2 * MARGIN, WIDEST, max(by_height, 240)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        at = self.indexAt(QPoint(self.viewport().width() // 4, 3 * MARGIN))
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if at.isValid():  # the page that was read stays where it is read
            self.executeDelayedItemsLayout()
            self.scrollTo(at, QListView.ScrollHint.PositionAtTop)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._place = current.row()

    def _click(self, index: QModelIndex) -> None:
        if not self.style().styleHint(QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick, None, self):
            self.enlarged.emit(index)

    def _keep_place(self) -> None:
        """The same place has the focus again, and nothing scrolls."""
        at = self.model().index(min(self._place, self.model().rowCount() - 1), 0)
        if at.isValid():
            self.setAutoScroll(False)
            self.setCurrentIndex(at)
            self.setAutoScroll(True)


class _PageDelegate(QStyledItemDelegate):
    """A sheet of paper with what it is written below it."""

    def __init__(self, view: PagesView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width, (across, up) = self._view.page_width(), self._page(index).size
        return QSize(width + 2 * MARGIN, round(width * up / across) + self._below(index) + 2 * MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        page, pages = self._page(index), self._view.model()
        assert isinstance(pages, Pages)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        width = self._view.page_width()
        sheet = QRectF(rect.x() + MARGIN, rect.y() + MARGIN, width, round(width * page.size[1] / page.size[0]))
        pages.wish(page, round(width * self._view.devicePixelRatioF()))
        paint_page(painter, sheet, page.picture)
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if chosen:
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawRect(sheet.adjusted(-2.5, -2.5, 2.5, 2.5))
        lines = QRectF(sheet.x(), sheet.bottom() + 5, width, self._below(index))
        _paint_caption(painter, lines, str(index.data()), pages.caption(page))

    def _below(self, index: Index) -> int:
        pages = self._view.model()
        assert isinstance(pages, Pages)
        return LONG_CAPTION if pages.caption(pages.at(index)) else CAPTION

    def _page(self, index: Index) -> Shown:
        pages = self._view.model()
        assert isinstance(pages, Pages)
        return pages.at(index)


def paint_page(painter: QPainter, sheet: QRectF, picture: QImage | None) -> None:
    """A sheet with its picture, or white while there is none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 28))
    painter.drawRect(sheet.translated(0, 2).adjusted(-1, -1, 1, 1))
    painter.fillRect(sheet, Qt.GlobalColor.white)
    if picture:
        painter.drawImage(sheet, picture)
    painter.restore()


def _paint_caption(painter: QPainter, room: QRectF, title: str, more: str) -> None:
    painter.save()
    font = painter.font()
    font.setPixelSize(tokens.SMALL)
    painter.setFont(font)
    painter.setPen(theme.colour("muted"))
    top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    words = f"{title}\n{more}" if more else title
    painter.setLayoutDirection(direction.of_text(words, painter.layoutDirection()))
    painter.drawText(room, top | Qt.TextFlag.TextWordWrap, words)
    painter.restore()
