"""The pack that ships can be used, and says where everything comes from."""

from __future__ import annotations

from areasef.packs.listing import shipped_packs
from areasef.packs.reading import read_pack, read_pack_files


def test_the_shipped_pack_has_no_fault_and_eleven_strands_in_two_parts() -> None:
    (pack,) = shipped_packs()
    reading = read_pack(pack.path)
    assert [str(fault) for fault in reading.faults] == []
    assert reading.framework is not None
    assert [strand.code for strand in reading.framework.strands_of("impact")] == ["I1", "I2", "I3", "I4", "I5"]
    assert [strand.code for strand in reading.framework.strands_of("leadership")] == [
        "L1",
        "L2",
        "L3",
        "L4",
        "L5",
        "L6",
    ]


def test_the_copy_in_a_workspace_reads_the_same() -> None:
    (pack,) = shipped_packs()
    reading = read_pack(pack.path)
    assert read_pack_files(reading.files).framework == reading.framework


def test_a_missing_id_is_said_with_its_file_and_key_and_the_rest_is_kept() -> None:
    (pack,) = shipped_packs()
    files = dict(read_pack(pack.path).files)
    files["framework.toml"] = files["framework.toml"].replace('id = "cabinet"\n', "", 1)
    reading = read_pack_files(files)
    (fault,) = reading.faults
    assert fault.place.startswith("framework.toml, roles[")
    assert "has no id" in str(fault)
    assert reading.framework is not None
