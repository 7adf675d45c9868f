"""What a listener hears of the screens (design guide, section 8), and what a magnifier is told. Run on the demonstration."""

from __future__ import annotations

import re

from tests.journeys.ear import told
from tests.journeys.ear.events import Events
from tests.journeys.ear.listener import Listener
from tests.journeys.ear.main_job import tell

STRAND = (
    r"I3, Right help at the right time\. To improve\. \d+ of \d+ statements backed\. Newest evidence \d+ \w+\. "
    r"Forum differs\. \d+ checks open\."
)
STATEMENT = r"Statement 2 of \d, .+\. (No pages|\d pages?) supports?, (none|\d) challenges?\."


def main() -> None:
    """Go through the screens, saying each before it is listened to."""
    ear, events = Listener(), Events()
    tell("look round")
    ear.press("push button", "Look round")
    events.focused("Do next")
    for part in (overview, evaluate, writing, plan, evidence, menus, found, keys, row_menu, carets, *told.PARTS):
        tell(part.__name__)
        events.forget()
        part(ear, events)
    tell("done")


def overview(ear: Listener, events: Events) -> None:
    """Rows have heads, and a row of a list is told when it is stood on."""
    table = ear.find("table", "Strands").queryTable()
    rows = [str(table.getAccessibleAt(at, 0).name) for at in range(table.nRows)]
    at = next(at for at, words in enumerate(rows) if words.startswith("I3"))
    hold(re.fullmatch(STRAND, rows[at]), rows[at])
    hold(table.getRowDescription(at) == "I3 Right help at the right time", table.getRowDescription(at))
    hold(table.getColumnDescription(1) == "How we see it", table.getColumnDescription(1))
    events.key("Down")
    events.focused("Must fix")


def evaluate(ear: Listener, events: Events) -> None:
    """The focus goes to the statement at hand and to nothing on the way."""
    ear.press("radio button", "Evaluate")
    events.focused("Statement 1 of")
    hold({each[:9] for each in events.passed()} <= {"Do next", "Statement"}, events.passed())
    ear.choose("I3, Right help at the right time")
    ear.press("page tab", "Impact on children")
    said = str(ear.find("panel", "Statement 2 of").name)
    hold(re.match(STATEMENT, said), said)
    hold("Must fix" in said, said)
    ear.find("push button", "Supports, E-")


def writing(ear: Listener, events: Events) -> None:
    """The caret is told, a citation in the text is read as one, and what happens away from the focus is announced."""
    events.forget()
    events.key("F2")
    events.focused("Statement 1 of")
    events.forget()
    events.key("Home", "Control")
    first = events.caret("Statement 1 of")
    text = ear.text_of("text", "Statement 1 of")
    events.forget()
    for _ in range(text.index("\ufffc") - first):
        events.key("Right")
    events.announced(lambda words: words == "citation 1", "citation 1")
    events.key("s", "Control")
    events.announced(lambda words: re.match(r"Saved \d\d:\d\d in ", words), "that it is saved")
    events.key("Escape")


def plan(ear: Listener, events: Events) -> None:
    """A bar of the timeline is words; the table comes before it; a row has a head."""
    ear.press("radio button", "Plan")
    events.focused("Priorities and actions")
    table = ear.find("table", "Priorities and actions").queryTable()
    hold(table.getRowDescription(2).startswith("1.2 "), table.getRowDescription(2))
    hold(table.getColumnDescription(3) == "Delivery", table.getColumnDescription(3))
    ear.heard("October to January, now March. Slipping.")
    names = [str(each.name) for each in ear.showing() if str(each.getRoleName()) == "table"]
    hold(names == ["Priorities and actions", "Timeline, each bar in words"], names)


def evidence(ear: Listener, events: Events) -> None:
    """How many a filter leaves is announced."""
    ear.press("radio button", "Evidence")
    events.focused("Evidence")
    ear.write("Find in titles and pages", "nurser")
    events.announced(lambda words: re.match(r"\d+ of \d+ items", words), "how many were found")


def menus(ear: Listener, events: Events) -> None:
    """Whoever presses a button with a menu gets an answer, and hears the menu's first line, and where Esc leads back to."""
    ear.press("push button", "file menu")
    events.opened("popup menu")
    events.key("Down")
    events.focused("Start a new file")
    events.forget()
    events.key("Escape")
    events.focused("Evidence")


def found(ear: Listener, events: Events) -> None:
    """How many things the palette found is announced with the first of them; each is told as one comes to it by arrows."""
    ear.focus("list", "Evidence", whole=True)
    events.key("k", "Control")
    events.focused("Search statements, pages")
    events.forget()
    ear.write("Search statements, pages", "text")
    said = events.announced(lambda words: re.match(r"\d+ found\. \w", words), "how many were found, and the first")
    events.key("Down")
    second = events.focused("").name
    hold(second not in said, (said, second))
    events.forget()
    events.key("Escape")
    events.focused("Evidence")


def keys(ear: Listener, events: Events) -> None:
    """The keys are a list: nothing of it is read when the sheet opens, each is told by arrows, the count after a pause."""
    events.forget()
    events.key("slash", "Control")
    events.focused("Find a key or what it does")
    labels = [
        str(each.name) for each in ear.showing() if str(each.getRoleName()) == "label" and "Ctrl Z" in str(each.name)
    ]
    hold(not labels, labels)
    ear.write("Find a key or what it does", "alt left")
    events.announced(lambda words: words == "1 found", "how many keys")
    events.key("Down")
    events.focused("Back, Alt Left")
    events.forget()
    events.key("Escape")
    events.focused("Evidence")


def row_menu(ear: Listener, events: Events) -> None:
    """A menu that Shift F10 opens is told with its first line."""
    events.forget()
    events.key("F10", "Shift")
    events.focused("Open")
    events.forget()
    events.key("Escape")
    events.focused("Evidence")


def carets(ear: Listener, events: Events) -> None:
    """A magnifier is led by the caret in every kind of field: a search, a line of a form, its paragraphs, the palette."""
    ear.press("radio button", "Evidence")
    _caret(ear, events, "Find in titles and pages")
    events.key("k", "Control")
    events.focused("Search statements, pages")
    _moves(events, "Search statements, pages", "waits")
    events.key("Escape")
    ear.press("radio button", "Plan")
    events.focused("Priorities and actions")
    events.key("Return")
    events.focused("Action")
    _moves(events, "Action", "w")
    _caret(ear, events, "In detail")
    events.key("Escape")
    ear.press("radio button", "Settings")
    _caret(ear, events, "Your name")


def _caret(ear: Listener, events: Events, field: str) -> None:
    events.forget()
    ear.focus("text", field, whole=True)
    events.focused(field)
    _moves(events, field, "w")


def _moves(events: Events, field: str, typed: str) -> None:
    for letter in typed:
        events.key(letter)
    events.forget()
    events.key("Home")
    events.caret(field)
    events.key("Right")
    events.caret(field, 1)


def hold(true: object, said: object) -> None:
    """Say what was heard where it is not what should be."""
    assert true, said


if __name__ == "__main__":
    main()
