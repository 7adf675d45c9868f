"""The main job by ear: new workspace, strand, statement, evidence, cite, export. Run with a display and a bus of its own.

usage: python3 main_job.py SURVEY_PDF FOLDER
"""

from __future__ import annotations

import sys

from tests.journeys.ear.listener import Listener

QUOTE = "61 of 84 teachers said the programme had reached them"


def tell(step: str) -> None:
    """Say which step begins, for whoever looks for a fault."""
    sys.stdout.write(f"{step}\n")
    sys.stdout.flush()


def main(survey: str, folder: str) -> None:
    """Do the job, saying each step before it is done."""
    ear = Listener()
    start(ear)
    listen(ear)
    ear.press("radio button", "Evaluate")
    ear.choose("I3, Right help at the right time")
    ear.press("page tab", "Impact on children")
    ear.press("push button", "Add a statement")
    ear.write("Statement 1 of 1", "Most teachers said the programme had reached them in time.")
    ear.heard("10 words")
    add(ear, survey)
    cite(ear)
    export(ear, folder)
    tell("done")


def start(ear: Listener) -> None:
    """Begin an area."""
    tell("start an area")
    ear.write("Area name", "Alderbrook")
    ear.write("Council", "Alderbrook Council")
    ear.write("Parent carer forum", "Alderbrook Parent Carer Forum")
    ear.press("push button", "Create the evaluation")


def listen(ear: Listener) -> None:
    """Ask for pages that can be read aloud."""
    tell("read pages as text")
    ear.press("radio button", "Settings")
    ear.press("check box", "Read pages as text")


def add(ear: Listener, survey: str) -> None:
    """Add a file as evidence."""
    tell("add evidence")
    ear.press("radio button", "Evidence")
    ear.press("push button", "Choose files")
    ear.write("File name", survey)
    ear.press("push button", "Open", whole=True)
    ear.press("push button", "Add 1 file")
    ear.heard("PDF, 2 pages")


def cite(ear: Listener) -> None:
    """Cite words of a page for the statement."""
    tell("cite a page")
    ear.press("radio button", "Evaluate")
    ear.choose("E-101")
    ear.heard("Page 2 of 2")
    ear.select("text", "Text of the page", QUOTE)
    ear.heard(f"Selected: {QUOTE}")
    ear.press("push button", "Supports")
    ear.heard("Supports, E-101, page 2")
    ear.heard("1 page supports")
    ear.press("push button", "Done")


def export(ear: Listener, folder: str) -> None:
    """Export the self-evaluation."""
    tell("export")
    ear.press("radio button", "Publish")
    ear.press("push button", "Export as draft")
    ear.write("File name", f"{folder}/by-ear.pdf")
    ear.press("push button", "Save", whole=True)
    ear.find("push button", "Copy the SHA-256")  # stands there once the file is written, not while it is


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
