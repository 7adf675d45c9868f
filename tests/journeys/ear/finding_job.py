"""A plan action for a finding, by ear: from what the inspectors found to an action that answers it. On the demonstration."""

from __future__ import annotations

from tests.journeys.ear.events import Events
from tests.journeys.ear.listener import Listener
from tests.journeys.ear.main_job import tell

_LINES = 12
ACTION = "A health visitor in each nursery every term"


def main() -> None:
    """Do the job, and listen on the way to what Enter, Ctrl N and F1 say."""
    ear, events = Listener(), Events()
    ear.press("push button", "Look round")
    events.focused("Do next")
    for part in (find, answer, act, look, page):
        tell(part.__name__)
        events.forget()
        part(ear, events)
    tell("done")


def find(ear: Listener, events: Events) -> None:
    """Come from the plan to the findings, and to one of them."""
    ear.press("radio button", "Plan")
    events.focused("Priorities and actions")
    ear.press("push button", "More for the plan")
    events.opened("popup menu")
    for _ in range(_LINES):
        events.key("Down")
        if events.lately().startswith("Since the last inspection"):
            break
    events.key("Return")
    events.focused("Findings")
    ear.heard("answered by a priority")


def answer(ear: Listener, events: Events) -> None:
    """Make a priority of the finding: its form is named, and the focus is in its first field."""
    ear.press("push button", "Make a priority of it")
    events.announced(lambda words: words.startswith("Editing the priority "), "that the priority is open")
    events.focused("Priority")
    ear.press("push button", "Done", whole=True)
    events.focused("Priorities and actions")


def act(ear: Listener, events: Events) -> None:
    """Ctrl N names the field it leads to; what is written there is a row of the plan."""
    events.forget()
    events.key("n", "Control")
    events.announced(lambda words: words.startswith("Editing the action New action"), "that a new action is open")
    events.focused("Action")
    ear.write("Action", ACTION)
    ear.press("push button", "Done", whole=True)
    ear.heard(ACTION)


def look(ear: Listener, events: Events) -> None:
    """Enter on its row says what is edited; F1 says which page of the guide it opens."""
    ear.focus("table", "Priorities and actions")
    events.forget()
    events.key("Return")
    events.announced(lambda words: words.startswith(f"Editing the action {ACTION}"), "which action is edited")
    events.focused("Action")
    events.key("F1")
    events.announced(lambda words: words.startswith("The guide: "), "which page of the guide came")
    events.focused("The guide: ")
    events.forget()
    events.key("Down")
    events.caret("The guide: ")
    events.key("Left", "Alt")
    events.focused("Action")


def page(ear: Listener, events: Events) -> None:
    """The picture of a page says that Enter shows it as a text; Enter does, says so, and the caret is told."""
    ear.press("radio button", "Evaluate")
    ear.choose("I3, Right help at the right time")
    ear.choose("E-104")
    picture = ear.find("filler", "Page", whole=True)
    assert "Enter shows it as a text" in str(picture.description), picture.description
    ear.focus("filler", "Page", whole=True)
    events.focused("Page")
    events.key("Return")
    events.announced(lambda words: words.endswith("is shown as a text"), "that it is a text now")
    events.focused("Text of the page")
    events.forget()
    events.key("Right")
    assert events.caret("Text of the page") >= 1
    events.key("Return")
    events.announced(lambda words: words.endswith("is shown as a picture"), "that it is a picture again")
    events.focused("Page")
    named = [str(each.name) for each in ear.showing() if "Search titles and pages" in str(each.name)]
    assert named == ["Search titles and pages (Ctrl F)"], f"the way to search is named once: {named}"


if __name__ == "__main__":
    main()
