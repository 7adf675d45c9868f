"""Checks: rules that look at the whole evaluation and say what is weak, with the very place to mend it.

A pack turns a rule on, gives its severity, its number and its words (``checks.toml``); the words of a rule about
agencies, ages or plan statuses are ids of the framework's lists. What is said about a check stands in ``words``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from areasef.domain.citation import Anchor
from areasef.domain.dossier import Dossier
from areasef.domain.evidence import Evidence, Freshness, Holding, months_between
from areasef.domain.framework import CheckRule, Strand
from areasef.domain.statement import Confidence, Sentence, Statement, placed, plain, sentences

Severity = Literal["must", "look", "note"]
_GAINS_MATTER: Final = ("position", "impact")
_ORDER: Final = {"must": 0, "look": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Spot:
    """The field that a check points to: a kind of thing, its id, and the name of the field."""

    kind: str
    id: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is weak. ``params`` fill its sentence; ``strand_id`` is empty where it is about the whole."""

    code: str
    severity: Severity
    strand_id: str
    spot: Spot
    params: dict[str, object] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """A name for this check that stays the same while it is open."""
        return f"{self.code}:{self.spot.kind}:{self.spot.id}:{self.spot.field}"


Rule = Callable[[Dossier, Strand, CheckRule], Iterable[Check]]


def run_checks(dossier: Dossier) -> tuple[Check, ...]:
    """Run every rule that the pack turns on, strand by strand; the most serious come first, then framework order."""
    found: list[Check] = []
    for strand in dossier.framework.strands:
        for code, rule in RULES.items():
            given = dossier.framework.rule(code)
            if given is not None:
                found.extend(rule(dossier, strand, given))
    return tuple(sorted(found, key=lambda check: _ORDER[check.severity]))


def unbacked_gains(body: str, gain_words: Iterable[str]) -> tuple[Sentence, ...]:
    """Return the sentences that say somebody gains (by the pack's words) and cite nothing."""
    words = tuple(word.casefold() for word in gain_words)
    return tuple(
        sentence
        for sentence in sentences(body)
        if not sentence.citation_ids and _says_any(sentence.words.casefold(), words)
    )


def _says_any(text: str, words: tuple[str, ...]) -> bool:
    padded = f" {''.join(sign if sign.isalnum() else ' ' for sign in text)} "
    return any(f" {word} " in padded for word in words)


def _about_strand(rule: CheckRule, strand: Strand, field_name: str = "", **params: object) -> Check:
    return Check(
        rule.id, rule.severity, strand.id, Spot("strand", strand.id, field_name), {"code": strand.code, **params}
    )


def _about_statement(rule: CheckRule, dossier: Dossier, statement: Statement, field_name: str) -> Check:
    strand = dossier.framework.strand(statement.strand_id)
    siblings = dossier.statements_of(strand, statement.section_id)
    params: dict[str, object] = {
        "code": strand.code,
        "number": next(n for n, each in enumerate(siblings, 1) if each.id == statement.id),
        "section": next((s.short_title for s in dossier.framework.sections if s.id == statement.section_id), ""),
    }
    return Check(rule.id, rule.severity, strand.id, Spot("statement", statement.id, field_name), params)


def _kind_of(dossier: Dossier, statement: Statement) -> str:
    return next((each.kind for each in dossier.framework.sections if each.id == statement.section_id), "")


