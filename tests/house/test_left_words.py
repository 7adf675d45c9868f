"""Nothing typed is lost with Esc: a dialog with fields is a FormQuestion, and a form that turns between things says so."""

from __future__ import annotations

import ast

from .tree import called, modules

FIELDS = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "LineEntry", "TextEntry", "DayEntry", "NumberEntry", "line_field"}
PLAIN = {
    "ui/widgets/ticking.py",  # its line narrows a list and is no answer
    "ui/dialogs/left_words.py",  # the FormQuestion itself
}
NOT_FORMS = {"ui/widgets/question.py", "ui/key_sheet.py"}  # the question itself; a sheet to look up keys in
REFUSING = {"DayEntry", "NumberEntry"}  # words that are no day or no number cannot be kept
REMEMBERING = {"turning", "bring_back", "FormQuestion", "Editor", "Form", "PartsBox"}
ONE_THING = {
    "ui/widgets/entries.py",  # where they are made
    "ui/pages/settings/evaluation.py",  # the evaluation of the file: there is no other
    "ui/pages/plan/changes_view.py",  # a day to look back to, of no thing
    "ui/pages/report/report_form.py",  # the report under review: another one begins anew
}


def names(tree: ast.Module) -> set[str]:
    """Return what a module names in its code."""
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return found | {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def test_a_dialog_with_fields_remembers_what_is_left() -> None:
    found = []
    for path, tree in modules():
        named, where = names(tree), path.as_posix()
        if where not in PLAIN and "Question" in named and named & FIELDS:
            found.append(f"{where} asks with fields in a plain Question: a FormQuestion remembers them")
        if where not in NOT_FORMS and any(
            isinstance(node, ast.ClassDef) and any(ast.unparse(each) == "QDialog" for each in node.bases)
            for node in ast.walk(tree)
        ):
            found.append(f"{where} makes a dialog of its own: a Question or a FormQuestion is one")
    assert not found, "\n".join(found)


def test_each_form_says_which_fields_it_has() -> None:
    makes = 0
    for path, tree in modules():
        calls = {called(node) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
        if "FormQuestion" in calls or any(
            ast.unparse(base) == "FormQuestion" for each in classes for base in each.bases
        ):
            makes += 1
            assert "remember" in calls, f"{path}: a form that remembers nothing"
    assert makes >= 3, "the forms are found"


def test_a_form_that_turns_between_things_takes_no_words_of_one_to_another() -> None:
    found, looked_at = [], 0
    for path, tree in modules():
        named, where = names(tree), path.as_posix()
        if not named & REFUSING or where in ONE_THING:
            continue
        looked_at += 1
        bases = {ast.unparse(base) for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases}
        if not (named | bases) & REMEMBERING:
            found.append(where)
    assert looked_at >= 8, "the forms are found"
    assert not found, (
        f"{found} hold days or numbers and say nothing of words left in them: see ui/dialogs/left_words.py"
    )
