"""Take the pictures of docs/pictures, all of them or those that are named."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from shots.stillness import hold_still


def main() -> int:
    """Take what was asked for; return 1 where a picture could not be taken."""
    hold_still()
    with tempfile.TemporaryDirectory(prefix="areasef-shots-") as folder:
        os.environ["HOME"] = folder
        os.environ["AREASEF_PROFILE"] = str(Path(folder, "profile"))
        return _take(Path(folder))


def _take(folder: Path) -> int:
    from shots.pages import PAGES, take_page
    from shots.screens import SCREENS, take
    from shots.stage import Stage

    names = [*(each.name for each in SCREENS), *(each.name for each in PAGES)]
    parser = argparse.ArgumentParser(prog="run.py shots", description="Make the pictures of docs/pictures.")
    parser.add_argument("name", nargs="*", help=", ".join(names))
    wanted = parser.parse_args().name or names
    unknown = set(wanted) - set(names)
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    stage, made = Stage(folder), []
    try:
        for screen in SCREENS:
            if screen.name in wanted:
                made += take(stage, screen)
        for page in PAGES:
            if page.name in wanted:
                made += take_page(stage.full.session, page)
    finally:
        stage.leave()
    for file in made:
        sys.stdout.write(f"{file.name}: {file.stat().st_size / 1000:.0f} kB\n")
    return 0 if made else 1


if __name__ == "__main__":
    sys.exit(main())
