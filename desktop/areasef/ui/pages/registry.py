"""Which page belongs to which place. A place without a page is not shown on the rail."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from areasef.ui.context import Context
from areasef.ui.pages.evaluate.page import EvaluatePage
from areasef.ui.pages.evidence.page import EvidencePage
from areasef.ui.pages.findings.page import FindingsPage
from areasef.ui.pages.help.page import HelpPage
from areasef.ui.pages.overview.page import OverviewPage
from areasef.ui.pages.page import Page
from areasef.ui.pages.plan.page import PlanPage
from areasef.ui.pages.publish.page import PublishPage
from areasef.ui.pages.report.page import ReportPage
from areasef.ui.pages.settings.page import SettingsPage
from areasef.ui.pages.workbook.page import WorkbookPage

Factory = Callable[[Context], Page]


def pages() -> Mapping[str, Factory]:
    """Return the pages that work, by the id of their place."""
    return {
        "overview": OverviewPage,
        "evaluate": EvaluatePage,
        "evidence": EvidencePage,
        "plan": PlanPage,
        "findings": FindingsPage,
        "report": ReportPage,
        "workbook": WorkbookPage,
        "publish": PublishPage,
        "help": HelpPage,
        "settings": SettingsPage,
    }
