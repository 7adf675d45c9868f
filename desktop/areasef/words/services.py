"""What the services say when something cannot be done."""

from __future__ import annotations

from areasef.words.faults import Sentence, register

register(
    {
        "evidence.file_missing": Sentence(
            "A file is missing",
            "The workspace does not hold the file of {name}.",
            "What is written about it is safe. Add the file again as a new revision.",
        ),
        "evidence.not_a_file": Sentence(
            "Not a file", "{name} is not a file.", "Choose files, or drop the files of a folder rather than the folder."
        ),
        "evidence.gone": Sentence("Not there any more", "This item is in the bin.", "Restore it from the bin first."),
        "evidence.request_gone": Sentence(
            "Not there any more", "This request is in the bin.", "Restore it from the bin first."
        ),
        "evidence.cannot_open": Sentence(
            "No program opened it",
            "No program on this computer opens {name}. The item is unchanged.",
            "Export the original and open it elsewhere.",
        ),
        "evidence.might_run": Sentence(
            "Not opened from here",
            "{name} is not a kind of document that is opened from here: it could be a program.",
            "If you know who it came from, export the original and open it yourself.",
        ),
        "evidence.nothing_to_paste": Sentence(
            "Nothing to paste", "The clipboard holds no file, picture, text or link.", "Copy something first."
        ),
        "evidence.no_original": Sentence(
            "No original", "This revision is a link or a note; there is no file to write.", "Open the item to read it."
        ),
        "evidence.kept_with_fault": Sentence(
            "Kept, not fully read", "{fault} It is in the library.", "Look at its pages there before you cite it."
        ),
        "citing.not_there": Sentence(
            "Quote not found",
            "The newest file does not hold the quoted words, so the citation stays as it was.",
            "Select the words that show it now, and use them.",
        ),
        "citing.gone": Sentence(
            "Not there any more",
            "The statement or the item of this citation is in the bin.",
            "Restore it from the bin, or remove the citation.",
        ),
        "packs.unusable": Sentence(
            "The framework cannot be used",
            "The framework of {name} has {count} faults, the first of them “{first}”. Nothing was changed.",
            "Mend the pack, check it with “areasef packs check”, and try again.",
        ),
        "plan.done_without_effect": Sentence(
            "Not done yet",
            "“{name}” cannot be called done: no evidence that is held shows its effect, and no reason says why it is closed.",
            "Link evidence of its effect that has come, or write the reason it is closed, then choose Done again.",
        ),
        "plan.waits_for_itself": Sentence(
            "Each waits for the other",
            "“{name}” cannot depend on “{other}”, which depends on it, itself or by other actions.",
            "Decide which of them comes first.",
        ),
        "scheduling.amount": Sentence(
            "Not an interval", "An interval is a whole number from 0 to {most}.", "Type it again; nothing was changed."
        ),
        "scheduling.nothing": Sentence(
            "No dates to export",
            "No date that is still to come is known.",
            "Say when the final report was received and with which outcome, in the plan under Dates.",
        ),
        "publish.cannot_open": Sentence(
            "No program opened it",
            "No program on this computer opens {name}. The file is where you exported it.",
            "Open it on another computer, or read its pages here.",
        ),
        "publish.unknown_document": Sentence(
            "No such document", "There is no document called {name}.", "Choose one of: {known}."
        ),
        "publish.not_final": Sentence(
            "Not final yet",
            "{count} checks must be fixed before a final document. The first: {first}.",
            "Fix them, or export a draft.",
        ),
        "publish.cannot_write": Sentence(
            "Not exported",
            "{name} could not be written to {folder}. Nothing there was changed.",
            "Choose another folder, or ask who looks after this one whether you may write to it.",
        ),
        "publish.held": Sentence(
            "Not exported",
            "{name} in {folder} is open in another program or may not be replaced. It is as it was.",
            "Close it there and export again, or export under another name.",
        ),
        "publish.full": Sentence(
            "Not exported",
            "The disk with {folder} is full. Nothing there was changed.",
            "Make room on it, or choose a folder on another disk.",
        ),
        "publish.no_folder": Sentence(
            "Not exported",
            "There is no folder {folder}, so {name} was not written.",
            "Choose a folder that is there.",
        ),
    }
)
