"""How a note stands in the outline: its tint with its number, its words in their own direction, and who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.domain.languages import language_name
from facilitator.ui.boards.outline_rows import Heading
from facilitator.ui.boards.outline_wanted import HERE, wants_translation
from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.script_side import follow_script
from facilitator.ui.parts.text_layout import Words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.boards.outline_model import Index, OutlineModel
    from facilitator.workshop.queries.board import NoteLine

BAND = 44  # the strip of tint with the number
PAD = 12
BETWEEN = 8  # from one note to the next
HEADING = 56
EDITOR_LEAST = 72


class NoteEditor(QPlainTextEdit):
    """Edits one note where it stands. Enter keeps the words, Shift+Enter begins a line, Escape leaves the note as it
    was.
    """

    kept = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        follow_script(self)
        calm(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.kept.emit()
        else:
            super().keyPressEvent(event)


class OutlineDelegate(QStyledItemDelegate):
    """Paints headings and notes. `edited` carries a note and its new words, `typing` the id of one and its
    words so far, or None once the editor is gone.
    """

    edited = Signal(object, str)
    typing = Signal(object, str)

    def __init__(self, model: OutlineModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._text = Words(fonts.sized(tokens.NOTE))
        self._translation = Words(fonts.sized(tokens.BODY))
        self._small = Words(fonts.sized(tokens.SMALL))
        self._head = Words(fonts.sized(tokens.HEAD, bold=True))
        self.width = 600

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, self.height_of(self._model.row_at(index)))

    def height_of(self, row: Heading | NoteLine) -> int:
        """How tall a row is at the width there is, in logical pixels."""
        return HEADING if isinstance(row, Heading) else self._note_height(row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row, index)
        else:
            self._paint_note(painter, option, row)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = NoteEditor(parent)
        editor.setObjectName("noteEditor")
        editor.setAccessibleName(self.tr("The note's words"))
        editor.setTabChangesFocus(True)
        editor.kept.connect(lambda: self._keep(editor))
        note = self._model.note_at(index)
        if note:
            editor.textChanged.connect(lambda: self.typing.emit(note.id, editor.toPlainText()))
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.typing.emit(None, "")
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        note = self._model.note_at(index)
        if note and isinstance(editor, NoteEditor):
            editor.setPlainText(note.text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        note = self._model.note_at(index)
        if note and isinstance(editor, NoteEditor) and (words := editor.toPlainText().strip()) and words != note.text:
            self.edited.emit(note, words)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        room = QRect(option.rect.adjusted(BAND, 0, 0, -BETWEEN))  # type: ignore[attr-defined]
        room.setWidth(min(room.width(), self.width - BAND))
        room.setHeight(max(room.height(), EDITOR_LEAST))
        editor.setGeometry(QStyle.visualRect(option.direction, option.rect, room))  # type: ignore[attr-defined]

    def _keep(self, editor: NoteEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _text_width(self) -> int:
        return self.width - BAND - 2 * PAD

    def _note_height(self, note: NoteLine) -> int:
        width = self._text_width()
        height = self._text.height(self._said(note), width)
        if note.translation:
            height += self._translation.height(note.translation, width)
        if self._footer(note):
            height += self._small.line
        return max(round(height) + 2 * PAD, BAND) + BETWEEN

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Heading, index: Index) -> None:
        room: QRect = option.rect.adjusted(0, 14, 0, 0)  # type: ignore[attr-defined]
        painter.setPen(theme.colour("ink" if row.name else "muted"))
        text = self._model.data(index, Qt.ItemDataRole.DisplayRole)
        painter.setFont(self._head.font if row.name else fonts.sized(tokens.BODY))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)  # type: ignore[attr-defined]
        shown = painter.fontMetrics().elidedText(str(text), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.TextFlag.TextSingleLine), shown)

    def _paint_note(self, painter: QPainter, option: QStyleOptionViewItem, note: NoteLine) -> None:
        now = theme.colours()
        whole: QRect = option.rect  # type: ignore[attr-defined]
        card = QRect(whole.left() + 1, whole.top() + 1, min(whole.width(), self.width) - 2, whole.height() - BETWEEN)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.setPen(QPen(QColor(now.accent if chosen else now.line), 2 if chosen else 1))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(QRectF(self._mirrored(option, card)), 6, 6)
        band = QRect(card.left() + 1, card.top() + 1, BAND - 2, card.height() - 2)
        self._paint_band(painter, self._mirrored(option, band), note)
        self._paint_words(painter, option, card, note)

    def _paint_band(self, painter: QPainter, band: QRect, note: NoteLine) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.tint(note.colour)))
        painter.drawRoundedRect(QRectF(band), 5, 5)
        if note.withheld:
            painter.setBrush(QBrush(QColor(tokens.TINT_EDGE), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(QRectF(band), 5, 5)
            painter.setBrush(QColor(tokens.tint(note.colour)))
            painter.drawEllipse(QRectF(band).center(), 13, 13)
        painter.setPen(QColor(tokens.TINT_INK))
        painter.setFont(fonts.sized(tokens.BODY, bold=True))
        painter.drawText(band, int(Qt.AlignmentFlag.AlignCenter), str(note.colour))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, note: NoteLine) -> None:
        width, runs = self._text_width(), option.direction  # type: ignore[attr-defined]
        room = self._mirrored(option, QRect(card.left() + BAND + PAD - 1, card.top() + PAD - 1, width, card.height()))
        at = QPointF(room.topLeft())
        painter.setPen(theme.colour("muted" if note.withheld or note.parked else "ink"))
        said = self._said(note)
        self._text.paint(painter, at, width, said, runs, self._found(said))
        at.setY(at.y() + self._text.height(said, width))
        painter.setPen(theme.colour("muted"))
        if note.translation:
            self._translation.paint(painter, at, width, note.translation, runs, self._found(note.translation))
            at.setY(at.y() + self._translation.height(note.translation, width))
        if footer := self._footer(note):
            painter.setFont(self._small.font)
            side = QStyle.visualAlignment(runs, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            line = QRectF(at.x(), at.y(), width, self._small.line)
            painter.drawText(line, int(side | Qt.TextFlag.TextSingleLine), footer)

    def _said(self, note: NoteLine) -> str:
        """A note's words, or that it is only a picture so far."""
        return note.text or (self.tr("Picture, to be typed up: Ctrl+Shift+T") if note.photo else "")

    def _footer(self, note: NoteLine) -> str:
        hidden = self.tr("Hidden from the room") if note.withheld else ""
        hidden = self.tr("Face down") if note.face_down else hidden
        aside = self.tr("Set aside") if note.parked else ""
        written = language_name(note.language) if note.language not in {"", HERE} else ""
        said = self.tr("said in {language}").format(language=language_name(note.spoken_language))
        spoken = said if note.spoken_language not in {"", note.language} else ""
        missing = self.tr("not translated yet") if wants_translation(note) else ""
        return " · ".join(part for part in (hidden, aside, note.said_by, written, spoken, missing) if part)

    def _found(self, text: str) -> list[QTextLayout.FormatRange]:
        needle, marks = self._model.needle, []
        folded = text.casefold()
        if not needle or len(folded) != len(text):
            return []
        at = folded.find(needle)
        while at >= 0:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = _utf16(text[:at]), _utf16(text[at : at + len(needle)])
            look = QTextCharFormat()
            look.setBackground(theme.colour("found"))
            look.setForeground(theme.colour("on_found"))
            mark.format = look
            marks.append(mark)
            at = folded.find(needle, at + len(needle))
        return marks

    def _mirrored(self, option: QStyleOptionViewItem, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, rect)  # type: ignore[attr-defined]


def _utf16(text: str) -> int:
    """How long Qt finds a text, which counts an emoji as two."""
    return len(text.encode("utf-16-le")) // 2
