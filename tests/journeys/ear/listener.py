"""A client that has only the accessible tree: what a screen reader can find, hear and press. Needs Debian's pyatspi."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pyatspi
from gi.repository import GLib

T = TypeVar("T")
_PATIENCE_S = 30.0
_BETWEEN_S = 0.1


class NotHeard(AssertionError):  # noqa: N818 - what the listener says, not a kind of error
    """Something that should be there was not; the whole tree is told with it."""


class Listener:
    """Finds things by role and name, and does with them what assistive technology may do."""

    def find(self, role: str, name: str, *, whole: bool = False) -> Any:
        """Return the first thing that shows with this role and name (or, unless ``whole``, a name that holds it)."""

        def look() -> Any:
            for node in self.showing():
                said = str(node.name or "")
                if str(node.getRoleName()) == role and (said == name if whole else name in said):
                    return node
            return None

        return self._patiently(look, f"{role} {name!r}")

    def heard(self, words: str) -> str:
        """Wait until something that shows says these words in its name or description; return all that it says."""

        def look() -> str:
            for node in self.showing():
                said = f"{node.name or ''} | {node.description or ''}"
                if words in said:
                    return said
            return ""

        return self._patiently(look, f"the words {words!r}")

    def press(self, role: str, name: str, *, whole: bool = False) -> None:
        """Press, toggle or pick a control."""
        self.find(role, name, whole=whole).queryAction().doAction(0)

    def focus(self, role: str, name: str, *, whole: bool = False) -> None:
        """Put the focus on something, and wait until it is there: it may have been there before, of which nothing is told."""
        node = self.find(role, name, whole=whole)

        def look() -> bool:
            node.queryComponent().grabFocus()
            node.clear_cache()
            return bool(node.getState().contains(pyatspi.STATE_FOCUSED))

        self._patiently(look, f"the focus on {role} {name!r}")

    def write(self, name: str, words: str) -> None:
        """Put words into a field."""
        self.find("text", name).queryEditableText().setTextContents(words)

    def choose(self, row: str) -> None:
        """Choose a row of a list."""
        node = self.find("list item", row)
        node.parent.querySelection().selectChild(node.getIndexInParent())

    def text_of(self, role: str, name: str) -> str:
        """Return the text that a field or a page reads out."""
        text = self.find(role, name).queryText()
        return str(text.getText(0, text.characterCount))

    def select(self, role: str, name: str, words: str) -> None:
        """Select words in a text that can be read."""
        node = self.find(role, name)

        def look() -> Any:
            text = node.queryText()
            return text if words in str(text.getText(0, text.characterCount)) else None

        text = self._patiently(look, f"{words!r} in the text of {role} {name!r}")
        start = str(text.getText(0, text.characterCount)).index(words)
        if not text.setSelection(0, start, start + len(words)):
            text.addSelection(start, start + len(words))

    def showing(self) -> Iterator[Any]:
        """Walk what shows, in reading order."""
        stack = [each for each in self._children(pyatspi.Registry.getDesktop(0)) if "areasef" in str(each.name)]
        while stack:
            node = stack.pop()
            try:
                node.clear_cache()
                if not node.getState().contains(pyatspi.STATE_SHOWING):
                    continue
                yield node
                stack.extend(reversed(self._children(node)))
            except Exception:
                continue

    def tree(self) -> str:
        """Return what shows, a line each, as somebody looking for a fault would want it."""
        lines = [f"[{each.getRoleName()}] {each.name!r} | {each.description!r}" for each in self.showing()]
        return "\n".join(line for line in lines if not line.endswith("'' | ''"))

    def _children(self, node: Any) -> list[Any]:
        found = (node.getChildAtIndex(at) for at in range(min(node.childCount, 400)))
        return [each for each in found if each is not None]

    def _patiently(self, look: Callable[[], T], what: str) -> T:
        pause = threading.Event()
        for _ in range(int(_PATIENCE_S / _BETWEEN_S)):
            with contextlib.suppress(GLib.GError):  # a thing that went away while it was looked at
                found = look()
                if found:
                    return found
            pause.wait(_BETWEEN_S)
        raise NotHeard(f"did not hear {what}; what shows:\n{self.tree()}")
