"""Errors and faults that people meet: a code with parameters here, its sentence in the table below.

An ``AppError`` stops what was asked; a ``Fault`` is one bad piece of input whose good rest was kept.
Modules of ``words`` add their sentences by calling :func:`register` at import, so that a room's faults stand together.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass, field
from functools import cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a person reads: a title, what happened and what is safe, and what to do next."""

    title: str
    message: str
    remedy: str = ""


class AppError(Exception):
    """An error that a user can meet. ``code`` picks the sentence, ``params`` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        said = sentence(self.code, self.params)
        return " ".join(part for part in (said.message, said.remedy) if part)


@dataclass(frozen=True, slots=True)
class Fault:
    """One bad piece of input: where it stands, what is wrong, and the parameters of its sentence."""

    code: str
    place: str = ""
    params: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        said = sentence(self.code, self.params)
        words = " ".join(part for part in (said.message, said.remedy) if part)
        return f"{self.place}: {words}" if self.place else words


_SENTENCES: Final[dict[str, Sentence]] = {}


def register(sentences: dict[str, Sentence]) -> None:
    """Add the sentences of one room. Raises ValueError where a code is taken."""
    taken = _SENTENCES.keys() & sentences.keys()
    if taken:
        raise ValueError(f"codes used twice: {sorted(taken)}")
    _SENTENCES.update(sentences)


@cache
def _all_loaded() -> None:
    """Load every room's sentences, once; they register themselves."""
    from areasef import words

    for module in pkgutil.iter_modules(words.__path__):
        importlib.import_module(f"areasef.words.{module.name}")


def sentence(code: str, params: dict[str, object]) -> Sentence:
    """Return the filled sentence of a code; an unknown code is a defect and raises KeyError."""
    _all_loaded()
    raw = _SENTENCES[code]
    return Sentence(raw.title.format(**params), raw.message.format(**params), raw.remedy.format(**params))


def codes() -> tuple[str, ...]:
    """Return every registered code, for the test that each can be said."""
    _all_loaded()
    return tuple(sorted(_SENTENCES))
