"""Colours, type sizes, spacing and status shapes: one set for screen and paper.

Sizes are pixels at 100 % on screen and points on paper. Nothing else in the code names a colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FONT_FAMILY: Final = "Source Sans 3"
FONT_FALLBACKS: Final = ("Segoe UI", "Noto Sans", "DejaVu Sans", "sans-serif")


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour role of one theme, as #RRGGBB; the scrim also carries an opacity from 0 to 1."""

    name: str
    canvas: str
    surface: str
    sunken: str
    hover: str
    selected: str
    selected_hover: str
    line: str
    line_strong: str
    rail: str
    text: str
    text_muted: str
    on_dark: str
    accent: str
    accent_hover: str
    accent_text: str
    on_accent: str
    accent_tint: str
    accent_line: str
    focus: str
    focus_halo: str
    good: str
    good_text: str
    good_tint: str
    good_line: str
    caution: str
    caution_text: str
    caution_tint: str
    caution_line: str
    bad: str
    bad_text: str
    bad_tint: str
    bad_line: str
    neutral: str
    neutral_text: str
    neutral_tint: str
    neutral_line: str
    quote_for: str
    quote_for_line: str
    quote_against: str
    quote_against_line: str
    paper: str
    paper_text: str
    paper_muted: str
    desk: str
    chart1: str
    chart2: str
    chart3: str
    chart_band: str
    chart_grid: str
    heat1: str
    heat2: str
    heat3: str
    tooltip: str
    tooltip_text: str
    scrim: str
    scrim_opacity: float


