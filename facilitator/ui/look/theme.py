"""The look: turns the tokens into a palette and one style sheet, and follows the system between light and dark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from facilitator.resources import resources
from facilitator.ui.look import fonts, tokens
from facilitator.ui.look.tokens import LIGHT, Colours

STYLE = ("-style", "Fusion")
"""What the app is made with: Qt's plain style, for the sheet to dress. Set later, it makes PySide load QStyle."""
LOOK = "chosenLook"
LOOKS = {
    "light": tokens.LIGHT,
    "dark": tokens.DARK,
    "contrast-light": tokens.HIGH_LIGHT,
    "contrast-dark": tokens.HIGH_DARK,
}
"""The looks a person can choose; anything else follows the system."""


def dress(app: QApplication) -> None:
    """Give the whole app its font and colours, and keep following the system's light, dark and contrast."""
    app.setFont(fonts.load_first())
    _colour(app)
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: _colour(app))
    hints.accessibility().contrastPreferenceChanged.connect(lambda _wanted: _colour(app))


def choose(app: QApplication, scheme: Qt.ColorScheme) -> None:
    """Use light or dark whatever the system says; `Unknown` follows the system again."""
    wear(app, {Qt.ColorScheme.Light: "light", Qt.ColorScheme.Dark: "dark"}.get(scheme, ""))


def wear(app: QApplication, look: str) -> None:
    """Use one of the LOOKS whatever the system says; any other name follows the system again."""
    before = colours()
    app.setProperty(LOOK, look)
    if colours() is not before:
        _colour(app)


def colours() -> Colours:
    """The colours in use now."""
    app = QApplication.instance()
    chosen = LOOKS.get(str(app.property(LOOK))) if app else None
    return chosen or _as_the_system(QApplication.styleHints())


def _as_the_system(hints: QStyleHints) -> Colours:
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return tokens.HIGH_DARK if dark else tokens.HIGH_LIGHT
    return tokens.DARK if dark else tokens.LIGHT


def colour(name: str) -> QColor:
    """One colour in use now, ready to paint with."""
    return QColor(getattr(colours(), name))


def app_icon() -> QIcon:
    """The program's own picture."""
    return QIcon(_icon("facilitator"))


def _colour(app: QApplication) -> None:
    now = colours()
    app.setPalette(_palette(now))
    app.setStyleSheet(_sheet(now))


def _palette(now: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, value in {
        role.Window: now.paper,
        role.WindowText: now.ink,
        role.Base: now.surface,
        role.AlternateBase: now.paper,
        role.Text: now.ink,
        role.Button: now.surface,
        role.ButtonText: now.ink,
        role.BrightText: now.warn,
        role.Highlight: now.accent,
        role.HighlightedText: now.on_accent,
        role.PlaceholderText: now.muted,
        role.ToolTipBase: now.surface,
        role.ToolTipText: now.ink,
        role.Link: now.accent,
        role.Light: now.line,
        role.Midlight: now.line,
        role.Mid: now.edge,
        role.Dark: now.edge,
        role.Shadow: now.rail,
        role.Accent: now.accent,
    }.items():
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(now.edge))
    return palette


