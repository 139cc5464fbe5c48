"""Pane 6, by its keys."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Checkin, Criterion, Goal, Option
from rutbreaker.journal import change, readiness
from rutbreaker.journal.change import Sheet, add_criterion, add_option, options_view
from rutbreaker.journal.readiness import readiness_view, why_item
from rutbreaker.store.history import put
from rutbreaker.store.ids import checkin_id
from rutbreaker.tui.panes.change import ChangePane
from rutbreaker.tui.widgets.row_list import RowList
from tests.tui.conftest import Drive, Driver

_ROWS = (("Stay, new team", "435"), ("Own studio", "523"), ("Data role", "442"))


def _compared(context: Context) -> None:
    criteria = [change.add_criterion(context, *pair) for pair in (("growth", 3), ("pay", 2), ("people", 2))]
    for title, row in _ROWS:
        option = change.add_option(context, title, stays=title.startswith("Stay"))
        change.score_option(
            context, option.id, {found.id: int(sign) for found, sign in zip(criteria, row, strict=True)}
        )


async def _met(driver: Driver, key: str) -> bool | None:
    answers = (await driver.ask(why_item, key)).answers
    return answers[-1].met if answers else None


def _words(driver: Driver) -> str:
    return " ".join(" ".join(line.strip(" │▂▃▄▅▆▇█") for line in driver.lines).replace("│", " ").split())


def _logged(context: Context) -> None:
    """Two moves that were seen through."""
    today, now = context.clock.today(), context.clock.now()
    with context.act("two moves") as doing:
        for title, days in (("Rust study group", 21), ("no-meeting mornings", 15)):
            first = today - timedelta(days=days)
            move = Goal(doing.new_id(), first, now, title, source="alone", state="closed", verdict="little")
            put(doing, move._replace(closed_on=today))


def _slump(context: Context) -> None:
    """A hundred good days, then twelve that are clearly lower, without being low."""
    _logged(context)
    today, now = context.clock.today(), context.clock.now()
    with context.act("a dip") as doing:
        for back in range(112):
            day = today - timedelta(days=back)
            values = (3, 3, 3, 2, 2) if back < 12 else (5, 4, 2, 4, 5)
            put(doing, Checkin(checkin_id(day), day, now, *values, rated_on=day))


def _line(driver: Driver, text: str) -> str:
    return next(line for line in driver.lines if text in line)


async def test_an_empty_pane_says_what_it_is_for_and_which_keys_start_it(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        assert "What you log answers most of it" in _words(driver)
        assert "0 of 7" in _line(driver, "Tried")
        assert " o  add an option" in driver.text
        assert "Over time" not in driver.text


async def test_space_answers_the_selected_item_round_and_round(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        await driver.press("j", "space")
        assert "■ I raised it" in driver.text
        assert "23 Nov" in _line(driver, "I raised it")
        assert "2 of 7" in _line(driver, "Tried")
        assert await _met(driver, "T2") is True
        await driver.press("space")
        assert "□ I raised it" in driver.text
        assert await _met(driver, "T2") is False
        await driver.press("space")
        assert "· I raised it" in driver.text


async def test_space_overrules_nothing_that_is_logged(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        await driver.press("space")
        assert "It answers itself from what you log" in _words(driver)
        assert (await driver.ask(why_item, "T1")).answers == ()


async def test_an_answer_is_undone_in_one_step(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        await driver.press("j", "space", "u")
        assert "· I raised it" in driver.text
        assert await _met(driver, "T2") is None
        await driver.press("U")
        assert await _met(driver, "T2") is True


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_an_item_is_answered_with_a_reason(drive: Drive, key: str) -> None:
    async with drive(pane="change") as driver:
        await driver.press("j", key)
        assert "I raised it with someone" in driver.text
        await driver.press("tab")
        await driver.type("Mara listened")
        await driver.press("enter")
        (answer,) = (await driver.ask(why_item, "T2")).answers
        assert (answer.met, answer.because) == (True, "Mara listened")
        assert "Mara listened" in driver.text
        await driver.press(key, "right", "enter")
        assert await _met(driver, "T2") is False


async def test_d_takes_an_answer_back_and_undo_brings_it_again(drive: Drive) -> None:
    async with drive(pane="change", seed=lambda context: readiness.answer_item(context, "T1", True, "two")) as driver:
        await driver.press("d")
        assert await _met(driver, "T1") is None
        await driver.press("u")
        assert await _met(driver, "T1") is True
        await driver.press("j", "d")
        assert "There is no answer of yours" in driver.text


async def test_y_says_what_counts_for_an_item_and_what_was_said(drive: Drive, clock: FixedClock) -> None:
    def seed(context: Context) -> None:
        readiness.answer_item(context, "T1", False, "only one")
        clock.advance(timedelta(days=30))
        for place in range(11):
            readiness.answer_item(context, "T1", True, f"reason {place}")

    async with drive(pane="change", seed=seed) as driver:
        await driver.press("y")
        assert "closed with a verdict" in driver.text
        assert "2 points" in driver.text
        assert "23 Dec 2026: met, reason 10" in driver.text
        assert "and 2 earlier answers" in driver.text
        await driver.press("escape", "j", "y")
        assert "Not answered yet." in driver.text


async def test_what_is_logged_is_overruled_with_a_reason_and_the_overruling_taken_back(drive: Drive) -> None:
    async with drive(pane="change", seed=_logged) as driver:
        assert "■ I closed two moves" in driver.text
        assert "x2 logged" in _line(driver, "I closed two moves")
        assert "2 moves: Rust study group 21 days, no-meeting" in driver.text
        await driver.press("enter")
        assert "as it is logged" in driver.text
        await driver.press("left", "enter")
        assert "Give a reason why it is otherwise" in _words(driver)
        await driver.press("tab")
        await driver.type("the second was not mine")
        await driver.press("enter")
        assert "□ I closed two moves" in driver.text
        assert "overruled: the second was not mine" in driver.text
        await driver.press("y")
        assert "From what is logged: met (2 moves" in _words(driver)
        assert "23 Nov 2026: not met, the second was not mine" in _words(driver)
        await driver.press("escape", "d")
        assert "■ I closed two moves" in driver.text
        await driver.press("y")
        assert "23 Nov 2026: taken back" in driver.text


async def test_the_rulers_are_asked_and_their_last_readings_shown(drive: Drive) -> None:
    def seed(context: Context) -> None:
        readiness.read_rulers(context, {"importance": 7})
        clock = context.clock
        assert isinstance(clock, FixedClock)
        clock.advance(timedelta(days=14))

    async with drive(pane="change", seed=seed) as driver:
        assert "7 of 10, 23 Nov" in _line(driver, "Importance")
        assert "m asks for importance and confidence" in driver.text
        await driver.press("m")
        assert "10, fully; 7 on 23 Nov" in driver.text
        await driver.press("enter")
        assert "at least one of the two" in _words(driver)
        await driver.press("1", "1", "enter")
        assert "from 0 to 10" in _words(driver)
        await driver.press("backspace", "backspace", "8", "tab", "5", "enter")
        assert "8 of 10, 7 Dec" in _line(driver, "Importance")
        assert "5 of 10, 7 Dec" in _line(driver, "Confidence")
        assert "m asks" not in driver.text
        assert "■ A change stays important to me" in driver.text
        assert "7 on 23 Nov, 8 on 7 Dec" in driver.text
        await driver.press("u")
        assert "7 of 10, 23 Nov" in _line(driver, "Importance")


async def test_the_runway_is_worked_out_and_amounts_are_kept_only_when_wished(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        await driver.press("b", "enter")
        assert "Give the months that your savings last" in _words(driver)
        await driver.press("tab")
        await driver.type("12 000")
        await driver.press("tab")
        await driver.type("2 600 €")
        await driver.press("enter")
        assert "currency; not “2 600 €”" in driver.text
        await driver.press("backspace", "backspace", "enter")
        found = await driver.ask(readiness.last_runway)
        assert (round(found.months, 2), found.savings, found.monthly) == (4.62, None, None)
        assert "4.6 months on 23 Nov; 3 are wanted" in driver.text
        await driver.press("b")
        assert "4.6" in driver.text
        await driver.press("tab", "tab", "tab", "tab", "right", "enter")
        found = await driver.ask(readiness.last_runway)
        assert (round(found.months, 2), found.is_thin) == (4.62, True)
        assert "6 are wanted, as others depend" in driver.text
        await driver.press("b", "tab", "5", "0", "0", "tab", "1", "0", "0", "tab", "right", "enter")
        found = await driver.ask(readiness.last_runway)
        assert (found.months, found.savings, found.monthly) == (5.0, 500, 100)
        await driver.press("b", "9", "enter")
        found = await driver.ask(readiness.last_runway)
        assert (found.months, found.savings, found.monthly) == (9.0, None, None)


async def test_an_item_that_both_can_answer_is_overruled_once_something_is_logged_of_it(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        driver.app.screen.query_one(ChangePane).reveal("readiness", "A1")
        await driver.settle()
        await driver.press("space")
        assert await _met(driver, "A1") is True
        await driver.press("d", "b", "1", "enter")
        assert "1 month on 23 Nov; 3 are wanted" in driver.text
        await driver.press("space")
        assert "It answers itself from what you log" in _words(driver)
        await driver.press("enter")
        assert "[as it is logged]" in driver.text
        await driver.press("left", "left", "tab")
        await driver.type("Ana lends me the rest")
        await driver.press("enter")
        assert "overruled: Ana lends me the rest" in driver.text
        assert await _met(driver, "A1") is True


async def test_the_sentence_always_stands_beside_both_findings_and_the_convention(drive: Drive) -> None:
    def seed(context: Context) -> None:
        for key in ("T1", "T2", "T4", "S1", "S3"):
            readiness.answer_item(context, key, True, "so it is")

    for seeded in (None, seed):
        async with drive(pane="change", seed=seeded, size=(200, 60)) as driver:
            assert "Levitt 2021" in driver.text
            assert "Boswell and others 2005" in driver.text
            assert "our convention" in driver.text
            assert ("You have tried 3 avenues and" in driver.text) == (seeded is not None)


async def test_the_course_is_drawn_from_the_second_day_on(drive: Drive, clock: FixedClock) -> None:
    def seed(context: Context) -> None:
        readiness.answer_item(context, "T3", True, "elsewhere")
        clock.advance(timedelta(days=7))

    async with drive(pane="change", seed=seed) as driver:
        await driver.press("j", "space")
        assert "Over time" in driver.text
        assert "▂▂▂▂▂▂▂▄  3 of 7" in driver.text
        assert "since 23 Nov" in driver.text


@pytest.mark.parametrize("key", ["o", "n"])
async def test_an_option_is_added_with_staying_beside_it_and_undone_in_one_step(drive: Drive, key: str) -> None:
    async with drive(pane="change") as driver:
        await driver.press(key)
        await driver.type("Own studio")
        await driver.press("enter")
        assert [view.option.title for view in (await driver.ask(options_view)).options] == [
            "Stay, and change …",
            "Own studio",
        ]
        assert "Stay, and change …" in driver.text
        rows = driver.app.query_one("#option-list", RowList)
        assert rows.has_focus
        assert rows.highlighted == 1
        await driver.press("u")
        assert (await driver.ask(options_view)).options == ()
        assert " o  add an option" in driver.text


async def test_a_way_of_staying_can_be_the_first_option(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        await driver.press("o")
        await driver.type("Stay, new team")
        await driver.press("tab", "right", "enter")
        (view,) = (await driver.ask(options_view)).options
        assert (view.option.title, view.option.stays) == ("Stay, new team", True)


async def test_options_stand_in_a_table_with_weights_totals_and_how_sure_the_lead_is(drive: Drive) -> None:
    async with drive(pane="change", seed=_compared) as driver:
        assert "growth pay people     Σ" in driver.text
        assert "x3     x2  x2" in driver.text
        assert "Stay, new team 4 3 5 4.0" in " ".join(_line(driver, "Stay, new team").split())
        assert "Own studio 5 2 3 3.6" in " ".join(_line(driver, "Own studio").split())
        assert "clear: it takes people x0 to reverse it" in driver.text


async def test_the_sheet_of_an_option_is_written(drive: Drive) -> None:
    async with drive(pane="change", seed=_compared) as driver:
        await driver.press("tab", "j", "enter")
        assert "In ten years" in driver.text
        await driver.press("tab")
        await driver.type("a day at Femi's")
        await driver.press("enter")
        view = (await driver.ask(options_view)).options[1]
        assert (view.option.title, view.option.first_test) == ("Own studio", "a day at Femi's")
        await driver.press("enter", "tab", "tab")
        await driver.type("in a week")
        await driver.press("enter")
        assert "is in the future" in _words(driver)
        await driver.press(*["backspace"] * 9)
        await driver.type("yesterday")
        await driver.press("enter")
        assert str((await driver.ask(options_view)).options[1].option.tested_on) == "2026-11-22"
        await driver.press("u")
        await driver.press("u")
        assert (await driver.ask(options_view)).options[1].option.first_test == ""


async def test_a_criterion_is_added_weighed_and_deleted(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        await driver.press("i")
        await driver.type("freedom")
        await driver.press("tab")
        await driver.type("11")
        await driver.press("enter")
        assert "from 0 to 10" in driver.text
        await driver.press("backspace", "backspace", "4", "enter")
        (criterion,) = (await driver.ask(options_view)).criteria
        assert (criterion.title, criterion.weight) == ("freedom", 4)
        await driver.press("e", "tab", "7", "enter")
        assert (await driver.ask(options_view)).criteria[0].weight == 7
        assert re.search(r"freedom +x7", driver.text)
        await driver.press("d")
        assert (await driver.ask(options_view)).criteria == ()
        await driver.press("u")
        assert len((await driver.ask(options_view)).criteria) == 1


async def test_weights_that_are_all_zero_are_refused_in_the_form(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        await driver.press("i")
        await driver.type("mood")
        await driver.press("tab", "0", "enter")
        assert "nothing would count" in driver.text
        assert (await driver.ask(options_view)).criteria == ()


async def test_an_option_is_scored_by_every_criterion_in_one_act(drive: Drive) -> None:
    async with drive(pane="change", seed=_compared) as driver:
        await driver.press("tab", "j", "s")
        assert "Scores of Own studio" in driver.text
        await driver.press("5", "tab", "6", "enter")
        assert "from 1 to 5" in driver.text
        await driver.press("backspace", "5", "tab", "5", "enter")
        best = (await driver.ask(options_view)).options[0]
        assert (best.option.title, best.scores) == ("Own studio", (5, 5, 5))
        assert "5.0" in _line(driver, "Own studio")
        await driver.press("u")
        assert (await driver.ask(options_view)).options[1].scores == (5, 2, 3)


async def test_an_empty_score_is_taken_away_and_named(drive: Drive) -> None:
    async with drive(pane="change", seed=_compared) as driver:
        await driver.press("tab", "s", "tab", "backspace", "enter")
        assert "No total yet: Stay, new team lacks pay" in driver.text
        view = (await driver.ask(options_view)).options[-1]
        assert (view.option.title, view.scores) == ("Stay, new team", (4, None, 5))


async def test_scoring_says_what_is_needed_first(drive: Drive) -> None:
    async with drive(pane="change") as driver:
        await driver.press("s")
        assert "Select an option to score it" in driver.text
    async with drive(pane="change", seed=lambda context: change.add_option(context, "Own studio")) as driver:
        assert "i adds what to compare them by" in driver.text
        await driver.press("tab", "s")
        assert "scored by criteria" in driver.text


async def test_y_says_how_a_total_comes_about(drive: Drive) -> None:
    async with drive(pane="change", seed=_compared) as driver:
        await driver.press("tab", "y")
        assert "growth: 3 × 4" in driver.text
        assert "28 / 7 = 4.0" in driver.text


async def test_an_option_is_deleted_and_brought_back_but_staying_is_always_one(drive: Drive) -> None:
    async with drive(pane="change", seed=_compared) as driver:
        await driver.press("tab", "d")
        assert "Staying, and changing something, is always one" in driver.text
        await driver.press("j", "d")
        assert [view.option.title for view in (await driver.ask(options_view)).options] == [
            "Stay, new team",
            "Data role",
        ]
        await driver.press("u")
        assert (await driver.ask(options_view)).options[1].scores == (5, 2, 3)


async def test_two_weeks_of_rest_are_noticed(drive: Drive, clock: FixedClock) -> None:
    def seed(context: Context) -> None:
        _compared(context)
        clock.advance(timedelta(days=14))

    async with drive(pane="change", seed=seed, size=(120, 60)) as driver:
        assert "Unchanged for 14 days." in driver.text
        assert "■ After two weeks' rest my options still stand" in driver.text


async def test_a_slump_of_late_says_that_decisions_can_wait_and_shows_what_is_known(drive: Drive) -> None:
    async with drive(pane="change", seed=_slump, size=(120, 50)) as driver:
        # The pane's left half alone: what is said there runs over several lines.
        words = " ".join(" ".join(line[:70] for line in driver.lines).replace("│", " ").split())
        assert "Since around 12 Nov" in words
        assert "Big decisions can usually wait two weeks" in words
        assert "There are avenues left" in words
        assert "Levitt 2021" in words
        assert "Boswell" in words


async def test_space_on_an_option_says_where_it_answers(drive: Drive) -> None:
    async with drive(pane="change", seed=_compared) as driver:
        await driver.press("tab", "space")
        assert "Tab goes there" in driver.text
        assert all(item.answer is None for item in (await driver.ask(readiness_view)).items)


async def test_an_option_that_is_looked_for_is_selected(drive: Drive) -> None:
    async with drive(pane="change", seed=_compared) as driver:
        option = (await driver.ask(options_view)).options[2].option
        driver.app.screen.query_one(ChangePane).reveal("option", option.id)
        await driver.settle()
        await driver.press("y")
        assert "growth: 3 × 4" in driver.text
        assert "Data role" in driver.text


def _hostile(context: Context) -> None:
    _compared(context)
    (first, *_) = change.options_view(context).options
    change.change_option(context, first.option.id, Sheet(title="[/x] [@click=app.quit]z \x1b[31m\u202e" + "long " * 40))
    change.add_criterion(context, "[bold]שלום " + "界" * 200, 2)
    readiness.answer_item(context, "T1", True, "[/y] שלום " + "because " * 30)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 60)])
async def test_any_text_is_shown_as_typed_at_any_size(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(pane="change", seed=_hostile, size=size) as driver:
        assert "[/y] שלום" in driver.text
        await driver.press("tab")
        assert "[/x]" in driver.text
        await driver.press("y", "escape", "e")
        assert "[/x] [@click" in driver.text


def _many(context: Context) -> None:
    now, day = context.clock.now(), context.clock.today()
    with context.act("many") as doing:
        for place in range(500):
            put(doing, Option(doing.new_id(), day, now, f"Option {place} {'שלום ' * 40}", stays=place == 0))
        for place in range(20):
            put(doing, Criterion(doing.new_id(), day, now, f"criterion {place} {'wide ' * 40}", place % 4 + 1))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_five_hundred_options_and_twenty_criteria_can_be_walked(drive: Drive, size: tuple[int, int]) -> None:
    async with drive(pane="change", seed=_many, size=size) as driver:
        await driver.press("tab")
        assert "Option 0" in driver.text
        await driver.press("end")
        assert "criterion 19" in driver.text
        await driver.press("home", "pagedown")
        assert "Option" in driver.text


@pytest.mark.parametrize(("size", "seed"), [((40, 12), None), ((40, 12), _compared), ((80, 24), _compared)])
async def test_stacked_parts_follow_the_cursor_from_their_title_to_their_end(
    drive: Drive, size: tuple[int, int], seed: Callable[[Context], None] | None
) -> None:
    async with drive(pane="change", seed=seed, size=size) as driver:
        assert "Readiness" in driver.text
        await driver.press("end")
        assert "After two weeks' rest" in driver.text
        assert seed is not None or "thresholds" in driver.text
        await driver.press("home")
        assert "Readiness" in driver.text
        await driver.press("tab")
        assert ("─ Options" in driver.text) == (seed is not None)
        await driver.press("shift+tab")
        assert "Readiness" in driver.text


async def test_criteria_are_whole_where_there_is_room(drive: Drive) -> None:
    def seed(context: Context) -> None:
        add_option(context, "Another team")
        for title, weight in (("Learning", 3), ("Time at home", 3), ("Pay", 2), ("People I learn from", 1)):
            add_criterion(context, title, weight)

    async with drive(pane="change", seed=seed, size=(80, 60)) as driver:
        assert "Learning Time at home Pay People I learn from     Σ" in driver.text
        assert re.search(r"x3 {7}x3 {11}x2  x1", driver.text)