LIGHT: Final = Theme(
    name="light",
    canvas="#F6F5F2",
    surface="#FFFFFF",
    sunken="#EFEDE9",
    hover="#F3F1ED",
    selected="#E1EDF0",
    selected_hover="#D5E5EA",
    line="#E0DDD7",
    line_strong="#7B7F80",
    rail="#F0EEEA",
    text="#1A2125",
    text_muted="#525B60",
    on_dark="#FFFFFF",
    accent="#0E5A72",
    accent_hover="#0A4658",
    accent_text="#0E5A72",
    on_accent="#FFFFFF",
    accent_tint="#E1EDF0",
    accent_line="#9CC0CB",
    focus="#0B1114",
    focus_halo="#FFC83D",
    good="#1C7A4C",
    good_text="#145C38",
    good_tint="#E3F1E8",
    good_line="#A6CFB7",
    caution="#AD6800",
    caution_text="#744500",
    caution_tint="#FBF0DB",
    caution_line="#E2BE84",
    bad="#B5281F",
    bad_text="#8F1D16",
    bad_tint="#FBEBE8",
    bad_line="#E5B3AC",
    neutral="#687075",
    neutral_text="#4A5358",
    neutral_tint="#EFEDE9",
    neutral_line="#CFCBC4",
    quote_for="#FFF0B8",
    quote_for_line="#8A6A00",
    quote_against="#F8DEDA",
    quote_against_line="#8F1D16",
    paper="#FFFFFF",
    paper_text="#1A2125",
    paper_muted="#525B60",
    desk="#E4E1DB",
    chart1="#0E5A72",
    chart2="#1A2125",
    chart3="#7A5C8E",
    chart_band="#E8E5DF",
    chart_grid="#E6E3DD",
    heat1="#E9F1F3",
    heat2="#D3E5EA",
    heat3="#BAD6DF",
    tooltip="#1A2125",
    tooltip_text="#FFFFFF",
    scrim="#141A1E",
    scrim_opacity=0.46,
)
DARK: Final = Theme(
    name="dark",
    canvas="#14181B",
    surface="#1B2024",
    sunken="#111517",
    hover="#232A2F",
    selected="#1A3642",
    selected_hover="#20414F",
    line="#2E363C",
    line_strong="#7F8C94",
    rail="#111517",
    text="#E8ECEE",
    text_muted="#A7B3BA",
    on_dark="#FFFFFF",
    accent="#7CC5DB",
    accent_hover="#9AD5E6",
    accent_text="#8ECFE2",
    on_accent="#06222C",
    accent_tint="#17333E",
    accent_line="#3C6D7E",
    focus="#FFFFFF",
    focus_halo="#B98300",
    good="#5DC491",
    good_text="#8BDDB1",
    good_tint="#14301F",
    good_line="#2F6B4B",
    caution="#E2A33A",
    caution_text="#F2C271",
    caution_tint="#33270F",
    caution_line="#7A5C20",
    bad="#F0837A",
    bad_text="#F8ABA4",
    bad_tint="#3A1B18",
    bad_line="#864039",
    neutral="#93A0A7",
    neutral_text="#B4BFC5",
    neutral_tint="#242B30",
    neutral_line="#475259",
    quote_for="#FBE7A1",
    quote_for_line="#8A6A00",
    quote_against="#F3CFCA",
    quote_against_line="#8F1D16",
    paper="#ECE9E3",
    paper_text="#1A2125",
    paper_muted="#4B5459",
    desk="#0E1214",
    chart1="#7CC5DB",
    chart2="#E8ECEE",
    chart3="#C3A5D6",
    chart_band="#262D32",
    chart_grid="#2A3237",
    heat1="#1B2A31",
    heat2="#1D3844",
    heat3="#214957",
    tooltip="#E8ECEE",
    tooltip_text="#14181B",
    scrim="#05080A",
    scrim_opacity=0.62,
)
CONTRAST: Final = Theme(
    name="contrast",
    canvas="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#1C1C1C",
    selected="#003A4A",
    selected_hover="#004B60",
    line="#FFFFFF",
    line_strong="#FFFFFF",
    rail="#000000",
    text="#FFFFFF",
    text_muted="#F0F0F0",
    on_dark="#FFFFFF",
    accent="#6FE3FF",
    accent_hover="#B4F1FF",
    accent_text="#6FE3FF",
    on_accent="#000000",
    accent_tint="#000000",
    accent_line="#6FE3FF",
    focus="#FFE600",
    focus_halo="#000000",
    good="#7DF5A8",
    good_text="#7DF5A8",
    good_tint="#000000",
    good_line="#7DF5A8",
    caution="#FFD24D",
    caution_text="#FFD24D",
    caution_tint="#000000",
    caution_line="#FFD24D",
    bad="#FF9D96",
    bad_text="#FF9D96",
    bad_tint="#000000",
    bad_line="#FF9D96",
    neutral="#FFFFFF",
    neutral_text="#FFFFFF",
    neutral_tint="#000000",
    neutral_line="#FFFFFF",
    quote_for="#FFF3B0",
    quote_for_line="#000000",
    quote_against="#FFD9D5",
    quote_against_line="#7A0000",
    paper="#FFFFFF",
    paper_text="#000000",
    paper_muted="#222222",
    desk="#000000",
    chart1="#6FE3FF",
    chart2="#FFFFFF",
    chart3="#FFD24D",
    chart_band="#2B2B2B",
    chart_grid="#4D4D4D",
    heat1="#000000",
    heat2="#00313F",
    heat3="#004A5F",
    tooltip="#FFFFFF",
    tooltip_text="#000000",
    scrim="#000000",
    scrim_opacity=0.8,
)
THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A text style on screen: size and line height in pixels at 100 %, and weight."""

    size: int
    line: int
    weight: int = 400


TYPE: Final = {
    "meta": TypeSize(13, 18, 400),
    "meta_strong": TypeSize(13, 18, 600),
    "label": TypeSize(14, 20, 600),
    "table": TypeSize(14, 20, 400),
    "body": TypeSize(15, 22, 400),
    "body_strong": TypeSize(15, 22, 600),
    "statement": TypeSize(16, 25, 400),
    "section": TypeSize(16, 22, 600),
    "title": TypeSize(22, 28, 600),
    "figure": TypeSize(28, 32, 600),
    "meeting_body": TypeSize(24, 36, 400),
    "meeting_question": TypeSize(32, 42, 600),
}

# Paper: size and leading in points.
PAPER_TYPE: Final = {
    "body": (10.0, 14.0),
    "table": (9.0, 12.5),
    "meta": (8.5, 11.5),
    "h1": (24.0, 29.0),
    "h2": (15.0, 19.0),
    "h3": (11.5, 15.0),
    "cover": (34.0, 38.0),
}

RADIUS: Final = {"small": 4, "control": 6, "card": 8, "dialog": 10}
SIZE: Final = {
    "title_bar_native": 32,
    "top_bar": 48,
    "rail": 88,
    "status_bar": 28,
    "page_header": 60,
    "control": 32,
    "control_small": 28,
    "row": 36,
    "row_two_line": 52,
    "chip": 22,
    "icon": 18,
    "icon_rail": 20,
    "shape": 14,
    "hit_min": 24,
    "scroll_bar": 12,
}
BORDER: Final = {"hair": 1, "input": 1, "selected_bar": 3, "focus": 2, "contrast_theme": 1}
MOTION_MS: Final = 120
"""Nothing on screen moves for longer."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A status: its word, its colour role, and its outline on a 16 by 16 grid (F role colour, C background)."""

    word: str
    role: str
    svg: str