def _no_statements(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    if not dossier.statements_of(strand):
        yield _about_strand(rule, strand, "statements")


def _claim_without_citation(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    gains = dossier.framework.rule("impact_without_evidence")
    for statement in dossier.statements_of(strand):
        kind = _kind_of(dossier, statement)
        said_elsewhere = gains and kind in _GAINS_MATTER and unbacked_gains(statement.body, gains.words)
        if kind == "next" or said_elsewhere or not plain(statement.body).strip():
            continue
        if not dossier.citations_of(statement.id):
            yield _about_statement(rule, dossier, statement, "citations")


def _impact_without_evidence(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    for statement in dossier.statements_of(strand):
        if _kind_of(dossier, statement) in _GAINS_MATTER and unbacked_gains(statement.body, rule.words):
            yield _about_statement(rule, dossier, statement, "body")


def _held(dossier: Dossier, strand: Strand) -> tuple[Evidence, ...]:
    """Return the items of a strand that are here; what was only asked for shows nothing yet."""
    return tuple(item for item in dossier.evidence_of(strand.id) if item.holding is Holding.HELD)


def _missing_agency(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    items = _held(dossier, strand)
    wanted = set(rule.words)
    if wanted and dossier.statements_of(strand) and not any(item.agency_id in wanted for item in items):
        yield _about_strand(rule, strand, "evidence", count=len(items))


def _missing_age(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    speaks = strand.speaks_about.ages
    if speaks and not set(rule.words) & set(speaks):
        return
    yield from _missing_among(dossier, strand, rule, lambda statement: statement.age_ids)


def _missing_plan_status(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    speaks = strand.speaks_about.plan_statuses
    if speaks and not set(rule.words) & set(speaks):
        return
    yield from _missing_among(dossier, strand, rule, lambda statement: statement.plan_status_ids)


def _missing_among(
    dossier: Dossier, strand: Strand, rule: CheckRule, about: Callable[[Statement], tuple[str, ...]]
) -> Iterator[Check]:
    statements = dossier.statements_of(strand)
    wanted = set(rule.words)
    if wanted and statements and not any(wanted & set(about(statement)) for statement in statements):
        yield _about_strand(rule, strand, "statements", count=len(statements))


def _voices(dossier: Dossier, items: Iterable[Evidence]) -> set[str]:
    kinds = (dossier.framework.source_type(each) for each in {item.source_type_id for item in items})
    return {kind.voice for kind in kinds if kind is not None}


def _missing_voice(voice: str) -> Rule:
    def rule_for_voice(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
        items = _held(dossier, strand)
        if dossier.statements_of(strand) and voice not in _voices(dossier, items):
            yield _about_strand(rule, strand, "evidence", count=len(items))

    return rule_for_voice


def _only_leaders_heard(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    items = _held(dossier, strand)
    if items and _voices(dossier, items) <= {"leaders", "none"}:
        yield _about_strand(rule, strand, "evidence", count=len(items))


def _stale_evidence(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    items = _held(dossier, strand)
    dated = [item for item in items if item.covers_to or item.covers_from]
    if not dated or any(dossier.freshness_of(item) is not Freshness.STALE for item in dated):
        yield from _statements_on_stale(dossier, strand, rule)
        return
    newest = max(dated, key=_newest_day)
    age = months_between(_newest_day(newest), dossier.evaluation.as_at)
    yield _about_strand(rule, strand, "evidence", months=age, ref=newest.ref, count=len(items))


def _newest_day(item: Evidence) -> date:
    day = item.covers_to or item.covers_from
    assert day is not None
    return day


def _statements_on_stale(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    for statement in dossier.statements_of(strand):
        cited = [dossier.evidence_by_id.get(each.evidence_id) for each in dossier.citations_of(statement.id)]
        held = [item for item in cited if item is not None]
        if held and all(dossier.freshness_of(item) is Freshness.STALE for item in held):
            check = _about_statement(rule, dossier, statement, "citations")
            ages = [months_between(_newest_day(item), dossier.evaluation.as_at) for item in held]
            yield Check(
                f"{rule.id}.statement",
                rule.severity,
                check.strand_id,
                check.spot,
                {**check.params, "ref": held[0].ref, "months": min(ages)},
            )


def _development_without_action(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    planned = {key for action in dossier.actions for key in action.statement_ids}
    with_actions = {action.priority_id for action in dossier.actions}
    for priority in dossier.priorities:
        if priority.id in with_actions:
            planned.update(priority.statement_ids)
    for statement in dossier.statements_of(strand):
        if _kind_of(dossier, statement) == "weakness" and statement.id not in planned:
            yield _about_statement(rule, dossier, statement, "actions")


def _anchor_is(anchor: Anchor) -> Rule:
    def rule_for_anchor(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
        for statement in dossier.statements_of(strand):
            for citation in dossier.citations_of(statement.id):
                if dossier.anchors.get(citation.id) in _ANCHORS[anchor]:
                    item = dossier.evidence_by_id.get(citation.evidence_id)
                    about = _about_statement(rule, dossier, statement, "citations").params
                    spot = Spot("citation", citation.id)
                    params = {**about, "ref": item.ref if item else "", "page": citation.locator.page}
                    yield Check(rule.id, rule.severity, strand.id, spot, params)

    return rule_for_anchor


_ANCHORS: Final = {
    Anchor.MOVED: {Anchor.MOVED, Anchor.LOST, Anchor.SHIFTED, Anchor.DROPPED},
    Anchor.FILE_MISSING: {Anchor.FILE_MISSING},
}


def _unplaced_citation(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    for statement in dossier.statements_of(strand):
        here = set(placed(statement.body))
        if any(citation.id not in here for citation in dossier.citations_of(statement.id)):
            yield _about_statement(rule, dossier, statement, "citations")


def _low_confidence_without_reason(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    for statement in dossier.statements_of(strand):
        if statement.confidence is Confidence.LOW and not statement.confidence_reason.strip():
            yield _about_statement(rule, dossier, statement, "confidence_reason")


def _no_self_view(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    view = dossier.self_view(strand.id)
    said = view is not None and (view.level_id or (view.reason.strip() and not dossier.evaluation.levels_shown))
    if dossier.statements_of(strand) and not said:
        yield _about_strand(rule, strand, "self_view")


def _self_view_without_reason(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    view = dossier.self_view(strand.id)
    if view is not None and view.level_id and not view.reason.strip():
        yield _about_strand(rule, strand, "reason")


def _finding_impact_without_evidence(dossier: Dossier, strand: Strand, rule: CheckRule) -> Iterator[Check]:
    """Look at each finding once: under the first of its strands, or with the whole where it has none."""
    for finding in dossier.followed:
        named = [each.id for each in dossier.framework.strands if each.id in finding.strand_ids]
        home = named[0] if named else dossier.framework.strands[0].id
        if home == strand.id and finding.impact.strip() and not dossier.cited_for(finding.id):
            params: dict[str, object] = {"number": finding.number or "without a number"}
            owner = strand.id if named else ""
            yield Check(rule.id, rule.severity, owner, Spot("finding", finding.id, "evidence"), params)


RULES: Final[dict[str, Rule]] = {
    "no_statements": _no_statements,
    "impact_without_evidence": _impact_without_evidence,
    "claim_without_citation": _claim_without_citation,
    "file_missing": _anchor_is(Anchor.FILE_MISSING),
    "quote_moved": _anchor_is(Anchor.MOVED),
    "unplaced_citation": _unplaced_citation,
    "stale_evidence": _stale_evidence,
    "no_health_evidence": _missing_agency,
    "no_care_evidence": _missing_agency,
    "no_children_voice": _missing_voice("children"),
    "no_parent_voice": _missing_voice("parents"),
    "only_leaders_heard": _only_leaders_heard,
    "no_early_years": _missing_age,
    "no_post_16": _missing_age,
    "no_sen_support": _missing_plan_status,
    "development_without_action": _development_without_action,
    "finding_impact_without_evidence": _finding_impact_without_evidence,
    "low_confidence_without_reason": _low_confidence_without_reason,
    "no_self_view": _no_self_view,
    "self_view_without_reason": _self_view_without_reason,
}
"""Every rule by its code. A pack names the rules it turns on; an unknown name is a fault of the pack."""
