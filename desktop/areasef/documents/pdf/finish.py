"""Finishing a painted PDF: structure tree, links, bookmarks, metadata and colour profile; the same bytes every time."""

from __future__ import annotations

import io
import re
from datetime import UTC
from functools import cache
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from areasef.documents.model import Cover, Document
from areasef.documents.pdf.canvas import TaggedCanvas
from areasef.documents.pdf.galley import Layout
from areasef.documents.pdf.metadata import PRODUCER, packet
from areasef.documents.pdf.structure import Link, Node

_BFCHAR: Final = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")


def finish(data: bytes, document: Document, root: Node, canvas: TaggedCanvas, layout: Layout) -> bytes:
    """Return the finished file for what was painted."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _Tree(pdf, canvas, layout).write(root)
        _outline(pdf, layout)
        _describe(pdf, document)
        _mend_fonts(pdf)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=False,
        )
    return out.getvalue()


class _Tree:
    """Writes the structure tree and the links that hang on it."""

    def __init__(self, pdf: pikepdf.Pdf, canvas: TaggedCanvas, layout: Layout) -> None:
        self.pdf = pdf
        self.layout = layout
        self.pages = [page.obj for page in pdf.pages]
        self.parents: list[list[pikepdf.Object | None]] = [[None] * count for count in canvas.mark_counts]
        self.annotations: dict[int, list[pikepdf.Object]] = {}
        self.link_parents: list[pikepdf.Object] = []
        self.ids: list[tuple[str, pikepdf.Object]] = []

    def write(self, root: Node) -> None:
        """Write the tree under the catalogue."""
        tree = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(root, tree)])
        numbers: list[object] = []
        for index, page in enumerate(self.pages):
            page.StructParents = index
            page.Tabs = Name.S
            numbers += [index, self.pdf.make_indirect(Array(self.parents[index]))]
            if index in self.annotations:
                page.Annots = Array(self.annotations[index])
        for at, element in enumerate(self.link_parents):
            numbers += [len(self.pages) + at, element]
        tree.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(self.pages) + len(self.link_parents)
        self.pdf.Root.StructTreeRoot = tree
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.tag}"), P=parent))
        _describe_node(element, node)
        kids: list[object] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                if kid.kids or kid.tag in ("TH", "TD"):
                    kids.append(self._element(kid, element))
            elif isinstance(kid, Link):
                kids.append(self._link(kid, element))
            else:
                page, mark = kid
                self.parents[page][mark] = element
                kids.append(Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=mark))
        element.K = Array(kids)
        return element

    def _link(self, link: Link, element: pikepdf.Object) -> pikepdf.Object:
        page = self.pages[link.page]
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(each, 2) for each in link.box]),
            Border=Array([0, 0, 0]),
            F=4,
            Contents=String(_spoken(link)),
            StructParent=len(self.pages) + len(self.link_parents),
        )
        anchor = self.layout.anchors.get(link.target.removeprefix("#"))
        if link.target.startswith("#"):
            index, top = anchor or (link.page, 0.0)
            annotation.Dest = Array([self.pages[index], Name.XYZ, 0, round(top + 4, 2), 0])
        else:
            annotation.A = Dictionary(S=Name.URI, URI=String(link.target))
        made = self.pdf.make_indirect(annotation)
        self.annotations.setdefault(link.page, []).append(made)
        self.link_parents.append(element)
        return Dictionary(Type=Name.OBJR, Obj=made, Pg=page)


def _spoken(link: Link) -> str:
    return f"Evidence {link.words}" if link.words.isdigit() else link.words


def _describe_node(element: pikepdf.Object, node: Node) -> None:
    if node.alt:
        element.Alt = String(node.alt)
    if node.actual:
        element.ActualText = String(node.actual)
    attributes: list[pikepdf.Object] = []
    if node.tag in ("TH", "TD", "Table") and (node.scope or node.spans > 1 or node.title):
        table = Dictionary(O=Name.Table)
        if node.scope:
            table.Scope = Name(f"/{node.scope}")
        if node.spans > 1:
            table.ColSpan = node.spans
        if node.title:
            table.Summary = String(node.title)
        attributes.append(table)
    if node.boxes:
        box = Array([round(each, 2) for each in node.boxes[0]])
        attributes.append(Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block))
    if node.list_numbering:
        attributes.append(Dictionary(O=Name.List, ListNumbering=Name(f"/{node.list_numbering}")))
    if attributes:
        element.A = attributes[0] if len(attributes) == 1 else Array(attributes)


def _outline(pdf: pikepdf.Pdf, layout: Layout) -> None:
    with pdf.open_outline() as outline:
        parents: list[pikepdf.OutlineItem] = []
        for level, title, page, top in layout.outline:
            item = pikepdf.OutlineItem(title, page, "XYZ", left=0, top=round(top + 4, 2), zoom=0)
            del parents[level:]
            (parents[-1].children if parents else outline.root).append(item)
            parents.append(item)
            item.is_closed = bool(level == 0)


def _describe(pdf: pikepdf.Pdf, document: Document) -> None:
    moment = document.made_at if document.made_at.tzinfo else document.made_at.replace(tzinfo=UTC)
    stamp = moment.isoformat(timespec="seconds")
    made = packet(document.title, document.owner, document.subject, document.language, stamp)
    pdf.Root.Metadata = pdf.make_stream(made, Type=Name.Metadata, Subtype=Name.XML)
    day = moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    info = Dictionary(Title=document.title, Author=document.owner, Creator=PRODUCER, Producer=PRODUCER)
    info.CreationDate = info.ModDate = String(day)
    if document.subject:
        info.Subject = String(document.subject)
    pdf.trailer.Info = pdf.make_indirect(info)
    pdf.Root.Lang = String(document.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if len(pdf.pages) > 1:
        pdf.Root.PageLabels = _page_labels(document)
    pdf.Root.PageMode = Name.UseOutlines
    profile = pdf.make_stream(_srgb(), N=3, Alternate=Name.DeviceRGB)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB",
        Info="sRGB",
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _page_labels(document: Document) -> pikepdf.Object:
    """Return the labels a reader shows for pages: the printed numbers, and *Cover* for a cover."""
    covered = bool(document.chapters) and any(isinstance(block, Cover) for block in document.chapters[0].blocks)
    cover = [0, Dictionary(P=String("Cover")), 1, Dictionary(S=Name.D, St=2)]
    return Dictionary(Nums=Array(cover if covered else [0, Dictionary(S=Name.D)]))


@cache
def _srgb() -> bytes:
    """Return an sRGB profile whose header states no moment of its making."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = bytes((0x07, 0xE6, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    data[84:100] = bytes(16)
    return bytes(data)


def _mend_fonts(pdf: pikepdf.Pdf) -> None:
    """Rewrite ReportLab's character maps: no U+0000, and pairs for signs above U+FFFF (ISO 32000-1, 9.10.3)."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == Name.Font and "/ToUnicode" in item:
            item.ToUnicode = pdf.make_stream(_character_map(item.ToUnicode.read_bytes()))


def _character_map(raw: bytes) -> bytes:
    rows = []
    for code, sign in _BFCHAR.findall(raw):
        value = int(sign, 16)
        if value:
            rows.append(b"<%s> <%s>" % (code, chr(value).encode("utf-16-be").hex().upper().encode()))
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    body = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
    head, _, _ = raw.partition(b"1 begincodespacerange")
    return (
        head
        + b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        + body
        + b"\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
