"""``rut helps``."""

import json

from rutbreaker.context import Context
from rutbreaker.domain.helps_words import HOW_OFTEN_WRONG, NO_TAGS
from tests.cli.conftest import Rut
from tests.journal.test_helps import live


def test_it_says_what_goes_with_better_days_and_how_often_that_is_wrong(rut: Rut, context: Context) -> None:
    live(context)
    result = rut("helps")
    assert (result.code, result.err) == (0, "")
    head, walk, walk_by_rating, late, late_by_rating, tea, wrong = result.out.splitlines()
    assert head == "Of 120 check-ins, allowing for the weekday, a slow trend and the day before:"
    assert walk.startswith("#walk  goes with better days (+0.")
    assert walk.endswith(" off")
    assert walk_by_rating.startswith("       single ratings: ")
    assert "pressure -0." in walk_by_rating
    assert late.startswith("#late  goes with worse days (-0.")
    assert "pressure +0." in late_by_rating
    assert tea.startswith("#tea   no clear link yet ")
    assert wrong == HOW_OFTEN_WRONG


def test_with_few_days_it_says_what_is_missing_and_nothing_else(rut: Rut, context: Context) -> None:
    live(context, 33)
    first, *tags = rut("helps").out.splitlines()
    assert first == "12 more check-ins until your tags can be held against your days: around 5 Dec at your pace."
    assert len(tags) == 3
    assert not any("goes with" in line or "link" in line for line in tags)


def test_where_it_could_have_been_missed_it_says_so(rut: Rut, context: Context) -> None:
    live(context, 60, lambda number: ("tea",) if number % 3 == 0 else ())
    assert "#tea  no clear link yet; we could have missed it  " in rut("helps").out


def test_without_tags_it_says_how_they_are_made(rut: Rut, context: Context) -> None:
    live(context, 60, lambda _: ())
    result = rut("helps")
    assert (result.code, result.out, result.err) == (0, "", f"{NO_TAGS}\n")


def test_an_empty_file_has_nothing_to_say(bare_rut: Rut) -> None:
    assert bare_rut("helps").code == 0
    assert json.loads(bare_rut("helps", "--json").out) == {"checkins": 0, "missing": 45, "ready_on": None, "tags": []}


def test_as_json_only_what_passed_has_figures(rut: Rut, context: Context) -> None:
    live(context)
    found = json.loads(rut("helps", "--json").out)
    assert (found["checkins"], found["missing"], found["ready_on"]) == (120, 0, None)
    walk, late, tea = found["tags"]
    assert (walk["tag"], walk["verdict"], walk["passed"]) == ("walk", "better", True)
    assert walk["low"] < walk["estimate"] < walk["high"]
    assert set(walk["ratings"]) == {"energy", "interest", "pressure", "progress", "people"}
    assert walk["ratings"]["pressure"] < 0 < walk["ratings"]["energy"]
    assert (late["verdict"], late["estimate"] < 0) == ("worse", True)
    assert tea["ratings"] == {}
    assert (tea["verdict"], tea["passed"], tea["estimate"], tea["low"], tea["high"]) == (
        "open",
        False,
        None,
        None,
        None,
    )
