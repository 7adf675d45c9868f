"""The Qt application: fonts, look, focus ring, and the handler for what nobody expected."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from areasef import resources
from areasef.ui import errors
from areasef.ui.appearance import Appearance
from areasef.ui.edit_menus import PlainKeys
from areasef.ui.entering import Entering
from areasef.ui.focus import FocusRing
from areasef.ui.introducing import Introducing
from areasef.ui.logo import app_icon
from areasef.ui.preferences import Preferences
from areasef.ui.tidying import Tidying

_log = logging.getLogger(__name__)
_FONTS: Final = ("Regular", "It", "Semibold", "SemiboldIt", "Bold")


def build(arguments: Sequence[str], preferences: Preferences) -> QApplication:
    """Return the one application, dressed as this person wants it."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        app = QApplication(list(arguments))
    app.setApplicationName("areasef")
    app.setApplicationDisplayName("Area SEF")
    app.setDesktopFileName("areasef")
    app.setStyle("Fusion")
    app.setWindowIcon(app_icon())
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    add_fonts()
    if app.findChild(FocusRing) is None:
        FocusRing(app)
        Entering(app)
        Introducing(app)
        PlainKeys(app)
        Tidying(app).begin()
    Appearance(preferences, app).refresh()
    return app


def add_fonts() -> None:
    """Register the fonts that ship; a missing one is logged and the system's own is used."""
    for weight in _FONTS:
        file = resources.font(f"SourceSans3-{weight}.ttf")
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            _log.warning("font not loaded: %s", file.name)


def catch_everything() -> None:
    """Let what nobody expected be logged and said, with an apology, and let the work go on."""
    sys.excepthook = _last_resort


def _last_resort(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not isinstance(error, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    _log.error("unexpected error", exc_info=(kind, error, trace))
    app = QApplication.instance()
    if isinstance(app, QApplication):
        errors.apology(QApplication.activeWindow(), errors.said(error), error).exec()
