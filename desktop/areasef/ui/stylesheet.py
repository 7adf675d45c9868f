"""The one stylesheet, generated from the tokens of a theme at a text size."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from areasef import tokens

Px = Callable[[float], int]


def sheet(theme: tokens.Theme, px: Px, *, still: bool = False) -> str:
    """Return the stylesheet of a theme; ``px`` turns token pixels into pixels of the text size.

    ``still`` leaves out every animation of Qt's own.
    """
    roles = {name: str(getattr(theme, name)) for name in theme.__slots__}
    sizes = {f"p{n}": f"{px(n)}px" for n in range(1, 61)}
    corners = {f"r_{name}": f"{px(radius)}px" for name, radius in tokens.RADIUS.items()}
    parts = [_LABELS, _BUTTONS, _FIELDS, _FRAME, _LISTS, _SURFACES, _SMALL]
    if theme is tokens.CONTRAST:
        parts.append(_CONTRAST)
    filled = "\n".join(Template(part).substitute(roles | sizes | corners) for part in parts)
    return filled + _type_rules(px) + _MOVING.format(0 if still else tokens.MOTION_MS)


def _type_rules(px: Px) -> str:
    rules = []
    for name, style in tokens.TYPE.items():
        rules.append(f'*[type="{name}"] {{ font-size: {px(style.size)}px; font-weight: {style.weight}; }}')
    return "\n".join(rules)


_MOVING = """
QAbstractItemView, QTabBar, QScrollBar, QComboBox, QProgressBar {{ widget-animation-duration: {}; }}
"""

_LABELS = """
QToolTip { background: $tooltip; color: $tooltip_text; border: $p1 solid $line; padding: $p4; }
QLabel { color: $text; background: transparent; }
*[tone="muted"] { color: $text_muted; }
*[tone="accent"] { color: $accent_text; }
*[tone="good"] { color: $good_text; }
*[tone="caution"] { color: $caution_text; }
*[tone="bad"] { color: $bad_text; }
"""

_BUTTONS = """
QPushButton {
  background: $surface; color: $text; border: $p1 solid $line_strong; border-radius: $r_control;
  padding: 0 $p12; min-height: $p30; font-size: $p14; font-weight: 600;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selected; color: $accent_text; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent_text; padding: 0 $p6; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[keyed="true"] { text-align: left; }
QPushButton[small="true"] { min-height: $p26; padding: 0 $p8; }
QPushButton:disabled { background: $sunken; color: $text_muted; border: $p1 dashed $line_strong; }
QPushButton[kind="dropdown"] { text-align: left; font-weight: 400; padding: 0 $p10; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton { background: transparent; color: $text; border: $p1 solid transparent; border-radius: $r_control; padding: $p3; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $selected; }
QToolButton::menu-indicator { image: none; width: 0; }
"""

_FIELDS = """
QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QComboBox {
  background: $surface; color: $text; border: $p1 solid $line_strong; border-radius: $r_control;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QSpinBox, QComboBox { min-height: $p30; padding: 0 $p10; font-size: $p14; }
QLineEdit, QTextEdit, QPlainTextEdit { placeholder-text-color: $text_muted; }
QTextEdit { padding: $p8 $p12; }
QPlainTextEdit { padding: $p6 $p8; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QComboBox[wrong="true"] { border: $p2 solid $bad; }
QLineEdit:read-only, QTextEdit:read-only, QPlainTextEdit:read-only, QComboBox:disabled { background: $sunken; }
QComboBox { padding-right: $p28; }
QComboBox::drop-down { border: 0; width: $p28; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $surface; color: $text; border: $p1 solid $line_strong; outline: 0;
  selection-background-color: $selected; selection-color: $text;
}
QTextBrowser { background: transparent; border: 0; padding: 0; }
"""

_FRAME = """
QMainWindow, #canvas { background: $canvas; }
#topBar { background: $surface; border: 0; border-bottom: $p1 solid $line; }
#rail { background: $rail; border: 0; border-right: $p1 solid $line; }
#statusBar { background: $rail; border: 0; border-top: $p1 solid $line; }
#statusBar QLabel { font-size: $p13; color: $text_muted; }
#statusBar QLabel[role="marking"] { color: $text; font-weight: 600; }
#divider { background: $line; border: 0; }
QTabBar { background: transparent; border: 0; font-size: $p14; qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: $text_muted; border: 0; border-bottom: $p3 solid transparent;
  padding: $p6 $p6 $p4 $p6; margin: 0 $p6; min-height: $p22;
}
QTabBar::scroller { width: $p60; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: $p3 solid $accent; font-weight: 600; }
#tabLine { background: transparent; border: 0; border-bottom: $p1 solid $line; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent_line; }
QMenu { background: $surface; color: $text; border: $p1 solid $line_strong; padding: $p4 0; font-size: $p14; }
QMenu::item { padding: $p6 $p24 $p6 $p12; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text_muted; }
QMenu::separator { height: $p1; background: $line; margin: $p4 0; }
"""

_LISTS = """
QAbstractItemView { background: $surface; color: $text; border: 0; outline: 0; font-size: $p14; }
QListView, QTableView { selection-background-color: $selected; selection-color: $text; }
QTableView { gridline-color: $line; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $text_muted; border: 0; border-bottom: $p1 solid $line;
  padding: $p6 $p8; font-size: $p13; font-weight: 600; text-align: left;
}
QScrollArea, QScrollArea > QWidget > QWidget#canvas { border: 0; background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: $p12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $p12; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: $p3; margin: $p3; }
QScrollBar::handle:vertical { min-height: $p32; }
QScrollBar::handle:horizontal { min-width: $p32; }
QScrollBar::handle:hover { background: $text_muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_SURFACES = """
#card { background: $surface; border: $p1 solid $line; border-radius: $r_card; }
#card[writing="true"] { border: $p2 solid $accent; }
#surface { background: $surface; border: 0; }
#topLine { background: $canvas; border: 0; border-top: $p1 solid $line; }
#sunken { background: $sunken; border: 0; }
#banner { border-radius: $r_control; border: $p1 solid $neutral_line; background: $neutral_tint; }
#banner[tone="bad"] { border-color: $bad_line; background: $bad_tint; color: $text; }
#banner[tone="caution"] { border-color: $caution_line; background: $caution_tint; color: $text; }
#banner[tone="good"] { border-color: $good_line; background: $good_tint; color: $text; }
#banner[flush="true"] { border-radius: 0; border-left: 0; border-right: 0; border-top: 0; }
#toast { background: $tooltip; border: $p1 solid $line_strong; border-radius: $r_control; }
#toast QLabel { color: $tooltip_text; font-size: $p14; }
#toast QPushButton {
  color: $tooltip_text; background: transparent; border: 0; text-decoration: underline; padding: 0 $p6;
}
#dialog { background: $surface; }
#dialog QScrollBar:vertical { background: $surface; }
#dialog QListWidget::item { padding: $p3 $p2; }
#dialog #paddedRows::item { padding: $p8; border-bottom: $p1 solid $line; }
#dialog QListWidget::item:selected { background: $selected; color: $text; }
#dialogFoot { background: $canvas; border: 0; border-top: $p1 solid $line; }
#palette { background: $surface; border: $p1 solid $line_strong; border-radius: $r_dialog; }
#palette QLineEdit { border: 0; padding: 0; font-size: $p17; background: transparent; }
#surfaceTabs { background: $surface; border: 0; border-bottom: $p1 solid $line; }
#paneFoot { background: $surface; border: 0; border-top: $p1 solid $line; }
#textPage { background: $paper; color: $paper_text; border: $p10 solid $desk; border-radius: 0; padding: $p14 $p20; }
QToolButton[low="true"] { padding: 0; }
QToolButton[framed="true"] { background: $surface; border: $p1 solid $line_strong; }
QToolButton[framed="true"]:hover { background: $hover; }
QPushButton[kind="turner"] {
  background: transparent; border-color: transparent; color: $text_muted; font-weight: 400;
  padding: 0 $p28 0 $p6; min-height: $p26;
}
QPushButton[kind="turner"]:hover { background: $hover; }
QPushButton[aside="true"] { padding: 0 $p1; min-height: $p22; }
QPushButton[tight="true"] { padding: 0 $p3; }
QPushButton[plain="true"] { color: $text; font-weight: 400; }
#paletteFoot {
  background: $canvas; border: 0; border-top: $p1 solid $line;
  border-bottom-left-radius: $p9; border-bottom-right-radius: $p9;
}
#plainList { background: $canvas; }
#guideText { background: $surface; border: 0; }
#desk { background: $desk; border: 0; }
"""

_CONTRAST = """
#banner[flush="true"] { border-top: $p1 solid $neutral_line; }
#banner[flush="true"][tone="bad"] { border-top: $p1 solid $bad_line; }
#banner[flush="true"][tone="caution"] { border-top: $p1 solid $caution_line; }
#banner[flush="true"][tone="good"] { border-top: $p1 solid $good_line; }
QPushButton[link="true"] { text-decoration: underline; }
QPushButton[plain="true"] { text-decoration: none; }
"""

_SMALL = """
QLabel[role="key"] {
  border: $p1 solid $line; border-radius: $r_small; background: $sunken; color: $text_muted;
  padding: 0 $p5; font-size: $p13;
}
#searchBox {
  background: $surface; border: $p1 solid $line_strong; border-radius: $r_control; color: $text_muted;
  text-align: left; font-weight: 400; padding: 0 $p8;
}
#searchBox:hover { background: $hover; }
#barButton { border: $p1 solid transparent; background: transparent; font-weight: 400; padding: 0 $p6; }
#barButton:hover { background: $hover; }
#barButton[tone="caution"] { background: $caution_tint; border-color: $caution_line; }
#segment { border-radius: 0; }
#welcome { background: $rail; border: 0; border-right: $p1 solid $line; }
#welcomeFoot { background: $rail; border: 0; }
#wayIn { background: $surface; border: $p1 solid $line; border-radius: $r_card; padding: 0; font-weight: 400; }
#figure, #due { background: transparent; border: 0; border-radius: $r_control; padding: 0; min-height: 0; font-weight: 400; }
#due { min-height: $p25; }
#figure[follows="true"] { border-left: $p1 solid $line; border-radius: 0; margin: $p10 0; }
#strandTable, #strandTable QHeaderView { background: transparent; }
#strandTable QHeaderView::section { background: transparent; padding: 0; }
#strandTable QHeaderView::section:first { padding-left: $p16; }
#figure:hover, #due:hover { background: $hover; }
#wayIn:hover { background: $hover; border-color: $line_strong; }
"""
