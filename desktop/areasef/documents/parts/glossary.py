"""The glossary: the pack's words that a document really uses, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from areasef.documents.model import Cell, Chapter, Column, Heading, RowGroup, Table, runs
from areasef.domain.framework import Framework, GlossaryTerm


def glossary(framework: Framework, texts: Iterable[str]) -> tuple[Chapter, ...]:
    """Return the chapter of the terms found in texts; none where no term is used."""
    used = used_terms(framework, "\n".join(texts))
    if not used:
        return ()
    rows = tuple((Cell((runs(each.term),), scope="row", header=True), Cell((runs(each.meaning),))) for each in used)
    table = Table((Column("Word", 24), Column("What it means", 76)), (RowGroup(rows),), "Words and what they mean")
    return (Chapter("Glossary", (Heading(1, "Glossary", anchor="glossary"), table), follows=True),)


def used_terms(framework: Framework, text: str) -> tuple[GlossaryTerm, ...]:
    """Return the terms that stand in a text as whole words; capitals matter where a term is all capitals."""
    return tuple(sorted((t for t in framework.glossary if says_word(text, t.term)), key=lambda t: t.term.casefold()))


def says_word(text: str, word: str) -> bool:
    """Say whether a word stands in a text as a whole, also in the plural; capitals matter where it is all capitals."""
    exact = word.upper() == word
    pattern = rf"(?<!\w){re.escape(word)}{'s?' if word[-1:].isalpha() else ''}(?!\w)"
    return re.search(pattern, text, 0 if exact else re.IGNORECASE) is not None
