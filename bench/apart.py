"""The other side of :func:`bench.measure.apart`: run one function and write what it returns as the last line."""

from __future__ import annotations

import importlib
import json
import sys


def main(function: str, arguments: str) -> None:
    """Run ``module:function`` with arguments given as a JSON list."""
    module, _, name = function.partition(":")
    returned = getattr(importlib.import_module(module), name)(*json.loads(arguments))
    sys.stdout.write(json.dumps(returned) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
