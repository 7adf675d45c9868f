"""What is said when a published report is read: why a file is refused, and what of a report could not be read."""

from __future__ import annotations

from areasef.words.faults import Sentence, register

_NOTHING_TAKEN = "Nothing was taken from it."
_WHICH = "Choose the report that Ofsted published for the area, as the PDF from its website."

register(
    {
        "report.unreadable": Sentence(
            "The file cannot be read",
            "{name} is damaged, or is neither a PDF nor a text. " + _NOTHING_TAKEN,
            "Download the report again from Ofsted’s website.",
        ),
        "report.locked": Sentence(
            "The PDF is locked",
            "{name} opens only with a password. " + _NOTHING_TAKEN,
            "Save a copy without the password, and import that.",
        ),
        "report.no_text": Sentence(
            "The file holds no text",
            "{name} holds pictures of pages, or hardly a word, so there is nothing to read. " + _NOTHING_TAKEN,
            "Download the PDF from Ofsted’s website: a scan cannot be imported.",
        ),
        "report.hung": Sentence(
            "Reading was stopped",
            "Reading {name} took more than {seconds} seconds and was stopped. " + _NOTHING_TAKEN,
            "Download the report again from Ofsted’s website.",
        ),
        "report.already_in": Sentence(
            "This report is already here",
            "The findings of “{title}” that began on {day} are in this workspace. " + _NOTHING_TAKEN,
            "Change them under Findings in Plan, or remove them there and import the report again.",
        ),
        "report.moved": Sentence(
            "The report is not where it was",
            "{name} is no longer in {folder}, or it is another file now. The review waits.",
            "Put it back there, or choose it where it is now: the review of it goes on.",
        ),
        "report.elsewhere": Sentence(
            "The report is not known here",
            "The review of {name} was begun on another computer, and the file itself does not travel with it.",
            "Choose the report where it lies on this one: the review of it goes on.",
        ),
        "report.nothing_chosen": Sentence(
            "No finding is left", "Every finding of {name} was left out. " + _NOTHING_TAKEN, "Keep at least one."
        ),
        "report.old_framework": Sentence(
            "This is a letter of the earlier framework",
            "{name} is about the inspections of 2016 to 2022, which had no outcome of the present three. "
            + _NOTHING_TAKEN,
            "Add it as evidence instead. To import, " + _WHICH[0].lower() + _WHICH[1:],
        ),
        "report.several_outcomes": Sentence(
            "This lists more than one outcome",
            "{name} names several inspection outcomes, so it is about inspections and is not the report of one. "
            + _NOTHING_TAKEN,
            _WHICH,
        ),
        "report.quote_only": Sentence(
            "This quotes a report",
            "{name} quotes an inspection outcome but is not the report itself. " + _NOTHING_TAKEN,
            _WHICH,
        ),
        "report.own_evaluation": Sentence(
            "This is a partnership’s own evaluation",
            "{name} has the order of a report and names an outcome, but no inspectors: a partnership says it of itself. "
            + _NOTHING_TAKEN,
            "Add it as evidence instead. To import, " + _WHICH[0].lower() + _WHICH[1:],
        ),
        "report.monitoring": Sentence(
            "This is about a monitoring inspection",
            "{name} reports on a monitoring inspection, which has no findings of the kind that is imported here. "
            + _NOTHING_TAKEN,
            "Add it as evidence instead.",
        ),
        "report.no_outcome": Sentence(
            "The outcome cannot be found",
            "{name} looks like an inspection report, but no outcome stands under its heading. " + _NOTHING_TAKEN,
            "Check that the file is complete, or download the report again.",
        ),
        "report.something_else": Sentence(
            "This is not an area SEND inspection report",
            "{name} has none of the headings of such a report. " + _NOTHING_TAKEN,
            _WHICH,
        ),
        "report.damaged": Sentence(
            "The file is damaged",
            "The file is damaged in places. What could be read is here, and words may be missing.",
            "Download the report again from Ofsted’s website, or compare each item with it.",
        ),
        "report.page_unreadable": Sentence(
            "A page could not be read", "This page is damaged; the others were read.", "Compare it with the report."
        ),
        "report.footnote": Sentence(
            "A footnote was left out",
            "What stands small at the end of this page belongs to no finding, so nothing was taken from it.",
            "Read it in the report.",
        ),
        "report.too_many_pages": Sentence(
            "Only the first pages were read",
            "The first {read} of {pages} pages were read.",
            "Look through the pages after that, and add what is missing by hand.",
        ),
        "report.no_area": Sentence("No area found", "The title does not name the area.", "Type the area’s name."),
        "report.no_dates": Sentence(
            "No inspection dates found", "The title page shows no dates that can be read.", "Type the dates."
        ),
        "report.no_previous": Sentence(
            "No previous inspection found",
            "The title page shows no date of a previous inspection.",
            "Type it if there was one.",
        ),
        "report.no_next": Sentence(
            "No next inspection found",
            "The outcome does not say when the next full inspection will be.",
            "Choose it if the report says it elsewhere.",
        ),
        "report.no_effective": Sentence(
            "Nothing effective found", "No finding was found under what is effective.", "Add what is missing by hand."
        ),
        "report.no_better": Sentence(
            "Nothing to do better found",
            "No finding was found under what needs to be better.",
            "Add what is missing by hand.",
        ),
        "report.no_improvement": Sentence(
            "No areas for improvement found",
            "Every report has areas for improvement; none were found here.",
            "Add what is missing by hand.",
        ),
        "report.priority_unexpected": Sentence(
            "Areas for priority action were not expected",
            "The outcome is not one of widespread or systemic failings, yet areas for priority action are printed.",
            "Compare them with the report.",
        ),
        "report.priority_missing": Sentence(
            "No areas for priority action found",
            "The outcome is one of widespread or systemic failings, yet no area for priority action was found.",
            "Add what is missing by hand.",
        ),
        "report.loose_text": Sentence(
            "Text without a bullet",
            "This stands before the first finding and was left out: {text}.",
            "Add it by hand if it is a finding.",
        ),
    }
)
