"""An installed copy finds its data where a checkout does."""

from __future__ import annotations

import tomllib

from .tree import ROOT

DATA = ("assets", "frameworks", "docs/guide")  # the folders that resources.py names


def test_every_folder_of_data_travels_inside_the_package() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    taken = build["targets"]["wheel"]["force-include"]
    there = {folder: f"areasef/data/{folder}" for folder in DATA if (ROOT / folder).is_dir()}
    assert taken == there
