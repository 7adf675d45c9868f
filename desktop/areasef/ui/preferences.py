"""What one person prefers on this computer: a small JSON file in the profile folder, never in the workspace."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

import platformdirs

TEXT_SIZES: Final = (90, 100, 110, 125, 150, 175, 200)
THEME_CHOICES: Final = ("system", "light", "dark", "contrast")
PACKS_FOLDER: Final = "frameworks"
"""Inside the profile folder: where a person puts packs of their own."""
_RECENT: Final = 8


def profile_folder() -> Path:
    """Return the folder of this person's settings: AREASEF_PROFILE, else the system's place for them."""
    given = os.environ.get("AREASEF_PROFILE")
    return Path(given) if given else platformdirs.user_config_path("areasef", appauthor=False)


class Preferences:
    """Theme, text size, own name, widths, recent files, where one was in them, and folders. A broken file counts as none; nothing here is work."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = (folder or profile_folder()) / "preferences.json"
        self._held = self._read()

    @property
    def theme(self) -> str:
        """Return the chosen theme; ``system`` follows the computer."""
        value = self._held.get("theme")
        return value if isinstance(value, str) and value in THEME_CHOICES else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._keep("theme", name)

    @property
    def text_size(self) -> int:
        """Return the text size in per cent, 90 to 200."""
        value = self._held.get("text_size")
        return min(200, max(90, value)) if isinstance(value, int) else 100

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._keep("text_size", percent)

    @property
    def own_name(self) -> str:
        """Return the name that stands by what this person writes."""
        value = self._held.get("own_name")
        return value if isinstance(value, str) else ""

    @own_name.setter
    def own_name(self, name: str) -> None:
        self._keep("own_name", name.strip())

    @property
    def pages_as_text(self) -> bool:
        """Return whether pages are shown as their text, as somebody who listens wants them."""
        return self._held.get("pages_as_text") is True

    @pages_as_text.setter
    def pages_as_text(self, wanted: bool) -> None:
        self._keep("pages_as_text", wanted)

    def widths(self, key: str) -> list[int]:
        """Return remembered pane widths of a screen (``key`` names the screen and its size), or an empty list."""
        value = self._section("widths").get(key)
        return [each for each in value if isinstance(each, int)] if isinstance(value, list) else []

    def set_widths(self, key: str, widths: list[int]) -> None:
        """Remember pane widths."""
        self._keep("widths", {**self._section("widths"), key: widths})

    @property
    def recent(self) -> tuple[Path, ...]:
        """Return the workspaces opened last, newest first."""
        value = self._held.get("recent")
        return tuple(Path(each) for each in value if isinstance(each, str)) if isinstance(value, list) else ()

    def note_recent(self, file: Path) -> None:
        """Put a workspace at the head of the recent ones, by a path that holds from any folder."""
        file = file.absolute()
        rest = [str(each) for each in self.recent if each != file]
        self._keep("recent", [str(file), *rest][:_RECENT])

    def folder(self, what: str) -> Path | None:
        """Return the folder in which files of a kind were chosen last."""
        value = self._section("folders").get(what)
        return Path(value) if isinstance(value, str) else None

    def note_folder(self, what: str, folder: Path) -> None:
        """Remember the folder in which files of a kind were chosen."""
        self._keep("folders", {**self._section("folders"), what: str(folder.absolute())})

    def report(self, sha256: str) -> Path | None:
        """Return where a report lies that was looked through on this computer."""
        value = self._section("reports").get(sha256)
        return Path(value) if isinstance(value, str) else None

    def note_report(self, sha256: str, file: Path) -> None:
        """Remember where a report lies that is looked through; only the last few are."""
        rest = [pair for pair in self._section("reports").items() if pair[0] != sha256]
        self._keep("reports", dict([*rest, (sha256, str(file.absolute()))][-_RECENT:]))

    def strand(self, file: Path) -> str:
        """Return the strand that was shown last of a workspace; empty where none is remembered."""
        value = self._section("strands").get(str(file.absolute()))
        return value if isinstance(value, str) else ""

    def note_strand(self, file: Path, strand_id: str) -> None:
        """Remember the strand that is shown of a workspace; only those of the last few are."""
        rest = [pair for pair in self._section("strands").items() if pair[0] != str(file.absolute())]
        self._keep("strands", dict([*rest, (str(file.absolute()), strand_id)][-_RECENT:]))

    def _section(self, name: str) -> dict[str, object]:
        value = self._held.get(name)
        return dict(value) if isinstance(value, dict) else {}

    def _read(self) -> dict[str, object]:
        try:
            held = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) else {}

    def _keep(self, name: str, value: object) -> None:
        if self._held.get(name) == value:
            return
        self._held[name] = value
        beside = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(self._held, indent=1), "utf-8")
            beside.replace(self._file)
        except OSError:
            return  # a locked profile costs a preference, never work
