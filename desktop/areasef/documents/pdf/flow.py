"""A flow: chapters that run on from page to page, set a little tighter where that saves a page that would be nearly empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from areasef.documents import model
from areasef.documents.pdf.galley import Layout, Stacker
from areasef.documents.pdf.setter import Setter
from areasef.documents.pdf.structure import Node
from areasef.documents.pdf.style import page_format

TIGHTER: Final = (0.8, 0.6)
"""Shares of the usual space that are tried, one after the other; sizes and leadings never change."""
SPILL: Final = 0.4
"""Share of a page under which what stands on the last page of a flow has only spilled over."""

Flow = list[model.Chapter]


def flows(chapters: Sequence[model.Chapter], *, large: bool) -> Iterator[Flow]:
    """Yield the chapters that stand on one run of pages: a new one begins with a new page."""
    flow: Flow = []
    for chapter in chapters:
        same = bool(flow) and _is_landscape(chapter, large) is _is_landscape(flow[-1], large)
        if flow and not (chapter.follows and same):
            yield flow
            flow = []
        flow.append(chapter)
    if flow:
        yield flow


def lay_out(all_flows: Iterable[Flow], setter: Setter, root: Node) -> Layout:
    """Lay flows one behind another, each on pages of its own unless it joins the last one's; sections go to ``root``."""
    layout = Layout()
    above: Stacker | None = None
    for flow in all_flows:
        under = above if flow[0].joins and above is not None and _has_room(above, flow, setter) else None
        above, sections = _lay_flow(flow, setter, under)
        root.kids.extend(sections)
        layout.add(above.layout, joined=under is not None)
    return layout


def _has_room(above: Stacker, flow: Flow, setter: Setter) -> bool:
    form = page_format(landscape=flow[0].landscape, large=setter.sheet.large_print)
    return above.page.format is form and above.filled < SPILL


def _lay_flow(flow: Flow, setter: Setter, under: Stacker | None) -> tuple[Stacker, list[Node]]:
    """Lay a flow, with less space where its last page would hold little and a page is saved."""
    setter.breathe(1.0)
    best = _laid(flow, setter, under)
    spilled = best[0].filled < SPILL
    for air in TIGHTER if len(best[0].layout.pages) > 1 else ():
        setter.breathe(air)
        tight = _laid(flow, setter, under)
        count = len(tight[0].layout.pages)
        if count < len(best[0].layout.pages) and (count == 1 or spilled):
            best = tight
            if count == 1 or best[0].filled >= SPILL:
                break
    setter.breathe(1.0)
    return best


def _laid(flow: Flow, setter: Setter, under: Stacker | None) -> tuple[Stacker, list[Node]]:
    stacker = Stacker()
    sections: list[Node] = []
    for chapter in flow:
        form = page_format(landscape=chapter.landscape, large=setter.sheet.large_print)
        setter.on(form)
        if not sections and under is not None:
            stacker.go_on(under, chapter.running)
        elif not sections:
            covered = bool(chapter.blocks) and isinstance(chapter.blocks[0], model.Cover)
            stacker.start_page(chapter.running, form, plain=covered)
        stacker.running = chapter.running
        sections.append(Node("Sect"))
        stacker.stack(setter.set(chapter.blocks, form.text_width, sections[-1]))
    return stacker, sections


def _is_landscape(chapter: model.Chapter, large: bool) -> bool:
    return page_format(landscape=chapter.landscape, large=large).width > page_format(landscape=False).width