SHAPES: Final[dict[str, dict[str, Shape]]] = {
    "self_view": {
        "strength": Shape(
            "Strength",
            "good",
            "<circle cx='8' cy='8' r='7' fill='F'/><path d='M4.8 8.3l2.2 2.2 4.2-4.6' fill='none'"
            " stroke='C' stroke-width='1.9' stroke-linecap='round' stroke-linejoin='round'/>",
        ),
        "mixed": Shape(
            "Mixed",
            "caution",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='F' stroke-width='1.6'/><path d='M8"
            " 1.8a6.2 6.2 0 0 0 0 12.4z' fill='F'/>",
        ),
        "to_improve": Shape(
            "To improve",
            "bad",
            "<path d='M8 .8L15.2 8 8 15.2.8 8z' fill='F'/>",
        ),
        "none": Shape(
            "No view yet",
            "neutral",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='F' stroke-width='1.5' stroke-dasharray='2.6 2.27'/>",
        ),
    },
    "check": {
        "must": Shape(
            "Must fix",
            "bad",
            "<path d='M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5z' fill='F'/><path d='M8 4.2v4.6M8 11.6v."
            "3' stroke='C' stroke-width='1.9' stroke-linecap='round'/>",
        ),
        "look": Shape(
            "Look at",
            "caution",
            "<path d='M8 1.2L15.4 14.4H.6z' fill='F' stroke='F' stroke-width='1' stroke-linejoin="
            "'round'/><path d='M8 6v4M8 12.1v.2' stroke='C' stroke-width='1.7' stroke-linecap='ro"
            "und'/>",
        ),
        "note": Shape(
            "Note",
            "neutral",
            "<circle cx='8' cy='8' r='6.4' fill='none' stroke='F' stroke-width='1.5'/><path d='M8"
            " 7.4v3.8M8 4.9v.2' stroke='F' stroke-width='1.7' stroke-linecap='round'/>",
        ),
        "pass": Shape(
            "Passed",
            "good",
            "<path d='M2.6 8.6l3.6 3.7 7.2-8' fill='none' stroke='F' stroke-width='2.2' stroke-li"
            "necap='round' stroke-linejoin='round'/>",
        ),
    },
    "delivery": {
        "done": Shape(
            "Done",
            "good",
            "<rect x='1.5' y='1.5' width='13' height='13' rx='2.5' fill='F'/><path d='M4.6 8.3l2."
            "3 2.3 4.5-4.9' fill='none' stroke='C' stroke-width='1.9' stroke-linecap='round' stro"
            "ke-linejoin='round'/>",
        ),
        "on_track": Shape(
            "On track",
            "good",
            "<rect x='2.2' y='2.2' width='11.6' height='11.6' rx='2' fill='none' stroke='F' strok"
            "e-width='1.5'/><path d='M5 8h5.4M8.2 5.4L10.8 8l-2.6 2.6' fill='none' stroke='F' str"
            "oke-width='1.6' stroke-linecap='round' stroke-linejoin='round'/>",
        ),
        "slipping": Shape(
            "Slipping",
            "caution",
            "<rect x='2.2' y='2.2' width='11.6' height='11.6' rx='2' fill='none' stroke='F' strok"
            "e-width='1.5'/><path d='M2.2 8h11.6v3.8a2 2 0 0 1-2 2H4.2a2 2 0 0 1-2-2z' fill='F'/>",
        ),
        "late": Shape(
            "Off track",
            "bad",
            "<rect x='1.5' y='1.5' width='13' height='13' rx='2.5' fill='F'/><path d='M5.2 5.2l5."
            "6 5.6M10.8 5.2l-5.6 5.6' stroke='C' stroke-width='1.9' stroke-linecap='round'/>",
        ),
        "not_due": Shape(
            "Not due",
            "neutral",
            "<rect x='2.2' y='2.2' width='11.6' height='11.6' rx='2' fill='none' stroke='F' strok"
            "e-width='1.5' stroke-dasharray='2.6 2.2'/>",
        ),
        "going": Shape(
            "In progress",
            "accent",
            "<rect x='2.2' y='2.2' width='11.6' height='11.6' rx='2' fill='none' stroke='F' strok"
            "e-width='1.5'/><circle cx='5.3' cy='8' r='1.1' fill='F'/><circle cx='8' cy='8' r='1."
            "1' fill='F'/><circle cx='10.7' cy='8' r='1.1' fill='F'/>",
        ),
    },
    "freshness": {
        "current": Shape(
            "Current",
            "neutral",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='F' stroke-width='1.4'/><path d='M8"
            " 4.4V8h2.4' fill='none' stroke='F' stroke-width='1.4' stroke-linecap='round' stroke-"
            "linejoin='round'/>",
        ),
        "ageing": Shape(
            "Ageing",
            "caution",
            "<circle cx='8' cy='8' r='6.2' fill='none' stroke='F' stroke-width='1.4'/><path d='M8"
            " 8V4.2A3.8 3.8 0 1 1 4.2 8z' fill='F'/>",
        ),
        "stale": Shape(
            "Stale",
            "bad",
            "<circle cx='8' cy='8' r='7' fill='F'/><path d='M8 4v4.2l2.6 1.7' fill='none' stroke="
            "'C' stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'/>",
        ),
    },
    "direction": {
        "for": Shape(
            "Supports",
            "good",
            "<path d='M8 3.2v9.6M3.2 8h9.6' stroke='F' stroke-width='2.2' stroke-linecap='round'/>",
        ),
        "against": Shape(
            "Challenges",
            "bad",
            "<path d='M3.2 8h9.6' stroke='F' stroke-width='2.4' stroke-linecap='round'/>",
        ),
    },
    "confidence": {
        "high": Shape(
            "High",
            "neutral",
            "<rect x='2' y='9.5' width='3' height='4.5' rx='.8' fill='F'/><rect x='6.5' y='6' wid"
            "th='3' height='8' rx='.8' fill='F'/><rect x='11' y='2.5' width='3' height='11.5' rx="
            "'.8' fill='F'/>",
        ),
        "medium": Shape(
            "Medium",
            "neutral",
            "<rect x='2' y='9.5' width='3' height='4.5' rx='.8' fill='F'/><rect x='6.5' y='6' wid"
            "th='3' height='8' rx='.8' fill='F'/><rect x='11.5' y='3' width='2' height='10.5' rx="
            "'.6' fill='none' stroke='F' stroke-width='1'/>",
        ),
        "low": Shape(
            "Low",
            "neutral",
            "<rect x='2' y='9.5' width='3' height='4.5' rx='.8' fill='F'/><rect x='7' y='6.5' wid"
            "th='2' height='7' rx='.6' fill='none' stroke='F' stroke-width='1'/><rect x='11.5' y="
            "'3' width='2' height='10.5' rx='.6' fill='none' stroke='F' stroke-width='1'/>",
        ),
    },
}
