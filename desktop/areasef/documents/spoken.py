"""Every text of a document in reading order, as a listener hears it: what checks and receipts measure against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from areasef.documents import model


def spoken(chapters: Sequence[model.Chapter]) -> Iterator[str]:
    """Yield every text of chapters in reading order."""
    contents = listed_headings(chapters)
    for chapter in chapters:
        for block in chapter.blocks:
            yield from _spoken(block, contents)


def listed_headings(chapters: Sequence[model.Chapter]) -> list[model.Heading]:
    """Return the headings that a table of contents names."""
    blocks = (block for chapter in chapters for block in model.walk(chapter.blocks))
    return [b for b in blocks if isinstance(b, model.Heading) and b.level <= 2 and b.listed and b.anchor]


def _spoken(block: model.Block, contents: list[model.Heading]) -> Iterator[str]:
    match block:
        case model.Heading():
            yield block.code
            yield block.text
            if block.view:
                yield block.view.note
                yield block.view.word
        case model.Paragraph():
            yield model.words(block.content)
        case model.Statement():
            yield from (block.number, model.words(block.content), model.words(block.meta))
        case model.Listing():
            for at, item in enumerate(block.items, start=1):
                yield f"{at}." if block.numbered else "•"
                yield model.words(item)
        case model.Table():
            yield from (column.title for column in block.columns)
            for group in block.groups:
                yield group.title
                yield from (model.words(part) for row in group.rows for cell in row for part in cell.content)
        case model.Facts():
            for name, value in block.rows:
                yield from (name, model.words(value))
        case model.Figure():
            yield model.words(block.caption)
        case model.Box():
            for inner in block.blocks:
                yield from _spoken(inner, contents)
        case model.Columns():
            for column in block.columns:
                for inner in column:
                    yield from _spoken(inner, contents)
        case model.Contents():
            yield block.title
            yield from (heading.spoken for heading in contents)
        case model.Cover():
            yield from (block.title, block.lead)
            yield from _spoken(block.facts, contents)