def _sheet(now: Colours) -> str:
    thin = f"{now.border}px solid"
    return f"""
    QWidget {{ font-size: {tokens.BODY}px; }}
    QToolTip {{ background: {now.surface}; color: {now.ink}; border: {thin} {now.edge}; padding: 4px; }}
    #rail {{ background: {now.rail}; }}
    #rail QLabel {{ color: {now.rail_ink}; background: transparent; }}
    #rail #programme {{ font-size: {tokens.BODY + 1}px; font-weight: 700; }}
    #rail #session, #rail #state, #rail #elsewhere {{ color: {now.rail_muted}; font-size: {tokens.SMALL}px; }}
    #topBar {{ background: {now.surface}; border-bottom: {thin} {now.line}; }}
    #captureBar {{ background: {now.surface}; border-top: {thin} {now.line}; }}
    #side {{ background: {now.surface}; }}
    #sideStart {{ background: {now.surface}; border: 0 solid {now.line}; border-right-width: {now.border}px; }}
    #desk {{ background: {now.desk}; }}
    #sheet, #card {{ background: {now.surface}; border: {thin} {now.line}; border-radius: {tokens.RADIUS}px; }}
    #sheet {{ border-radius: 2px; }}
    #quiet {{ background: {now.paper}; border-radius: {tokens.RADIUS}px; }}
    #barTitle {{ font-weight: 700; font-size: {tokens.BODY + 1}px; }}
    #title {{ font-weight: 700; font-size: {tokens.TITLE}px; }}
    #huge {{ font-weight: 700; font-size: 36px; }}
    #head {{ font-weight: 700; font-size: {tokens.HEAD}px; }}
    #strong {{ font-weight: 700; }}
    #muted, #small {{ color: {now.muted}; }}
    #small {{ font-size: {tokens.SMALL}px; }}
    #warn {{ color: {now.warn}; font-weight: 700; }}
    #notice {{ background: {now.accent_soft}; border-bottom: {thin} {now.line}; }}
    #notice QLabel {{ color: {now.on_accent_soft}; background: transparent; }}
    #notice[kind="warn"] {{ background: {now.warn_soft}; }}
    #notice[kind="warn"] QLabel {{ color: {now.warn}; font-weight: 700; }}

    QPushButton {{
        background: {now.surface}; color: {now.ink}; border: {thin} {now.edge}; border-radius: {tokens.RADIUS}px;
        padding: 6px 14px; min-height: {tokens.TARGET - 14}px;
    }}
    QPushButton:hover {{ border-color: {now.accent}; }}
    QPushButton:pressed {{ background: {now.accent_soft}; }}
    QPushButton:focus {{ border: {now.border + 1}px solid {now.accent}; padding: 5px 13px; }}
    QPushButton:disabled {{ color: {now.edge}; border-color: {now.line}; }}
    QPushButton[main="true"] {{
        background: {now.accent}; color: {now.on_accent}; border-color: {now.accent}; font-weight: 700;
    }}
    QPushButton[main="true"]:hover {{ border-color: {now.ink}; }}
    QPushButton[main="true"]:focus {{ border: 2px solid {now.ink}; }}
    QPushButton[main="true"]:disabled {{ background: {now.line}; color: {now.muted}; border-color: {now.line}; }}
    QPushButton::menu-indicator {{ width: 0; }}
    QPushButton:checked {{
        background: {now.accent}; color: {now.on_accent}; border-color: {now.accent}; font-weight: 700;
    }}
    QPushButton:checked:focus {{ border-color: {now.ink}; }}
    QPushButton[tight="true"] {{ padding-left: 8px; padding-right: 8px; }}
    QComboBox#heading {{ font-weight: 700; }}

    QLineEdit, QPlainTextEdit, QSpinBox, QComboBox {{
        background: {now.surface}; color: {now.ink}; border: {thin} {now.edge}; border-radius: {tokens.RADIUS}px;
        padding: 5px 11px; min-height: {tokens.TARGET - 12}px; selection-background-color: {now.accent};
        selection-color: {now.on_accent};
    }}
    QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus {{
        border: {now.border + 1}px solid {now.accent}; padding: 4px 10px;
    }}
    QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{
        background: {now.paper}; color: {now.muted}; border-color: {now.line};
    }}
    QLineEdit#capture {{ font-size: {tokens.NOTE}px; min-height: {tokens.TARGET - 6}px; }}
    QPlainTextEdit#noteEditor {{ font-size: {tokens.NOTE}px; padding: 4px; border: 2px solid {now.accent}; }}
    QComboBox QAbstractItemView {{
        background: {now.surface}; color: {now.ink}; border: {thin} {now.edge}; selection-background-color:
        {now.accent_soft};
        selection-color: {now.on_accent_soft}; outline: 0;
    }}

    QComboBox::drop-down {{ border: 0; width: 32px; }}
    QComboBox::down-arrow {{ image: url("{_icon("down", now)}"); width: 20px; height: 20px; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 30px; }}
    QSpinBox::up-button {{ subcontrol-position: top right; }}
    QSpinBox::down-button {{ subcontrol-position: bottom right; }}
    QSpinBox::up-arrow {{ image: url("{_icon("up", now)}"); width: 18px; height: 18px; }}
    QSpinBox::down-arrow {{ image: url("{_icon("down", now)}"); width: 18px; height: 18px; }}

    QCheckBox {{ spacing: 12px; min-height: {tokens.TARGET}px; border-radius: {tokens.RADIUS}px; padding: 0 8px; }}
    QCheckBox:focus {{ background: {now.accent_soft}; color: {now.on_accent_soft}; }}
    QCheckBox:disabled {{ color: {now.muted}; }}
    QCheckBox::indicator {{
        width: 24px; height: 24px; border: {thin} {now.edge}; border-radius: 4px; background:
        {now.surface};
    }}
    QCheckBox::indicator:checked {{
        background: {now.accent}; border-color: {now.accent}; image: url("{_icon("tick", now)}");
    }}
    QCheckBox::indicator:disabled {{ border-color: {now.line}; }}

    QListView {{ background: transparent; border: 0; outline: 0; }}
    #past::item {{ padding: 6px 8px; border-radius: 4px; }}
    #past::item:selected {{ background: {now.accent_soft}; color: {now.on_accent_soft}; }}
    QProgressBar {{ background: {now.line}; border: 0; border-radius: 5px; max-height: 10px; min-height: 10px; }}
    QProgressBar::chunk {{ background: {now.accent}; border-radius: 5px; }}
    QMenu {{ background: {now.surface}; color: {now.ink}; border: {thin} {now.edge}; padding: 6px; }}
    QMenu::item {{ padding: 8px 24px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {now.accent_soft}; color: {now.on_accent_soft}; }}
    QMenu::item:disabled {{ color: {now.edge}; }}
    QMenu::separator {{ height: 1px; background: {now.line}; margin: 6px 8px; }}
    QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0 0 0 4px; }}
    QScrollBar::handle:vertical {{ background: {now.edge}; border-radius: 4px; min-height: 36px; margin: 1px; }}
    QScrollBar::handle:vertical:disabled {{ background: transparent; }}
    QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 4px 0 0 0; }}
    QScrollBar::handle:horizontal {{ background: {now.edge}; border-radius: 4px; min-width: 36px; margin: 1px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollArea {{ border: 0; background: transparent; }}
    """


def _icon(name: str, now: Colours = LIGHT) -> str:
    return resources("icons", f"{name}{'-dark' if now.dark else ''}.svg").as_posix()
