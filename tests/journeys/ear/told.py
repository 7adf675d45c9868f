"""What is announced while somebody works (design guide, section 8), and where the caret is said to be on a page."""

from __future__ import annotations

import re
from pathlib import Path

from tests.journeys.ear.events import Events
from tests.journeys.ear.listener import Listener


def citing(ear: Listener, events: Events) -> None:
    """A citation is announced with the way back, and so is that it was taken back."""
    ear.press("radio button", "Evaluate")
    ear.choose("I3, Right help at the right time")
    ear.press("page tab", "What we know")
    events.focused("Statement 1 of")
    events.forget()
    ear.press("push button", "Supports", whole=True)
    ear.write("What it says", "Schools say so.")
    ear.press("push button", "Cite it")
    cited = events.announced(lambda words: words.startswith("Cited E-"), "what was cited")
    assert re.fullmatch(r"Cited E-\d+, page \d+ as support\. Ctrl Z takes it back\.", cited), cited
    ear.heard(cited.partition(". Ctrl")[0])  # in the status bar too, where it stays
    events.key("z", "Control")
    events.announced(lambda words: words == "Undone: cite as support", "that it was undone")
    ear.heard("Status bar. Alderbrook.areasef, in Area SEF. ")
    ear.heard("Undone: cite as support")
    cards = [str(each.name) for each in ear.showing() if str(each.name).startswith("Statement ")]
    assert cards == sorted(cards), f"a card that is made anew is met in its place: {cards}"


def reading(ear: Listener, events: Events) -> None:
    """In the picture of a page the words at the caret are announced; in its text the caret is told as in any text."""
    ear.choose("E-104")
    ear.focus("filler", "Page", whole=True)
    events.focused("Page")
    events.forget()
    events.key("Right")
    events.announced(lambda words: words.strip(), "the word at the caret")
    events.key("Right", "Shift")
    events.announced(lambda words: words.startswith("Selected: "), "the words that are selected")
    ear.press("radio button", "Settings")
    ear.press("check box", "Read pages as text")
    ear.press("radio button", "Evaluate")
    ear.focus("text", "Text of the page")
    events.focused("Text of the page")
    events.forget()
    events.key("Right")
    assert events.caret("Text of the page") >= 1


def timeline(ear: Listener, events: Events) -> None:
    """The focus is told for each bar of the timeline."""
    ear.press("radio button", "Plan")
    events.focused("Priorities and actions")
    ear.focus("table", "Timeline")
    events.focused("Timeline")
    events.forget()
    events.key("Down")
    events.focused("milestone")


def adding(ear: Listener, events: Events) -> None:
    """How adding goes is announced, and what came of it."""
    note = Path.home() / "Notes of a visit.txt"
    note.write_text("Three families told us about waits in the north.", "utf-8")
    ear.press("radio button", "Evidence")
    ear.press("push button", "Add evidence")
    ear.press("push button", "Choose files")
    events.focused("File name")
    ear.write("File name", str(note))
    events.key("Return")
    events.forget()
    ear.press("push button", "Add 1 file")
    events.announced(lambda words: words == f"Adding 1 of 1: {note.name}", "that the file is being added")
    events.announced(lambda words: "1 " in words and "added" in words.lower(), "that it was added")


def checking(ear: Listener, events: Events) -> None:
    """What stands in the way of a final document is announced, and the first of it is stood on."""
    ear.press("radio button", "Publish")
    events.focused("Checks before you export")
    events.forget()
    ear.press("push button", "Export final")
    events.announced(lambda words: re.match(r"Final needs \d+ fixes\. The first is marked", words), "what is missing")
    ear.focus("list", "Checks before you export")
    events.key("Down")
    events.focused("Must fix: ")


def exporting(ear: Listener, events: Events) -> None:
    """Where a document went is announced; that one was not written is announced at once."""
    target = Path.home() / "told.pdf"
    _export(ear, target)
    events.announced(lambda words: words == f"Exported to {target}", "where it was exported to")
    events.forget()
    _export(ear, target.with_name("no such folder") / target.name)
    words = events.announced(lambda words: words.startswith("Not exported. "), "that it was not", urgent=True)
    assert "no such folder" in words, words


def saving(ear: Listener, events: Events) -> None:
    """That the work could not be saved is announced at once, and stands where the time stood."""
    kept = Path.home() / "Documents" / "Area SEF"
    kept.rename(kept.with_name("taken away"))
    events.forget()
    events.key("s", "Control")
    events.announced(lambda words: words.startswith("Not saved"), "that it is not saved", urgent=True)
    ear.find("panel", "Not saved")


def _export(ear: Listener, target: Path) -> None:
    ear.press("push button", "Export as draft")
    ear.write("File name", str(target))
    ear.press("push button", "Save", whole=True)


PARTS = (citing, reading, timeline, adding, checking, exporting, saving)
