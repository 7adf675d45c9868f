"""What is said when a plan is imported from a workbook: why a file is refused, and what of a cell could not be taken."""

from __future__ import annotations

from areasef.words.faults import Sentence, register

_NOTHING_TAKEN = "Nothing was taken from it."
_EMPTY = "or leave the cell empty."

register(
    {
        "sheet.not_a_workbook": Sentence(
            "This is not a workbook",
            "{name} is neither an Excel workbook, an OpenDocument spreadsheet nor a CSV table. " + _NOTHING_TAKEN,
            "Choose the file that the plan is kept in, or save it from its own program as .xlsx.",
        ),
        "sheet.unreadable": Sentence(
            "The workbook cannot be read",
            "{name} is damaged, or is not built as a workbook should be. " + _NOTHING_TAKEN,
            "Open it in Excel, save it anew as .xlsx and choose that.",
        ),
        "sheet.locked": Sentence(
            "The workbook is locked",
            "{name} opens only with a password. " + _NOTHING_TAKEN,
            "Save a copy without the password, and choose that.",
        ),
        "sheet.too_large": Sentence(
            "The workbook is too large",
            "{name} is larger than any plan, or unpacks to far more than it should. " + _NOTHING_TAKEN,
            "Copy the sheets of the plan into a new workbook, and choose that.",
        ),
        "sheet.hung": Sentence(
            "Reading was stopped",
            "Reading {name} took more than {seconds} seconds and was stopped. " + _NOTHING_TAKEN,
            "Copy the sheets of the plan into a new workbook, and choose that.",
        ),
        "sheet.nothing_to_keep": Sentence(
            "Nothing to keep",
            "Nothing in {name} differs from what is here, or every row was left out.",
            "Say which columns hold what, or choose another file.",
        ),
        "sheet.bad_sheet": Sentence(
            "Damaged sheet",
            "This sheet could not be read; the others were.",
            "Save the workbook again in Excel and try again.",
        ),
        "sheet.long_sheet": Sentence(
            "Long sheet",
            "Only the first {rows} rows were read.",
            "If the plan goes on below them, move the rest to another workbook.",
        ),
        "sheet.wide_sheet": Sentence(
            "Wide sheet",
            "Only the first {columns} columns were read.",
            "Move the columns of the plan to the left of them.",
        ),
        "sheet.no_plan_found": Sentence(
            "No plan found",
            "No sheet has a row of headings with an action among them.",
            "Choose the sheet and the row of headings, and say which column holds what.",
        ),
        "sheet.error_cell": Sentence(
            "An error of Excel", "The cell shows {error} and holds no value.", "Mend it in the workbook, " + _EMPTY
        ),
        "sheet.not_worked_out": Sentence(
            "A formula without a value",
            "The cell holds {error}, and no program has worked it out.",
            "Open the workbook in Excel, save it and choose it again, " + _EMPTY,
        ),
        "sheet.no_such_day": Sentence("No such day", "{words} is no date.", "Write it as {nearest}, " + _EMPTY),
        "sheet.no_date": Sentence(
            "Not a date", "“{words}” is no date that can be understood.", "Write it like 31 March 2027, " + _EMPTY
        ),
        "sheet.no_day_named": Sentence(
            "No day is named",
            "“{words}” names no day.",
            "Write the day by which it should be done, or the next day it will be looked at, " + _EMPTY,
        ),
        "sheet.no_year": Sentence("No year", "“{words}” has no year.", "Write it like 31 March 2027, " + _EMPTY),
        "sheet.which_quarter": Sentence(
            "Two quarters have this name",
            "“{words}” may count from January or from April.",
            "Write it as Q{number} {year}/{next}, or as a date, " + _EMPTY,
        ),
        "sheet.ends_first": Sentence(
            "Ends before it starts", "{due} is before the start, {starts}. Both are taken as they stand.", "Check them."
        ),
        "sheet.no_number": Sentence(
            "Not a number", "“{words}” is no number.", "Write a number like 26 or 62%, " + _EMPTY
        ),
        "sheet.fraction": Sentence(
            "A fraction among percentages",
            "{words} is taken as it stands, though the numbers beside it are percentages.",
            "Write {percent}% if that is meant.",
        ),
        "sheet.other_unit": Sentence(
            "Not in the measure’s unit",
            "“{words}” is a percentage, and the measure is in {unit}; {number} is taken.",
            "Check it.",
        ),
        "sheet.no_step": Sentence(
            "Not from 1 to 5", "“{words}” is no step from 1 to 5.", "Write 1 (low) to 5 (high), " + _EMPTY
        ),
        "sheet.unknown_word": Sentence(
            "A word that is not known",
            "“{words}” is none of: {known}.",
            "Say under Words what it stands for, " + _EMPTY,
        ),
        "sheet.unknown_strand": Sentence(
            "No such strand", "“{words}” is no strand.", "Write codes like {known}, " + _EMPTY
        ),
        "sheet.unknown_evidence": Sentence(
            "Not in the library",
            "“{words}” names no item of evidence that is here.",
            "Add it under Evidence and write its reference, like E-104, " + _EMPTY,
        ),
        "sheet.unknown_action": Sentence(
            "No such action",
            "“{words}” is no action of this workbook or of the plan, so the row was left out.",
            "Write the reference of its action, like 1.2.",
        ),
        "sheet.unknown_measure": Sentence(
            "No such measure",
            "“{words}” is no measure of this workbook or of the plan, so the row was left out.",
            "Write the reference of its measure, like M3.",
        ),
        "sheet.name_left_out": Sentence(
            "A name that is left out", "{name} was left out.", "Say under Names who it is, if it should be kept."
        ),
        "sheet.one_only": Sentence(
            "More than one name",
            "Only one can stand here: {kept} is taken, {left} was left out.",
            "Put the others in the column of those who take part.",
        ),
        "sheet.wrong_place": Sentence(
            "Not of this kind",
            "{name} is {what}, and this column holds {wanted}; it was left out.",
            "Let the column be read as another, or change the name.",
        ),
        "sheet.not_done": Sentence(
            "Not done yet",
            "It cannot be called done: no evidence that is held shows its effect, and no reason says why it is closed. "
            "It is kept as {kept}.",
            "Name evidence of its effect or write why it is closed, then call it done.",
        ),
        "sheet.loses_reason": Sentence(
            "Needs its reason",
            "The action is done, so what shows its effect or says why it is closed was kept.",
            "Change how it is going first.",
        ),
        "sheet.no_action": Sentence(
            "No action in this row",
            "The row has words but no action, so it was left out.",
            "Write the action in its own column.",
        ),
        "sheet.no_title": Sentence(
            "Nothing to call it by", "The row has no words for what it is about, so it was left out.", "Write them."
        ),
        "sheet.same_key": Sentence(
            "Twice the same",
            "This row is a copy of row {row}, so it is taken as a new one.",
            "Delete it in the workbook if it is not.",
        ),
        "sheet.differs": Sentence(
            "Said in two ways", "It was said otherwise in {place}; what stands there is taken.", "Make both the same."
        ),
        "sheet.no_actions_here": Sentence(
            "References without their actions",
            "The workbook has no row of these actions, and the plan may be numbered anew since; the links stay as they are.",
            "Keep the sheet of actions in the workbook.",
        ),
        "sheet.no_such_ref": Sentence(
            "No such action",
            "“{words}” is no action of this workbook or of the plan, so it was left out.",
            "Write references of actions like 1.2, " + _EMPTY,
        ),
        "sheet.waits_for_itself": Sentence(
            "Each waits for the other",
            "Action {words} depends on this one, itself or by others, so this one cannot depend on it; it was left out.",
            "Decide which of them comes first.",
        ),
        "sheet.other_name": Sentence(
            "Not what it is called",
            "“{words}” is not what {kept} is called, and nothing else is called so; the row stays where it is.",
            "Write the reference of where it belongs, or change the name on its own sheet.",
        ),
        "sheet.not_its_measure": Sentence(
            "Not a measure of its action",
            "“{words}” is no measure of the action that this milestone belongs to; that stays as it is.",
            "Write the reference of one of its measures, like M3.",
        ),
        "sheet.no_day_of_value": Sentence(
            "A value without its day",
            "The value has no day that can be understood, so it was left out.",
            "Write the day.",
        ),
        "sheet.many_measures": Sentence(
            "Which measure?",
            "The action has {count} measures and this cell does not say which it is about, so it was left out.",
            "Give each measure a row of its own, or write as many lines.",
        ),
    }
)
