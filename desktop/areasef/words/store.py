"""What the store says about files: what happened, what is safe, what to do."""

from __future__ import annotations

from areasef.words.faults import Sentence, register

_SAFE = "Nothing in it was changed."
_KEPT = "Your work is kept in the working copy on this computer."

register(
    {
        "store.not_there": Sentence(
            "File not found", "{name} is not in {folder}.", "Look for it, or open a recent file."
        ),
        "store.unreadable": Sentence("Cannot be read", "{name} could not be read.", "Check that you may open it."),
        "store.empty": Sentence(
            "Empty file", "{name} is empty; no workspace can be read from it.", "Look for a backup or a copy of it."
        ),
        "store.not_a_workspace": Sentence(
            "Not a workspace",
            "{name} is not an Area SEF workspace, or it is protected. " + _SAFE,
            "Choose a file that ends in .areasef.",
        ),
        "store.foreign": Sentence(
            "Another program’s file",
            "{name} is a database of another program. " + _SAFE,
            "Choose a file that ends in .areasef.",
        ),
        "store.newer": Sentence(
            "Made by a newer version",
            "{name} was made by a newer version of Area SEF. " + _SAFE,
            "Update Area SEF on this computer, or ask for a copy.",
        ),
        "store.damaged": Sentence(
            "Damaged file",
            "{name} is damaged and cannot be opened. " + _SAFE,
            "Open the backup beside it, whose name ends in .bak.areasef.",
        ),
        "store.damaged_now": Sentence(
            "The disk gave back damaged data",
            "The working copy cannot be read. The file itself was not changed.",
            "Close Area SEF, copy the file to another disk, and open it there.",
        ),
        "store.in_use": Sentence(
            "Open elsewhere",
            "{who} has this file open on {host}, since {since}.",
            "Open it read only, or ask them to close it.",
        ),
        "store.in_use_elsewhere": Sentence(
            "Open on another computer",
            "{who} has this file open on {host}, since {since}.",
            "Open it read only. Take it over only if you know that computer no longer has it.",
        ),
        "store.read_only": Sentence(
            "Read only", "This file is open read only; nothing can be changed.", "Save a copy and work in that."
        ),
        "store.folder_read_only": Sentence(
            "Read-only folder",
            "Nothing can be written in {folder}.",
            "Open the file read only, or copy it to a folder of your own.",
        ),
        "store.folder_gone": Sentence(
            "The folder is gone",
            "{folder} is no longer there: a drive was taken out, or a folder moved or renamed. Your work is kept on this computer.",
            "Put it back and save again, or save a copy elsewhere.",
        ),
        "store.path_too_long": Sentence(
            "The name is too long",
            "The name of {name}, with the folders above it, is longer than this computer can take.",
            "Choose a shorter name, or a folder nearer to the top of the disk.",
        ),
        "store.file_read_only": Sentence(
            "Read-only file",
            "{name} may not be changed by you, so work in it could not be saved.",
            "Open it read only, or save a copy and work in that.",
        ),
        "store.full": Sentence(
            "The disk is full",
            "The disk is full. What was kept before is safe.",
            "Make room, or save a copy on another disk.",
        ),
        "store.busy": Sentence(
            "Busy", "The workspace is being written by another task. Nothing was lost.", "Try again in a moment."
        ),
        "store.disk": Sentence(
            "The disk did not answer",
            "The disk could not be read or written. What was kept before is safe.",
            "Check the disk and try again.",
        ),
        "store.no_room_to_open": Sentence(
            "No room to open it",
            "There is no room on this computer for a working copy of {name}. " + _SAFE,
            "Make room and open it again.",
        ),
        "store.exists": Sentence(
            "Already there", "There is a file called {name} already. " + _SAFE, "Open it, or choose another name."
        ),
        "store.same_file": Sentence(
            "The same file", "{name} is the file that is open.", "Choose another name for the copy."
        ),
        "store.no_folder": Sentence("No such folder", "There is no folder {folder}.", "Choose a folder that exists."),
        "store.cannot_write": Sentence(
            "Not written",
            "{name} could not be written to {folder}.",
            "Check that the folder exists and the disk has room.",
        ),
        "store.publish_failed": Sentence(
            "Not in the file yet", "{name} could not be written. " + _KEPT, "Save elsewhere, or try again."
        ),
        "store.moved_on": Sentence(
            "The file was changed by somebody else",
            "{name} has changed since you opened it, so it was not replaced. " + _KEPT,
            "Save a copy of your work beside it, and open both.",
        ),
        "store.other_file_there": Sentence(
            "Another file stands there",
            "{name} is no longer this workspace, so it was not replaced. " + _KEPT,
            "Save a copy of your work under another name.",
        ),
        "store.empty_file": Sentence(
            "Empty file",
            "{name} is empty (0 bytes), so there is nothing to keep.",
            "Check where it came from, and add it again.",
        ),
        "store.file_too_large": Sentence(
            "Too large",
            "{name} has {size} MB; the most that a workspace holds is {limit} MB a file.",
            "Add a link to it, or the pages that matter.",
        ),
        "store.no_room": Sentence(
            "No room",
            "There is no room on this disk for {name} ({size} MB). Nothing was added.",
            "Make room and add it again.",
        ),
        "store.unreadable_file": Sentence(
            "Cannot be read", "{name} could not be read.", "Check that you may open it, and add it again."
        ),
        "store.file_changed": Sentence(
            "Changed while it was read",
            "{name} changed while it was being added, so it was not kept.",
            "Close it in the other program, and add it again.",
        ),
        "store.stopped": Sentence("Stopped", "{name} was not added.", "Add it again when it suits you."),
        "store.no_original": Sentence(
            "Not held", "The workspace does not hold this file.", "Add it again as a new revision."
        ),
        "store.original_damaged": Sentence(
            "Damaged original",
            "The bytes of {name} are not those that were added.",
            "Put the file there again in Evidence.",
        ),
        "store.verify_stopped": Sentence(
            "Stopped",
            "The check was stopped before its end. Nothing was changed.",
            "Start it again when there is time.",
        ),
        "store.verify_structure": Sentence(
            "Structure", "The file’s structure is damaged.", "Open the backup beside it."
        ),
        "store.verify_keys": Sentence(
            "Rows", "Rows of this table point to rows that are not there.", "Open the backup beside it."
        ),
        "store.verify_trigger": Sentence(
            "Log", "This part of the change log is switched off.", "Open the backup beside it."
        ),
        "store.verify_log": Sentence(
            "Log", "This entry of the change log does not agree with its hash.", "Compare with a backup."
        ),
        "store.verify_row": Sentence(
            "Row", "This row is not what was last written to it.", "Compare it with a backup."
        ),
        "store.verify_page": Sentence(
            "Page", "The stored text of this page does not agree with its hash.", "Read the file again."
        ),
        "store.verify_absent": Sentence(
            "Original", "The bytes of this file are not in the workspace.", "Put the file there again in Evidence."
        ),
        "store.verify_original": Sentence(
            "Original",
            "The bytes of this original do not agree with its SHA-256.",
            "Put the file there again in Evidence.",
        ),
    }
)
