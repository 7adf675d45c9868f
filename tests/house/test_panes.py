"""Whether a pane is seen, the panes say: a page that hides one itself sees it come back when the window folds."""

from __future__ import annotations

import ast

from .tree import at, modules

_ACTS = {"hide", "show", "setVisible", "setHidden"}


def test_no_page_hides_or_shows_what_is_a_pane() -> None:
    found, panes = [], 0
    for path, tree in modules():
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        made = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Pane"]
        widgets = {ast.unparse(call.args[1]) for call in made if len(call.args) > 1}
        panes += len(widgets)
        for call in calls:
            act = call.func
            if isinstance(act, ast.Attribute) and act.attr in _ACTS and ast.unparse(act.value) in widgets:
                found.append(f"{at(path, call)}")
    assert panes > 10, "the panes of pages are found"
    assert not found, f"a pane is hidden or shown in {', '.join(found)}: Panes.close_pane and show_pane do that"
