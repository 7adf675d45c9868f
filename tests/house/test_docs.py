"""What the documents promise is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import run

from .tree import ROOT, tracked

PAGES = [path for path in tracked() if path.suffix == ".md" and path.parts[0] not in ("assets", "tests")]
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_command_of_the_documents_is_offered(page: Path) -> None:
    verbs = set(re.findall(r"run\.py (\w+)", (ROOT / page).read_text(encoding="utf-8")))
    assert verbs <= run.VERBS.keys(), verbs - run.VERBS.keys()


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = LINK.findall((ROOT / page).read_text(encoding="utf-8"))
    local = [target for target in targets if not re.match(r"\w+:", target)]
    missing = [target for target in local if not (ROOT / page.parent / target).exists() and not to_be_made(target)]
    assert not missing, missing


def to_be_made(target: str) -> bool:
    """Tell whether this is a picture that ``run.py shots`` makes and the verb is not offered yet."""
    return target.startswith("docs/pictures/") and "shots" not in run.offered()


def test_every_path_of_the_map_is_there() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+(?:/|\.\w+|/\d{4}))`", text)
    files = [f"/{path.as_posix()}" for path in tracked()]
    paths = [each for each in named if each.endswith((".py", ".md", "/")) or each.startswith("docs/")]
    missing = [each for each in paths if not any(f"/{each}" in file for file in files)]
    assert len(paths) > 80
    assert not missing, missing


def test_the_readme_shows_a_picture_and_then_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    order = [text.index("!["), text.index("python3 run.py demo"), text.index("python3 run.py test")]
    assert order == sorted(order)
