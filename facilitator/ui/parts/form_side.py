"""The panel beside a list where what is chosen there is written down: fields with their names, each kept when one
leaves it, so that nothing has to be saved by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from facilitator.domain.typed_words import as_typed
from facilitator.ui.parts import direction
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.combo import Combo
from facilitator.ui.parts.script_side import follow_script
from facilitator.ui.parts.spin import Spin
from facilitator.ui.parts.widgets import calm_scrolling, column, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent

WIDTH = 368
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Kept:
    """What the fields have in common: what is stored is shown, what somebody changes is kept once they go on (the
    signal `kept` carries it), and words that could not be stored stay in the field and are tried again.
    """

    kept: Any  # a signal, which Qt wants declared where the widget is
    _shown: object = None
    _before: object = None

    def value(self) -> object:
        """What stands in the field now."""
        raise NotImplementedError

    def put(self, value: Any) -> None:  # noqa: ANN401 (each field has its own kind of value)
        """Put a value into the field."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show what is stored, unless somebody is changing it just now."""
        changing = cast("QWidget", self).hasFocus() and self.value() != self._shown
        if not changing and self.value() != value:
            self.put(value)
        self._shown = self._before = value if changing else self.value()

    def not_kept(self) -> None:
        """It could not be stored: leave it in the field, to be tried again on going on."""
        self._shown = self._before

    def forget(self) -> None:
        """It cannot be stored as it is: show again what is."""
        self.put(self._before)
        self._shown = self._before

    def keep(self) -> None:
        """Keep what somebody changed."""
        value = self.value()
        if value != self._shown:
            self._before, self._shown = self._shown, value
            self.kept.emit(value)


class Line(QLineEdit, Kept):
    """One line of words."""

    kept = Signal(str)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.show_value("")
        self.editingFinished.connect(self.keep)
        calm(self)

    def value(self) -> str:
        return " ".join(as_typed(self.text()).split())

    def put(self, value: str) -> None:
        self.setText(value)
        self.setCursorPosition(0)


class Lines(QPlainTextEdit, Kept):
    """Several lines of words."""

    kept = Signal(str)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        follow_script(self)
        self.show_value("")
        calm(self)

    def value(self) -> str:
        return as_typed(self.toPlainText()).strip()

    def put(self, value: str) -> None:
        self.setPlainText(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep()


def tall(field: Lines, lines: int) -> None:
    """Let a field show so many lines, whatever room there is: the height that the look of all fields sets is less."""
    height = field.fontMetrics().lineSpacing() * lines + 8
    field.setStyleSheet(f"min-height: {height}px; max-height: {height}px")


class Choice(Combo, Kept):
    """One of several codes, shown in words. Arrows only look; a code is kept once it is picked from the list, or on
    Enter, or on going on. The wheel scrolls the panel and changes nothing.
    """

    kept = Signal(object)

    def __init__(self, name: str, choices: Iterable[tuple[object, str]] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._looking = False
        self.offer(choices)
        self.activated.connect(lambda _at: None if self._looking else self.keep())

    def offer(self, choices: Iterable[tuple[object, str]]) -> None:
        """The codes to choose from, and their words; the same ones again are left alone."""
        offered = list(choices)
        if offered == [(self.itemData(at), self.itemText(at)) for at in range(self.count())]:
            return
        with QSignalBlocker(self):
            self.clear()
            for code, words in offered:
                self.addItem(words, code)
        self._shown = self._before = self.value()

    def value(self) -> object:
        return self.currentData()

    def put(self, value: object) -> None:
        codes = [self.itemData(at) for at in range(self.count())]  # Qt's own search takes equal ids for different
        self.setCurrentIndex(codes.index(value) if value in codes else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.keep()
            return
        self._looking = True
        super().keyPressEvent(event)
        self._looking = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keep()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Number(Spin, Kept):
    """A whole number between two bounds, both included."""

    kept = Signal(int)

    def __init__(self, name: str, low: int, high: int, suffix: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSuffix(suffix)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_value(low)
        self.editingFinished.connect(self.keep)
        calm(self)

    def put(self, value: int) -> None:
        self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FormSide(QFrame):
    """The panel itself: fields below one another, scrolled where the window is low."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(WIDTH)
        self._words: list[QLabel] = []
        self.form = QFormLayout()
        self.form.setContentsMargins(20, 20, 12, 18)
        self.form.setHorizontalSpacing(10)
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.inside = QWidget()
        self.inside.setLayout(self.form)
        self._area = area = QScrollArea()
        area.setAccessibleName(name)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(self.inside)
        for part in (self.inside, area.viewport()):
            part.setAutoFillBackground(False)
        calm_scrolling(area)
        self.setLayout(column(area))

    def add(self, words: str, field: QWidget) -> None:
        """A field and what it is called."""
        self.form.addRow(self._own(label(words, "muted")), field)

    def head(self, words: str) -> QLabel:
        """The heading of the fields that follow."""
        made = self._own(label(words, "head"))
        self.form.addRow(made)
        return made

    def above(self, field: QWidget) -> QLabel:
        """A field as wide as the panel, below what it is called."""
        made = self._own(label(field.accessibleName(), "muted"))
        self.form.addRow(made)
        self.form.addRow(field)
        return made

    def fill(self) -> None:
        """Let what room is left lie below the last field."""
        rest = QWidget()
        rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.form.addRow(rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        focus = QApplication.focusWidget()
        if focus is not None and self._area.isAncestorOf(focus):  # a strip that comes up takes room from below
            self._area.ensureWidgetVisible(focus)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            for made in self._words:
                self._align(made)
        super().changeEvent(event)

    def _own(self, made: QLabel) -> QLabel:
        self._words.append(made)
        self._align(made)
        return made

    def _align(self, made: QLabel) -> None:
        """Our own words begin where the window's lines begin, even where they are not translated yet; Qt goes by their
        letters.
        """
        made.setAlignment(direction.alignment(self.layoutDirection()) | Qt.AlignmentFlag.AlignVCenter)

    def keep(self) -> None:
        """Keep what is half changed, as when the window closes."""
        focus = QApplication.focusWidget()
        if isinstance(focus, Kept) and self.isAncestorOf(focus):
            focus.keep()

    def not_kept(self) -> None:
        """Something could not be stored: its words stay in their field, to be tried again on going on."""
        for field in self.inside.findChildren(QWidget):
            if isinstance(field, Kept):
                field.not_kept()
