"""run.py: what it offers, and what it says when it cannot."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import run

from .tree import ROOT


def do(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "run.py", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_it_lists_only_the_verbs_whose_code_is_there() -> None:
    listed = set(re.findall(r"^  (\w+)", do().stdout, re.MULTILINE))
    assert listed == {name for name, verb in run.VERBS.items() if (ROOT / verb.rests_on).exists()}
    assert {"test", "check"} <= listed


def test_an_unknown_verb_is_refused_with_the_list() -> None:
    done = do("dance")
    assert done.returncode == 2
    assert "there is no verb 'dance'" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_needs_the_standard_library_alone_and_an_old_python_can_read_it() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= set(sys.stdlib_module_names)


def test_without_a_fitting_python_one_sentence_says_which_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(run.CannotGoOnError, match=r"3\.11, 3\.12 or 3\.13"):
        run.fitting_python()


def test_missing_libraries_are_named_with_the_command_that_brings_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run, "QT_LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    with pytest.raises(run.CannotGoOnError, match=r"libnowhere\.so\.9.*sudo apt-get install -y libnowhere9"):
        run.need_libraries()


def test_an_install_that_never_finished_leaves_no_stamp_to_trust(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(run, "STAMP", tmp_path / "installed.json")
    assert run.stamped() == {}
    run.STAMP.write_text('{"root": ["elsewhere"], "extras": [], "lines": []}', encoding="utf-8")
    assert run.stamped() == {}


def test_what_ci_runs_can_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    called = re.findall(r"^python3 run\.py (\w+)$", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert called == ["test", "check"]
