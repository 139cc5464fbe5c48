"""``rut trial``: begun, shown, stopped, and refused where it can't be."""

import json
import os

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from tests.cli.conftest import Rut
from tests.journal.test_trials import begin, live_through


def test_it_begins_with_its_plan_and_what_to_expect(rut: Rut) -> None:
    shown = rut("trial", "start", "#walk", "--days", "30")
    assert shown.code == 0
    assert "Mo  Tu  We" in shown.out
    assert "■ on   □ off" in shown.out
    assert "Modest: " in shown.out
    assert shown.err == "Begins tomorrow: a trial of #walk, 30 days. rut undo takes it back.\n"
    view = json.loads(rut("trial", "--json").out)
    assert (view["tag"], view["first"], view["last"]) == ("walk", "2026-11-24", "2026-12-23")
    assert (view["state"], view["today"], view["result"]) == ("running", None, None)
    assert len(view["plan"]) == 30
    assert "begins tomorrow" in rut("trial").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("start",), "takes start and one tag"),
        (("start", "two words"), "can't be a tag"),
        (("start", "walk", "--days", "7"), "28 to 42 days, not 7"),
        (("start", "walk", "--days", "many"), "--days takes a number"),
        (("go",), "takes start and one tag"),
    ],
)
def test_what_is_not_understood_makes_no_file(bare_rut: Rut, home: str, words: tuple[str, ...], says: str) -> None:
    refused = bare_rut("trial", *words)
    assert (refused.code, refused.out) == (2, "")
    assert says in refused.err
    assert os.listdir(home) == []


def test_before_the_first_there_is_nothing(bare_rut: Rut) -> None:
    assert bare_rut("trial").err == "No trial yet; rut trial start TAG begins one.\n"
    assert json.loads(bare_rut("trial", "show", "--json").out) == {}
    assert bare_rut("trial", "stop").code == 1


def test_a_finished_one_says_what_came_of_it(rut: Rut, context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=1)
    assert rut("trial").out.startswith("#walk helped: on-days were higher by ")
    result = json.loads(rut("trial", "--json").out)["result"]
    assert list(result) == ["difference", "low", "high", "p", "n_on", "n_off", "words"]
    assert result["low"] > 0
    assert rut("trial", "stop").code == 1


def test_today_says_what_it_asks_of_the_day(rut: Rut, context: Context, clock: FixedClock) -> None:
    begin(context)
    assert "by the trial" not in rut("today").out
    live_through(context, clock, better=1, days=3)
    shown = rut("today").out
    assert "#walk today, by the trial, day 4 of 28." in shown
    is_on = json.loads(rut("trial", "--json").out)["today"] == "on"
    assert ("With #walk" in shown) is is_on
    assert "by the trial" not in rut("today", "--date", "yesterday").out


def test_it_is_stopped(rut: Rut, context: Context, clock: FixedClock) -> None:
    begin(context)
    live_through(context, clock, better=1, days=3)
    assert "day 4 of 28" in rut("trial").out
    assert rut("trial", "start", "tea").code == 2
    assert rut("trial", "stop").err.startswith("Stopped: the trial of #walk.")
    assert json.loads(rut("trial", "--json").out)["state"] == "stopped"
    assert "says nothing about whether it helped" in " ".join(rut("trial").out.split())
