"""What reading files says: what the file is, what was kept all the same, and what to do."""

from __future__ import annotations

from areasef.words.faults import Sentence, register

_HELD = "The file is kept as it is."

_SOUND_COPY = "Open the original to see what it says, or ask for a sound copy."
register(
    {
        "intake.unreadable": Sentence("Cannot be read", "The file could not be read.", "Check that you may open it."),
        "intake.not_a_file": Sentence(
            "Not a file", "This is no file but a folder or a device.", "Add the files in it."
        ),
        "intake.stopped": Sentence("Stopped", "Reading was stopped. " + _HELD, "Read it again when it is wanted."),
        "intake.empty": Sentence("Empty file", "The file is empty (0 bytes).", "Check where it came from."),
        "intake.too_large": Sentence(
            "Too large",
            "The file has {size} MB; the most that is read is {limit} MB.",
            "Add a link to it, or the pages that matter.",
        ),
        "intake.protected": Sentence(
            "Protected",
            "The file is protected with a password, so its text could not be read. " + _HELD,
            "Add a copy without the password.",
        ),
        "intake.broken_pdf": Sentence(
            "Damaged PDF",
            "The PDF is damaged or cut short, so its text could not be read. " + _HELD,
            "Ask for it again, or save it as a PDF anew.",
        ),
        "intake.broken_document": Sentence(
            "Damaged document",
            "The document is damaged, so its text could not be read. " + _HELD,
            "Open it in its own program and save it anew.",
        ),
        "intake.broken_workbook": Sentence(
            "Damaged workbook",
            "The workbook is damaged, so its sheets could not be read. " + _HELD,
            "Open it in its own program and save it anew.",
        ),
        "intake.broken_picture": Sentence(
            "Damaged picture", "The picture is damaged or too large to draw. " + _HELD, "Save it anew, smaller."
        ),
        "intake.broken_mail": Sentence(
            "Damaged mail",
            "The mail is damaged, so its text could not be read. " + _HELD,
            "Save it from the mail program again.",
        ),
        "intake.cut_mail": Sentence(
            "Mail cut short",
            "The mail ends too early, so only its beginning was read.",
            "Save it from the mail program again.",
        ),
        "intake.unpacks_too_large": Sentence(
            "Unpacks too large",
            "The file unpacks to far more than it should, so it was not read. " + _HELD,
            "Save it anew in its own program.",
        ),
        "intake.unsafe_xml": Sentence(
            "Unsafe document",
            "The document holds instructions that no office program writes, so it was not read. " + _HELD,
            "Ask where it came from.",
        ),
        "intake.hung": Sentence(
            "Reading was stopped",
            "Reading this file took more than {seconds} seconds and was stopped. " + _HELD,
            "Save it as a PDF anew, or cite it as a whole.",
        ),
        "intake.crashed": Sentence(
            "Could not be read",
            "The program that reads files failed on this one and was started again. " + _HELD,
            "Save it as a PDF anew, or cite it as a whole.",
        ),
        "intake.too_much": Sentence(
            "Too much for this computer",
            "Reading this file took more memory than is allowed and was stopped. " + _HELD,
            "Save it as a PDF anew, or cite it as a whole.",
        ),
        "intake.parser_failed": Sentence(
            "Could not be read",
            "The file is not built as its kind should be ({kind}). " + _HELD,
            "Save it anew in its own program.",
        ),
        "intake.no_such_page": Sentence(
            "No such page", "There is no page {page}; the file has {count}.", "Choose a page that is there."
        ),
        "intake.page_unreadable": Sentence(
            "Damaged page",
            "Page {page} is damaged and could not be drawn. The other pages can be read.",
            "Cite another page, or the file as a whole.",
        ),
        "intake.not_drawn": Sentence(
            "Shown as text", "This kind of file is shown as text.", "Open the original to see how it looks."
        ),
        "intake.bad_page": Sentence("Damaged page", "This page could not be read; the others were.", _SOUND_COPY),
        "intake.bad_slide": Sentence("Damaged slide", "This slide could not be read; the others were.", _SOUND_COPY),
        "intake.bad_sheet": Sentence("Damaged sheet", "This sheet could not be read; the others were.", _SOUND_COPY),
        "intake.long_sheet": Sentence(
            "Long sheet",
            "Only the first {rows} rows of this sheet can be searched. The file is kept whole.",
            "Divide the sheet and add the part that you want to cite.",
        ),
        "intake.cut": Sentence(
            "Long text",
            "Only the first {size} MB can be searched. The file is kept whole.",
            "Divide the file and add the part that you want to cite.",
        ),
        "intake.scan": Sentence(
            "A scan",
            "The pages are pictures without text, so their words cannot be searched or quoted.",
            "Cite a page as a whole, or ask for a version with text.",
        ),
        "intake.other_kind": Sentence(
            "Not what its name says",
            "Its name says {claimed}, but it is {real}; it was kept and read as that.",
            "Check that it is the file you meant.",
        ),
        "intake.archive": Sentence(
            "An archive",
            "It is an archive of other files. It is kept as it is; nothing inside it can be searched or quoted.",
            "Unpack it and add the files that matter.",
        ),
        "intake.no_reader": Sentence(
            "Kept as it is",
            "It is kept as it is; no text can be read from this kind of file.",
            "Cite it as a whole.",
        ),
    }
)
