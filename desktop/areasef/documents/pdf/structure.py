"""The structure tree: nodes in reading order, made from the document, filled with content while pages are painted."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Node:
    """One structure element. ``kids`` are (page index, marked-content id), links and child elements, in reading order.

    An inline element (``waiting``) joins its parent where it is first painted, between the words around it; no other
    knows its parent, so that a whole document goes at once when its writer lets it go.
    """

    tag: str
    parent: Node | None = None
    kids: list[Node | tuple[int, int] | Link] = field(default_factory=list)
    alt: str = ""
    actual: str = ""
    title: str = ""
    scope: str = ""
    spans: int = 1
    anchor: str = ""
    headers: tuple[str, ...] = ()
    language: str = ""
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    list_numbering: str = ""
    waiting: bool = False

    def child(self, tag: str) -> Node:
        """Add and return a child element."""
        node = Node(tag)
        self.kids.append(node)
        return node

    def inline(self, tag: str) -> Node:
        """Return a child element that takes its place when it is first painted."""
        return Node(tag, self, waiting=True)

    def attach(self) -> None:
        """Take the place in the parent that painting has reached."""
        if self.waiting and self.parent is not None:
            parent, self.parent, self.waiting = self.parent, None, False
            parent.attach()
            parent.kids.append(self)


@dataclass(slots=True, eq=False)
class Link:
    """A clickable rectangle of a page: to a web address or to ``#anchor``, said in words for those who cannot see it."""

    page: int
    box: tuple[float, float, float, float]
    target: str
    words: str
