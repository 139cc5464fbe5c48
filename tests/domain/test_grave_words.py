"""The phrases that open the safety card, for those who have asked for it."""

import pytest

from rutbreaker.domain.grave_words import is_grave


@pytest.mark.parametrize(
    "text",
    [
        "I want to die",
        "some days I WISH I were\n  dead, honestly",
        "it feels as if I can\u2019t go on.",
        "Thoughts of suicide again #night",
        "(everybody better off without me)",
    ],
)
def test_they_are_found_however_they_are_written(text: str) -> None:
    assert is_grave(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The build died twice, the deadline is dead",
        "I want to diet",
        "Killed the process myself",
        "hurt my self-esteem",
        "Watched Suicider, the band",
    ],
)
def test_other_words_are_let_be(text: str) -> None:
    assert not is_grave(text)
