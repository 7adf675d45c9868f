from __future__ import annotations

from areasef.ui.models import requests
from areasef.ui.pages.evidence import choices


def test_a_request_stands_in_its_form_in_the_words_of_the_list() -> None:
    said = {state: words for state, (_shape, words) in requests._STATES.items()}
    assert dict(choices.ANSWERS) == said
