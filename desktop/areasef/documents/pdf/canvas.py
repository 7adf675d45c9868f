"""A canvas that knows what it paints: every mark is part of a structure element or an artifact, never neither."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from reportlab.pdfgen.canvas import Canvas

from areasef.documents.pdf import fonts
from areasef.documents.pdf.structure import Link, Node

_ARTIFACT: Final = Node("Artifact")


class TaggedCanvas(Canvas):
    """ReportLab's canvas with marked content. What is painted unclaimed is an artifact; claims of one node are joined."""

    def __init__(self, target: BinaryIO) -> None:
        fonts.load(fonts.REGULAR)
        super().__init__(
            target,
            pageCompression=0,
            pdfVersion=(1, 7),
            invariant=1,
            initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # the stubs take it for a number
            lang="en-GB",
        )
        self.page_index = 0
        self.links: list[Link] = []
        self.mark_counts: list[int] = [0]
        self._open: Node | None = None

    def claim(self, node: Node) -> None:
        """Make what is painted next part of an element; the same element twice in a row stays one piece of content."""
        if self._open is node:
            return
        self.release()
        node.attach()
        mark = self.mark_counts[self.page_index]
        self.mark_counts[self.page_index] = mark + 1
        self.addLiteral(f"/{node.tag} <</MCID {mark}>> BDC")
        node.kids.append((self.page_index, mark))
        self._open = node

    def artifact(self) -> None:
        """Make what is painted next decoration."""
        if self._open is not _ARTIFACT:
            self.release()
            self.addLiteral("/Artifact <</Type /Layout>> BDC")
            self._open = _ARTIFACT

    @contextmanager
    def furniture(self, side: str) -> Iterator[None]:
        """Make everything painted inside a header or footer (``side`` is Header or Footer)."""
        self.release()
        self.addLiteral(f"/Artifact <</Type /Pagination /Subtype /{side} /Attached [/{_EDGE[side]}]>> BDC")
        self._open = _ARTIFACT
        yield
        self.release()

    def release(self) -> None:
        """End the open piece of content."""
        if self._open is not None:
            self.addLiteral("EMC")
            self._open = None

    def showPage(self) -> None:
        """End a page: nothing stays open over its edge."""
        self.release()
        super().showPage()
        self.page_index += 1
        self.mark_counts.append(0)


_EDGE: Final = {"Header": "Top", "Footer": "Bottom"}
