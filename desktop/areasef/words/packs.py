"""What is said of a framework pack: the fault, in words that an analyst who writes packs can act on."""

from __future__ import annotations

from areasef.words.faults import Sentence, register

register(
    {
        "packs.no_framework": Sentence("No pack", "There is no framework.toml here.", "Choose the folder of a pack."),
        "packs.not_a_folder": Sentence(
            "Not a folder", "A pack is a folder, and this is none.", "Choose the folder that holds framework.toml."
        ),
        "packs.no_strands": Sentence(
            "No strands", "No strand could be read.", "Add at least one file to the folder strands."
        ),
        "packs.bad_toml": Sentence("Not TOML", "The file is not valid TOML: {why}.", "Mend that line."),
        "packs.unreadable": Sentence("Cannot be read", "The file cannot be read as UTF-8 text.", "Save it as UTF-8."),
        "packs.too_large": Sentence(
            "Too large", "The file is larger than 4 MB.", "Divide it, or take out what does not belong."
        ),
        "packs.missing_id": Sentence(
            "No id", "The entry has no id.", "Give it one that no other entry has, and never change it."
        ),
        "packs.missing_source": Sentence(
            "No source", "The entry has no source.", "Say which document and paragraph it comes from."
        ),
        "packs.missing_key": Sentence("Missing", "This key is missing or empty.", "Add it."),
        "packs.missing_list": Sentence("Missing", "This list is missing.", "Add at least one entry."),
        "packs.unknown_key": Sentence("Unknown key", "This key is not known.", "Known here: {known}."),
        "packs.not_a_table": Sentence("Not a table", "A table is expected here.", "Write it as [name] or [[name]]."),
        "packs.not_a_list": Sentence("Not a list", "A list of tables is expected here.", "Write each as [[name]]."),
        "packs.not_one_of": Sentence(
            "Not a known value", "“{given}” is not one of the values that are known.", "Use one of: {known}."
        ),
        "packs.wrong_type": Sentence("Wrong kind of value", "The value should be {wanted}.", "Change it."),
        "packs.empty": Sentence(
            "Empty", "The text is empty.", "Write it, or leave the key out where it may be left out."
        ),
        "packs.double_id": Sentence(
            "Used twice", "The id {id} is used twice; the second entry was left out.", "Give it another."
        ),
        "packs.out_of_range": Sentence(
            "Out of range", "{given} is not a number from 1 to {most}.", "Use a number from 1 to {most}."
        ),
        "packs.unknown_reference": Sentence(
            "Not found", "“{id}” is not in the list {list}.", "Add it there, or mend the id."
        ),
    }
)
