"""Whatever is wrong with a pack is said with its file, its key and a sentence, and the good rest is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from areasef.__main__ import main
from areasef.packs.reading import PackReading, read_pack

SECOND = Path(__file__).parent / "second"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SECOND, tmp_path / "pack"))


def change(pack: Path, file: str, old: str, new: str) -> PackReading:
    path = pack / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return read_pack(pack)


STRAND = "strands/02-seen-the-same-day.toml"
SPOILT = [
    ("missing id", "framework.toml", 'id = "police"\n', "", "framework.toml, agencies[2].id", "has no id", True),
    ("unknown key", STRAND, "about =", "abuot =", f"{STRAND}, abuot", "not known", False),
    ("wrong type", STRAND, 'code = "P1"', "code = 1", f"{STRAND}, code", "should be text", False),
    (
        "not one of",
        "framework.toml",
        'kind = "weakness"',
        'kind = "weak"',
        "sections[fragile].kind",
        "Use one of",
        True,
    ),
    ("double id", STRAND, 'id = "p1"', 'id = "h1"', f"{STRAND}, id", "used twice", True),
    ("no list", "framework.toml", "[[levels]]", "[[lvels]]", "framework.toml, lvels", "not known", True),
    ("bad TOML", STRAND, 'id = "p1"', 'id = "p1', STRAND, "not valid TOML", True),
    (
        "reference",
        STRAND,
        'part_id = "protect"',
        'part_id = "guard"',
        f"{STRAND}, part_id",
        "not in the list parts",
        True,
    ),
    ("month", "requests.toml", "day = 1", 'day = "one"', "requests[visits].day", "a whole number", True),
    ("no source", STRAND, "[[prompts]]", "[[prompts]]\nsuorce = 1", "prompts[p1-q1].suorce", "not known", True),
]


@pytest.mark.parametrize(
    ("case", "file", "old", "new", "place", "words", "usable"), SPOILT, ids=[row[0] for row in SPOILT]
)
def test_a_fault_has_its_place_and_sentence(
    pack: Path, case: str, file: str, old: str, new: str, place: str, words: str, usable: bool
) -> None:
    reading = change(pack, file, old, new)
    found = [fault for fault in reading.faults if place in fault.place]
    assert found, [str(fault) for fault in reading.faults]
    assert any(words in str(fault) for fault in found), [str(fault) for fault in found]
    assert reading.framework is not None
    codes = {strand.code for strand in reading.framework.strands}
    assert {"H1", "P2", "S1"} <= codes
    assert usable or "P1" not in codes


def test_a_file_is_no_pack_and_neither_is_an_empty_folder(tmp_path: Path) -> None:
    (fault,) = read_pack(SECOND / "framework.toml").faults
    assert "A pack is a folder" in str(fault)
    (fault,) = read_pack(tmp_path).faults
    assert "no framework.toml" in str(fault)


def test_an_unreadable_file_costs_itself_alone(pack: Path) -> None:
    (pack / "glossary.toml").write_bytes(b"\xff\xfe\x00")
    reading = read_pack(pack)
    assert [fault.place for fault in reading.faults] == ["glossary.toml"]
    assert reading.framework is not None
    assert len(reading.framework.strands) == 4


def test_without_one_of_the_lists_it_cannot_be_used(pack: Path) -> None:
    framework = pack / "framework.toml"
    framework.write_text(framework.read_text("utf-8").replace("[[levels]]", "[[lvels]]"), "utf-8")
    reading = read_pack(pack)
    assert reading.framework is None
    assert {"framework.toml, levels", "framework.toml, lvels"} <= {fault.place for fault in reading.faults}


def test_the_command_says_every_fault_and_how_many(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "check", str(pack)]) == 0
    assert "4 strands, no faults" in capsys.readouterr().out
    change(pack, STRAND, 'code = "P1"', "code = 1")
    assert main(["packs", "check", str(pack)]) == 1
    assert f"{STRAND}, code: " in capsys.readouterr().out
