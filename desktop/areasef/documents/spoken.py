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


def dead_links(chapters: Sequence[model.Chapter]) -> tuple[str, ...]:
    """Return the places that links and page numbers name and that no block of the chapters has."""
    wanted: dict[str, None] = {}
    anchors: set[str] = set()
    for chapter in chapters:
        for block in model.walk(chapter.blocks):
            anchors.add(getattr(block, "anchor", ""))
            for cell in _cells(block):
                anchors.add(cell.anchor)
            for run in _runs(block):
                for place in (run.page_of, run.link.removeprefix("#") if run.link.startswith("#") else ""):
                    wanted[place] = None
    return tuple(place for place in wanted if place and place not in anchors)


def _cells(block: model.Block) -> Iterator[model.Cell]:
    if isinstance(block, model.Table):
        yield from (cell for group in block.groups for row in group.rows for cell in row)


def _runs(block: model.Block) -> Iterator[model.Run]:
    match block:
        case model.Paragraph():
            yield from block.content
        case model.Statement():
            yield from (*block.content, *block.meta)
        case model.Listing():
            yield from (run for item in block.items for run in item)
        case model.Table():
            yield from (run for cell in _cells(block) for part in cell.content for run in part)
        case model.Facts():
            yield from (run for _, value in block.rows for run in value)
        case model.Figure():
            yield from block.caption
