"""The source finder from the shell: the ranking, its JSON, and asking digit by digit."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from rutbreaker.cli.source import ask
from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.source import answer_statement, finish_sitting, questionnaire, source_view
from tests.cli.conftest import Result, Rut
from tests.cli.test_terminal import on_terminal


def _answers(letters: str, other: int = 2) -> dict[str, int]:
    strains = {key: 5 if key[0] in letters else other for key in STATEMENTS}
    answers = {key: 6 - strains[key] if each.is_reversed else strains[key] for key, each in STATEMENTS.items()}
    return answers | {"X1": 1, "X2": 1, "L1": 3, "L2": 2}


def _finish(context: Context, answers: dict[str, int]) -> None:
    for key, value in answers.items():
        answer_statement(context, key, value)
    finish_sitting(context)


def test_before_the_first_answer_it_says_how_to_begin(bare_rut: Rut) -> None:
    assert bare_rut("source") == Result(
        0, "Nothing answered yet: 28 statements, about four minutes.   rut source --ask\n", ""
    )


def test_a_sitting_under_way_is_told(rut: Rut, context: Context) -> None:
    answer_statement(context, "A1", 3)
    assert rut("source").out == "1 of 28 statements are answered.   rut source --ask goes on\n"
    assert json.loads(rut("source", "--json").out)["unfinished"] == 1


def test_the_ranking(rut: Rut, context: Context) -> None:
    _finish(context, _answers("B") | {"C1": 4, "X2": 5})
    assert rut("source").out == (
        "What it points to   24 answers, Mon 23 Nov\n"
        "This may not be mainly about work.\n"
        "  Too little challenge   100   most likely\n"
        "  less likely: Lost interest 38 · Overload 25 · Alone with it 25 · Work swallows life 25 · No recognition 25\n"
        "The first is right a bit more than half the time.\n"
    )


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (_answers("", 3), "No single source stands out.\n"),
        (_answers("", 1), "Nothing here looks strained.\n"),
        ({"A1": 5, "A2": 5}, "Not enough answers: a source needs three of its four statements.\n"),
    ],
)
def test_what_is_uncertain_is_said(rut: Rut, context: Context, answers: dict[str, int], said: str) -> None:
    for key in STATEMENTS:
        answer_statement(context, key, answers.get(key))
    finish_sitting(context)
    assert rut("source").out.endswith(said)


def test_check_ins_and_changes_are_told(rut: Rut, context: Context, clock: FixedClock) -> None:
    _finish(context, _answers("A"))
    for _ in range(42):
        clock.advance(timedelta(days=1))
        check_in(context, {"energy": 1, "interest": 3, "pressure": 5, "progress": 3, "people": 3})
    _finish(context, _answers("A") | {"D1": 5, "D2": 5})
    out = rut("source").out
    assert "Your check-ins agree.\n" in out
    assert "Since Mon 23 Nov 2026: Alone with it up 1.5 points (90 % interval 0.5 to 2.5).\n" in out
    found = json.loads(rut("source", "--json").out)
    assert found["checkins"] == "agree"
    assert [(change["key"], change["points"]) for change in found["changes"]] == [("alone", 1.5)]
    clock.advance(timedelta(days=45))
    assert rut("source").out.endswith("That was 45 days ago.   rut source --ask asks again\n")


def test_json_says_all_of_it(rut: Rut, context: Context) -> None:
    _finish(context, _answers("E"))
    found = json.loads(rut("source", "--json").out)
    assert (found["day"], found["answers"], found["unfinished"]) == ("2026-11-23", 24, None)
    assert (found["verdict"], found["outside"], found["levers"], found["checkins"]) == ("ranked", False, True, None)
    first = found["sources"][0]
    assert (first["key"], first["mean"], first["score"], first["in_set"]) == ("life", 5.0, 100.0, True)
    assert first["p_top"] > 0.9
    assert first["word"] == "most likely"
    assert sum(source["p_top"] for source in found["sources"]) == pytest.approx(1, abs=0.001)


def test_asking_needs_a_terminal(rut: Rut) -> None:
    said = rut("source", "--ask")
    assert (said.code, said.out) == (2, "")
    assert "--ask asks on a terminal" in said.err


def _asked(context: Context, keys: str) -> tuple[bool, str]:
    pressed: Iterator[str] = iter(keys)
    shown: list[str] = []
    return ask(context, lambda: next(pressed, ""), shown.append), "".join(shown)


def test_asking_keeps_every_answer_and_goes_on_where_it_was_left(context: Context) -> None:
    first = questionnaire(context).statements[0].text
    is_finished, shown = _asked(context, "4z-\x7f2\x1b")
    assert not is_finished
    assert shown.startswith(f" 1 of 28  {first}  ●●●●○ 4\n 2 of 28  ")
    assert shown.endswith("2 of 28 are kept; rut source --ask goes on with the rest.\n")
    assert list(questionnaire(context).answers.values()) == [4, 2]
    is_finished, shown = _asked(context, "3" * 26)
    assert is_finished
    assert shown.startswith(" 3 of 28  ")
    assert source_view(context).ranking.answered == 24


def test_going_back_says_what_stands(context: Context) -> None:
    _, shown = _asked(context, "4\x7f\x1b")
    assert "(now 4)" in shown


def test_leaving_at_once_keeps_nothing(context: Context) -> None:
    assert _asked(context, "")[1].endswith("Left; nothing was answered.\n")
    assert source_view(context).begun is None


def test_all_skipped_is_asked_again_from_the_first(context: Context) -> None:
    from rutbreaker.errors import BadInput

    with pytest.raises(BadInput, match="Every statement was skipped"):
        _asked(context, "-" * 28)
    assert _asked(context, "3\x1b")[1].startswith(" 1 of 28  ")


def test_28_keys_on_a_real_terminal(db_path: str) -> None:
    code, shown = on_terminal("4" * 28, "source", "--ask", once="1 of 28")
    assert code == 0, shown
    assert "Think of the last four weeks." in shown
    assert "28 of 28" in shown
    assert "24 answers" in shown
