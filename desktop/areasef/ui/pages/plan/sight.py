"""The line of sight: from what inspectors found to what children notice, boxes that each lead to their thing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from areasef.ui import icons, metrics, theme
from areasef.ui.models.sight_boxes import LINKS, SightBox
from areasef.ui.navigation import Target
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label, set_tip


class SightButton(QAbstractButton):
    """A box of the line: head in its status colour, words in two lines, the rest in its spoken name."""

    def __init__(self) -> None:
        super().__init__()
        self.box = SightBox("", "", Target("plan"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.repaint_on_change(self)

    def show_box(self, box: SightBox) -> None:
        """Show another box."""
        self.box = box
        self.setAccessibleName(f"{box.head}: {box.words}")
        self.setAccessibleDescription("Press to open it")
        set_tip(self, box.words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for a head and two lines."""
        look = theme.look()
        return QSize(look.px(180), look.px(70))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(theme.look().px(90), theme.look().px(70))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        look = theme.look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = look.px(2 if self.box.here else 1)
        edge = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.setPen(QPen(look.colour("accent" if self.box.here else "line"), wide))
        painter.setBrush(look.colour("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(edge, look.px(6), look.px(6))
        inside = QRectF(self.rect()).adjusted(look.px(10), look.px(5), -look.px(8), -look.px(5))
        self._paint_head(painter, QRectF(inside.left(), inside.top(), inside.width(), look.px(19)))
        painter.setFont(look.font("table"))
        painter.setPen(look.colour("text"))
        rest = inside.adjusted(0, look.px(19), 0, 0)
        for at, line in enumerate(_two_lines(self.box.words, QFontMetrics(look.font("table")), int(rest.width()))):
            spot = QRectF(rest.left(), rest.top() + at * look.px(19), rest.width() + 2, look.px(19))
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, line)
        painter.end()

    def _paint_head(self, painter: QPainter, line: QRectF) -> None:
        look = theme.look()
        if self.box.shape is not None:
            side = look.px(13)
            icons.paint_shape(painter, QRectF(line.left(), line.center().y() - side / 2, side, side), *self.box.shape)
            line = line.adjusted(side + look.px(6), 0, 0, 0)
        painter.setFont(look.font("meta"))
        painter.setPen(look.colour("text_muted"))
        words = painter.fontMetrics().elidedText(self.box.head, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)


def _two_lines(words: str, font: QFontMetrics, width: int) -> tuple[str, ...]:
    """Return at most two lines; the whole stands in the thing itself, one press away."""
    first: list[str] = []
    rest = words.split()
    while rest and font.horizontalAdvance(" ".join([*first, rest[0]])) <= width:
        first.append(rest.pop(0))
    if not first:
        return (font.elidedText(words, Qt.TextElideMode.ElideRight, width),)
    return tuple(filter(None, (" ".join(first), font.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))))


class LineOfSight(QFrame):
    """The strip under the table."""

    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topLine")
        self._open = Button(
            "Open", lambda: self.followed.emit(self._target), kind="quiet", icon="chevron-right", small=True
        )
        self._open.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands after the words
        self._target = Target("plan")
        self._some, self._room = False, True
        head = metrics.row(spacing=12)
        head.addWidget(label("Line of sight", "label"))
        self._says = label("from what inspectors found to what children notice", "meta", "muted")
        head.addWidget(self._says, 1)
        head.addWidget(self._open)
        self.boxes = tuple(SightButton() for _ in range(LINKS))
        line = metrics.row(spacing=8)
        for at, box in enumerate(self.boxes):
            if at:
                line.addWidget(_Arrow())
            line.addWidget(box, 1)
            box.clicked.connect(lambda _=False, made=box: self.followed.emit(made.box.target))
        column = metrics.column(self, margins=(20, 4, 20, 10), spacing=2)
        column.addLayout(head)
        column.addLayout(line)

    def show_sight(self, boxes: tuple[SightBox, ...], opens: str, target: Target) -> None:
        """Show another line; ``opens`` names what the link leads to."""
        self._some = bool(boxes)
        self.give_room(room=self._room)
        self._target = target
        self._open.say(opens)
        for button, box in zip(self.boxes, boxes, strict=False):
            button.show_box(box)

    def give_room(self, *, room: bool) -> None:
        """Show the line, if there is one, as long as it has room."""
        self._room = room
        self.setVisible(self._some and room)


class _Arrow(QFrame):
    def __init__(self) -> None:
        super().__init__()
        metrics.sized(self, width=16, height=24)
        theme.repaint_on_change(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the link between two boxes."""
        painter = QPainter(self)
        side = metrics.px(14)
        spot = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint_icon(painter, spot, "chevron-right", "text_muted")
        painter.end()
