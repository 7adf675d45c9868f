"""The line of sight: from what inspectors found to what children notice, five boxes that each lead to their thing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from areasef.domain.dossier import Dossier
from areasef.domain.numbering import findings_of, measures_of, numbering
from areasef.domain.plan import Measure, Priority
from areasef.domain.progress import SHAPE_OF, amount_words, latest, number_words
from areasef.domain.statement import Statement, plain
from areasef.ui import icons, metrics, theme
from areasef.ui.dates import day_words
from areasef.ui.models.plan_rows import PlanRow
from areasef.ui.navigation import Target
from areasef.ui.widgets.button import Button
from areasef.ui.widgets.label import label, set_tip


@dataclass(frozen=True, slots=True)
class SightBox:
    """One box: what it is, its words, where it leads, and a status shape where it has one."""

    head: str
    words: str
    target: Target
    shape: tuple[str, str] | None = None
    here: bool = False


def line_of_sight(dossier: Dossier, row: PlanRow) -> tuple[SightBox, ...]:
    """Return the five boxes of an action or a priority."""
    action = row.action
    priority = row.priority
    if action is not None:
        priority = next((each for each in dossier.priorities if each.id == action.priority_id), None)
    if priority is None:
        return ()
    return (
        _found(dossier, priority),
        SightBox(
            "What should change",
            priority.outcome or "Not said yet",
            Target("plan", "priority", priority.id, "outcome"),
        ),
        _action_box(dossier, row, priority),
        _measure_box(dossier, row, priority),
        _statement_box(dossier, row, priority),
    )


def _found(dossier: Dossier, priority: Priority) -> SightBox:
    number = numbering(dossier).priorities.get(priority.id, "")
    target = Target("plan", "priority", priority.id, "title")
    found = findings_of(dossier, priority)
    if not found:
        return SightBox(f"Priority {number}", priority.title, target, here=False)
    dated = found[0].report_date
    head = " ".join(filter(None, ("Finding", found[0].number))) + (f", {_month(dated)}" if dated else "")
    more = f" And {len(found) - 1} more." if len(found) > 1 else ""
    return SightBox(head, found[0].text + more, Target("findings", "finding", found[0].id))


def _action_box(dossier: Dossier, row: PlanRow, priority: Priority) -> SightBox:
    action = row.action
    if action is None:
        under = [each for each in dossier.actions if each.priority_id == priority.id]
        said = f"{len(under)} action{'' if len(under) == 1 else 's'}" if under else "No action yet"
        first = Target("plan", "action", under[0].id) if under else Target("plan", "priority", priority.id)
        return SightBox("Actions", said, first)
    due = action.new_due or action.due
    head = f"{row.delivery}, due {_month(due)}" if due else row.delivery
    words = f"{row.title.rstrip('.')}. {row.who}."
    shape = ("delivery", SHAPE_OF[action.delivery])
    return SightBox(head, words, Target("plan", "action", action.id), shape, here=True)


def _measure_box(dossier: Dossier, row: PlanRow, priority: Priority) -> SightBox:
    if row.action is None:
        ids = {each.id for each in dossier.actions if each.priority_id == priority.id}
        count = sum(1 for each in dossier.measures if each.action_id in ids)
        said = f"{count} measure{'' if count == 1 else 's'}" if count else "No measure yet"
        return SightBox("Measures", said, Target("plan", "priority", priority.id))
    target = Target("plan", "action", row.action.id, "measures")
    found = measures_of(dossier, row.action.id)
    if not found:
        return SightBox("Measure", "No measure yet", target)
    return SightBox(f"Measure {numbering(dossier).measures[found[0].id]}", _journey(dossier, found[0]), target)


def _journey(dossier: Dossier, measure: Measure) -> str:
    now = latest(measure, dossier.actuals, dossier.evaluation.as_at)
    short = "%" if measure.unit.startswith("%") else ""
    parts = []
    if measure.baseline is not None:
        parts.append(f"from {amount_words(measure.baseline, measure.unit)}")
    if now is not None:
        parts.append(f"now {number_words(now.value)}{short}")
    if measure.target is not None:
        parts.append(f"target {number_words(measure.target)}{short}")
    return f"{measure.title}: {', '.join(parts) or 'no values yet'}."


def _statement_box(dossier: Dossier, row: PlanRow, priority: Priority) -> SightBox:
    ids = (*(row.action.statement_ids if row.action else ()), *priority.statement_ids)
    found = [dossier.statement_by_id[key] for key in dict.fromkeys(ids) if key in dossier.statement_by_id]
    if not found:
        kind, key = ("action", row.action.id) if row.action else ("priority", priority.id)
        return SightBox("Statement", "No statement linked yet", Target("plan", kind, key, "statement_ids"))
    one = found[0]
    strand = dossier.framework.strand(one.strand_id)
    view = dossier.self_view(one.strand_id)
    level = next((each for each in dossier.framework.levels if view and each.id == view.level_id), None)
    words = f"“{plain(one.body).strip() or 'Nothing written yet'}”"
    head = f"Statement {strand.code}, {place_of(dossier, one)}"
    shape = None
    if level is not None and dossier.evaluation.levels_shown:
        shape, head = ("self_view", level.shape), f"{head}. {level.title}"
    return SightBox(head, words, Target("evaluate", "statement", one.id), shape)


def place_of(dossier: Dossier, statement: Statement) -> int:
    """Return a statement's number in its section."""
    row = dossier.statements_of(statement.strand_id, statement.section_id)
    return next((at for at, each in enumerate(row, 1) if each.id == statement.id), 0)


def _month(day: object) -> str:
    return " ".join(day_words(day, short=True).split()[1:]) if day else ""  # type: ignore[arg-type]


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
        self.setObjectName("canvas")
        self._open = Button("Open", lambda: self.followed.emit(self._target), kind="quiet", icon="", small=True)
        self._target = Target("plan")
        head = metrics.row(spacing=12)
        head.addWidget(label("Line of sight", "label"))
        self._says = label("from what inspectors found to what children notice", "meta", "muted")
        head.addWidget(self._says, 1)
        head.addWidget(self._open)
        self.boxes = tuple(SightButton() for _ in range(5))
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
        self.setVisible(bool(boxes))
        self._target = target
        self._open.say(f"{opens} ›")
        self._open.setAccessibleName(opens)
        for button, box in zip(self.boxes, boxes, strict=False):
            button.show_box(box)


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
