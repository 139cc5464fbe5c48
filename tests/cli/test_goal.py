"""``rut goal``: every verb with what it says, how goals and steps are named, and what is refused."""

import json
import os
from datetime import timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.source_moves import MOVES
from rutbreaker.journal.goals import GoalView, add_goal, close_goal, goal_view, list_goals
from rutbreaker.journal.log import list_log
from rutbreaker.journal.steps import add_routine, add_step, list_routines
from tests.cli.conftest import Result, Rut


def _only(context: Context) -> GoalView:
    (view,) = list_goals(context)
    return view


def _said(text: str) -> Result:
    """A command that did something, and said this."""
    return Result(0, "", text)


def test_a_goal_is_set_with_everything_and_its_plan_read_back(rut: Rut, context: Context) -> None:
    given = ("--avenue", "Learning", "--why", "to be stretched", "--source", "challenge", "--by", "24 Dec")
    plan = ("--obstacle", "the mail", "--plan", "If it is nine, then I open the book")
    more = ("--measure", "12 of 30 pages", "--size", "stretch", "--first", "Open the book")
    assert rut("goal", "add", "Learn", "Rust", *given, *plan, *more) == _said(
        "Set: Learn Rust (learning, by Thu 24 Dec)\n"
        "The first step: Open the book\n"
        "Read it aloud once: If it is nine, then I open the book\n"
    )
    view = _only(context)
    goal = view.goal
    assert (goal.title, goal.avenue, goal.why, goal.source) == (
        "Learn Rust",
        "learning",
        "to be stretched",
        "challenge",
    )
    assert (goal.obstacle, goal.plan, goal.size) == ("the mail", "If it is nine, then I open the book", 3)
    assert (view.progress, view.next_step and view.next_step.text) == ((12, 30, "pages"), "Open the book")
    rut("undo")
    assert list_goals(context) == []


def test_a_plan_without_if_and_then_is_said_to_be_one_and_kept(rut: Rut, context: Context) -> None:
    assert rut("goal", "add", "Read", "--plan", "Read more") == _said(
        "Set: Read (aim)\n"
        "Read it aloud once: Read more\n"
        "A plan holds best as “If … happens, then I …”; it was kept as it is.\n"
    )
    assert _only(context).goal.plan == "Read more"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add",), "rut goal add takes TITLE."),
        (("add", "  "), "There is no text for the goal."),
        (("add", "x", "--avenue", "fame"), "“fame” is no avenue; there are aim, challenge,"),
        (("add", "x", "--source", "boss"), "“boss” is no source; there are overload,"),
        (("add", "x", "--by", "31 Feb"), "There is no day “31 Feb”."),
        (("add", "x", "--by", "someday"), "“someday” is not a day that is clear."),
        (("add", "x", "--measure", "a lot"), "Understood are steps, 20h"),
        (("add", "x", "--size", "huge"), "there are 1 (comfort), 2 (easy reach), 3 (stretch), 4 (bold), 5 (scary)."),
        (("add", "x", "--idea", "fly"), "“fly” is no idea; there are drop-one, workload-talk,"),
        (("add", "x", "--first", " "), "There is no text for the first step."),
        (("fly", "x"), "rut goal doesn't know “fly”; it knows add, list, show, ideas,"),
        (("list", "--why", "x"), "“list” takes no --why."),
        (("close", "x", "--due", "fri"), "“close” takes no --due."),
        (("list", "more"), "rut goal list takes no words, such as “more”."),
        (("step", "x"), "rut goal step takes GOAL TEXT."),
        (("session", "x"), "rut goal session takes GOAL 45m [NOTE]."),
        (("session", "x", "a while"), "“a while” doesn't begin with a length of time: write 45m, 1h30,"),
        (("step", "x", "y", "--due", "fri", "--every", "day"), "leave one out."),
        (("step", "x", "y", "--asks"), "--asks is for a routine:"),
        (("close", "x"), "Say whether it helped, with --verdict helped|little|no|unknown."),
        (("edit", "x"), "There is nothing to change it to."),
        (("ideas", "boss"), "“boss” is no source; there are overload,"),
    ],
)
def test_what_is_not_understood_makes_no_file(bare_rut: Rut, home: str, words: tuple[str, ...], says: str) -> None:
    refused = bare_rut("goal", *words)
    assert (refused.code, refused.out) == (2, "")
    assert says in refused.err
    assert os.listdir(home) == []


def test_before_the_first_goal_there_is_a_way_to_begin(bare_rut: Rut, home: str) -> None:
    assert bare_rut("goal") == _said(
        "No goals yet: rut goal add TITLE sets one, rut goal ideas says what people try.\n"
    )
    assert bare_rut("goal", "list", "--json") == Result(0, "[]\n", "")
    assert bare_rut("goal", "show", "x") == Result(1, "", "rut: There are no goals yet; rut goal add TITLE sets one.\n")
    assert bare_rut("goal", "done", "x").err == "rut: There are no steps yet; rut goal step GOAL TEXT adds one.\n"
    assert os.listdir(home) == []


def test_the_list_has_a_line_for_each_and_the_closed_ones_when_asked_for(
    rut: Rut, context: Context, clock: FixedClock
) -> None:
    rut("goal", "add", "Half marathon")
    clock.advance(timedelta(days=3))
    rut("goal", "add", "Learn Rust", "--avenue", "learning", "--measure", "20h", "--by", "24 Dec", "--first", "Open it")
    rut("goal", "session", "rust", "1h30")
    rut("goal", "add", "Swim")
    rut("goal", "park", "swim", "--until", "7 Dec")
    rut("goal", "add", "Old")
    rut("goal", "close", "old", "--verdict", "little")
    rut("goal", "add", "Older")
    rut("goal", "close", "older", "--verdict", "no", "--let-go")
    open_ones = (
        "aim          Half marathon  still for 3 days\n"
        "learning     Learn Rust     1h30 of 20h · next: Open it · by Thu 24 Dec\n"
        "aim          Swim           parked until Mon 7 Dec\n"
    )
    assert rut("goal", "list") == Result(0, open_ones, "2 closed; rut goal list --all shows them too\n")
    assert rut("goal") == rut("goal", "list")
    listed = rut("goal", "list", "--all")
    assert listed.err == ""
    assert sorted(listed.out.removeprefix(open_ones).splitlines()) == [
        "aim          Old            closed, helped a little, Thu 26 Nov",
        "aim          Older          let go, Thu 26 Nov",
    ]
    (first, *_) = rut("goal", "list", "--ids").out.splitlines()
    assert rut("goal", "show", first.split()[0]).out.startswith("Half marathon\n")


def test_json_of_the_list_is_as_promised(rut: Rut, context: Context, clock: FixedClock) -> None:
    rut("goal", "add", "Learn Rust", "--avenue", "learning", "--by", "2026-12-24", "--first", "Open it")
    rut("goal", "session", "rust", "45m")
    rut("goal", "add", "Write", "--measure", "500 words")
    rut("goal", "reached", "write", "120")
    clock.advance(timedelta(days=2))
    write, learn = json.loads(rut("goal", "list", "--json").out)
    assert learn == {
        "id": next(view.goal.id for view in list_goals(context) if view.goal.title == "Learn Rust"),
        "title": "Learn Rust",
        "avenue": "learning",
        "state": "open",
        "progress": {"done": 0, "of": 1, "unit": "steps"},
        "next_step": "Open it",
        "due": "2026-12-24",
        "idle_days": 2,
        "minutes": 45,
    }
    assert (write["progress"], write["next_step"], write["due"]) == (
        {"done": 120, "of": 500, "unit": "words"},
        None,
        None,
    )


def test_a_goal_is_shown_whole(rut: Rut, context: Context) -> None:
    rut("goal", "add", "Talk", "--avenue", "challenge", "--source", "challenge", "--why", "to grow", "--size", "2")
    rut("goal", "edit", "talk", "--obstacle", "nerves", "--plan", "If Lena asks, then I say yes", "--by", "24 Dec")
    rut("goal", "step", "talk", "Ask Lena", "--due", "fri")
    rut("goal", "step", "talk", "Write the outline")
    rut("goal", "done", "outline")
    rut("goal", "step", "talk", "Rehearse", "--every", "Mon wed", "--asks")
    rut("goal", "session", "talk", "1h30", "slides", "--date", "yesterday")
    rut("goal", "session", "talk", "45m")
    assert rut("goal", "show", "talk") == Result(
        0,
        "Talk\n"
        "  avenue     challenge\n"
        "  state      open\n"
        "  why        to grow\n"
        "  answers    Too little challenge\n"
        "  in the way nerves\n"
        "  plan       If Lena asks, then I say yes\n"
        "  size       2 of 5, easy reach\n"
        "  by         Thu 24 Dec\n"
        "  progress   1 of 2 steps\n"
        "  time       45m this week, 2h15 in all\n"
        "  □ Ask Lena (due Fri 27 Nov)\n"
        "  ■ Write the outline (done Mon 23 Nov)\n"
        "  □ Rehearse (Mon and Wed, asks for tomorrow's first step)\n"
        "  2026-11-23     45m  \n".replace("  \n", "\n")
        + "  2026-11-22    1h30  slides\n",
        "",
    )
    shown = json.loads(rut("goal", "show", "talk", "--json").out)
    assert (shown["size"], shown["minutes_this_week"], shown["is_asked_about"]) == (2, 45, False)
    assert [step["done_on"] for step in shown["steps"]] == [None, "2026-11-23"]
    assert (shown["routines"][0]["schedule"], shown["routines"][0]["asks_step"]) == ("Mon and Wed", True)
    ids = [line.split()[0] for line in rut("goal", "show", "talk", "--ids").out.splitlines()[-5:]]
    assert rut("goal", "done", ids[0]).err == "Done: Ask Lena (Talk, 2 of 2 steps)\n"


def test_a_goal_is_changed_and_a_part_taken_away(rut: Rut, context: Context) -> None:
    rut("goal", "add", "Read", "--by", "24 Dec", "--measure", "12 of 30 pages", "--source", "challenge")
    assert rut(
        "goal", "edit", "read", "--title", "Read it all", "--by", "", "--source", "", "--measure", "40 pages"
    ) == (_said("Changed: Read it all\n"))
    goal = _only(context).goal
    assert (goal.title, goal.due, goal.source, goal.reached, goal.target) == ("Read it all", None, None, 12, 40)


def test_steps_and_routines_are_added_and_ticked(rut: Rut, context: Context) -> None:
    rut("goal", "add", "Learn Rust")
    assert rut("goal", "step", "rust", "Buy", "the", "book", "--due", "fri") == _said(
        "Step: Buy the book (Learn Rust, due Fri 27 Nov)\n"
    )
    assert rut("goal", "step", "rust", "Read", "--every", "three times a week") == _said(
        "Routine: Read (Learn Rust, 3 a week)\n"
    )
    assert rut("goal", "done", "the", "book", "--win") == _said("Done: Buy the book (Learn Rust, 1 of 1 step)\n")
    assert [line.text for line in list_log(context, ("win",))] == ["Buy the book"]
    assert rut("goal", "done", "buy") == Result(1, "", "rut: “Buy the book” is done already: Mon 23 Nov.\n")
    assert rut("goal", "done", "read", "--date", "yesterday").code == 0
    (routine,) = list_routines(context)
    assert (routine.is_done, routine.streak.kept) == (False, 0)
    refused = rut("goal", "step", "rust", "Write", "--every", "now and then")
    assert (refused.code, "Understood are every day, every weekday" in refused.err) == (2, True)
    assert rut("goal", "done", "read", "--date", "tomorrow").code == 2


@pytest.mark.parametrize(
    ("every", "said"),
    [
        ("every weekday", "every weekday"),
        ("3 a week", "3 a week"),
        ("mon wed", "Mon and Wed"),
        ("first of the month", "on the first of the month"),
        ("twice a month", "2 a month"),
    ],
)
def test_schedules_are_read_as_people_write_them_and_said_back(rut: Rut, every: str, said: str) -> None:
    rut("goal", "add", "Learn Rust")
    assert rut("goal", "step", "rust", "Read", "--every", every) == _said(f"Routine: Read (Learn Rust, {said})\n")
    assert rut("goal", "step", "rust", "Write", "--every", said).err.endswith(f", {said})\n")


@pytest.mark.parametrize(
    ("every", "days", "due"),
    [("every weekday", 0, "Tue 24 Nov"), ("every weekday", 4, "Mon 30 Nov"), ("every day", 4, "Sat 28 Nov")],
)
def test_a_note_at_the_end_of_work_becomes_the_first_step_of_tomorrow(
    rut: Rut, context: Context, clock: FixedClock, every: str, days: int, due: str
) -> None:
    goal = add_goal(context, "Leave by six", avenue="balance").id
    add_routine(context, goal, "Shutdown note by 17:55", every, asks_step=True)
    clock.advance(timedelta(days=days))
    assert rut("goal", "done", "shutdown") == _said(
        "Done: Shutdown note by 17:55 (Leave by six)\n"
        "It asks for the first step of tomorrow: rut goal step GOAL TEXT --due tomorrow\n"
    )
    rut("undo")
    assert rut("goal", "done", "shutdown", "--next", "Call Ana") == _said(
        f"Done: Shutdown note by 17:55 (Leave by six, 0 of 1 step)\nNext: Call Ana (due {due})\n"
    )
    rut("undo")
    assert (goal_view(context, goal).steps, list_routines(context)[0].is_done) == ((), False)


def test_time_and_numbers_are_logged_with_their_totals(rut: Rut, context: Context) -> None:
    rut("goal", "add", "Read the book", "--measure", "30 pages")
    assert rut("goal", "session", "read", "45m", "rust", "book", "ch.", "3") == _said(
        "Logged: 45m on Read the book (45m this week, 45m in all)\n"
    )
    assert rut("goal", "session", "read", "1h30", "--date", "yesterday") == _said(
        "Logged: 1h30 on Read the book (45m this week, 2h15 in all)\n"
    )
    assert rut("goal", "reached", "read", "12") == _said("Reached: 12 of 30 pages (Read the book)\n")
    assert rut("goal", "reached", "read", "+3") == _said("Reached: 15 of 30 pages (Read the book)\n")
    assert rut("goal", "reached", "read", "-1", "page").code == 2
    assert rut("goal", "reached", "read", "many").err == (
        "rut: “many” is not a number of pages. "
        "Write how many are done by now, such as 12, or how many more, such as +3.\n"
    )
    assert _only(context).progress == (15, 30, "pages")
    rut("goal", "add", "Swim")
    assert rut("goal", "reached", "swim", "3").err == (
        "rut: “Swim” counts its steps. To set a number, change what it counts first, such as to 30 pages.\n"
    )


def test_parked_woken_closed_and_opened_again(rut: Rut, context: Context) -> None:
    rut("goal", "add", "Learn Rust")
    assert rut("goal", "park", "rust") == _said("Parked: Learn Rust, until rut goal wake\n")
    assert rut("goal", "wake", "rust") == _said("Awake: Learn Rust\n")
    assert rut("goal", "wake", "rust") == Result(1, "", "rut: “Learn Rust” is not parked.\n")
    assert rut("goal", "park", "rust", "--until", "yesterday").code == 2
    assert rut("goal", "reopen", "rust") == Result(1, "", "rut: “Learn Rust” is not closed.\n")
    assert rut("goal", "close", "rust", "--verdict", "great").err == (
        "rut: “great” is no verdict; there are "
        "helped (helped), little (helped a little), no (no), unknown (can't tell).\n"
    )
    assert rut("goal", "close", "rust", "--verdict", "little", "--learnt", "A project carries me", "--win") == _said(
        "Closed: Learn Rust (helped a little)\n"
    )
    assert (_only(context).goal.learnt, [line.text for line in list_log(context, ("win",))]) == (
        "A project carries me",
        ["Learn Rust"],
    )
    for words in (("step", "rust", "x"), ("session", "rust", "45m"), ("park", "rust"), ("keep", "rust")):
        refused = rut("goal", *words)
        assert (refused.code, refused.err) == (
            2,
            "rut: “Learn Rust” is closed. Open it again first, then go on with it.\n",
        )
    assert rut("goal", "reopen", "rust") == _said("Open again: Learn Rust\n")
    assert rut("goal", "close", "rust", "--verdict", "no", "--let-go") == _said(
        "Let go: Learn Rust (no). A decision, and it makes room.\n"
    )


def test_a_finished_challenge_names_the_next_size_up(rut: Rut, context: Context) -> None:
    rut("goal", "add", "Talk to the team", "--avenue", "challenge", "--size", "2")
    assert rut("goal", "close", "talk", "--verdict", "helped") == _said(
        "Closed: Talk to the team (helped)\n"
        "The next size up is 3 of 5, stretch: rut goal add TITLE --avenue challenge --size 3\n"
    )


def test_what_stands_still_is_asked_about_until_it_is_answered(rut: Rut, context: Context, clock: FixedClock) -> None:
    rut("goal", "add", "Learn Rust")
    clock.advance(timedelta(days=14))
    asked = rut("goal", "show", "rust").err
    assert asked.startswith(
        "Nothing has moved for 14 days. A smaller step (rut goal step), put it aside (rut goal park)"
    )
    assert rut("goal", "keep", "rust") == _said(
        "Left as it is: Learn Rust. It isn't asked about again until it has moved.\n"
    )
    assert rut("goal", "show", "rust").err == ""
    clock.advance(timedelta(days=30))
    assert rut("goal", "show", "rust").err == ""
    rut("goal", "session", "rust", "20m")
    clock.advance(timedelta(days=14))
    assert rut("goal", "show", "rust").err == asked


def test_names_are_found_by_id_beginning_or_part_and_what_is_unclear_lists_what_there_is(
    rut: Rut, context: Context
) -> None:
    first, second = add_goal(context, "Learn Rust").id, add_goal(context, "Read the Rust book").id
    for name in (first, first[: _unique(first, second)], "LEARN", "learn rust", "n ru"):
        assert rut("goal", "show", name).out.startswith("Learn Rust\n")
    refused = rut("goal", "show", "rust")
    assert (refused.code, refused.out) == (2, "")
    size = max(8, _unique(first, second))
    assert refused.err == (
        "rut: “rust” could be more than one goal:\n"
        f"  {first[:size]}  Learn Rust\n"
        f"  {second[:size]}  Read the Rust book\n"
    )
    unknown = rut("goal", "show", "swim")
    assert (unknown.code, unknown.err.splitlines()[0]) == (1, "rut: No goal is called “swim”. There are:")
    assert len(unknown.err.splitlines()) == 3
    close_goal(context, second, "helped")
    assert rut("goal", "session", "rust", "45m").err.startswith("Logged: 45m on Learn Rust")
    assert rut("goal", "reopen", "rust") == _said("Open again: Read the Rust book\n")


def test_a_step_that_could_be_of_two_goals_is_listed_with_them(rut: Rut, context: Context) -> None:
    for title in ("Learn Rust", "Learn Zig"):
        add_step(context, add_goal(context, title).id, "Read a chapter")
    refused = rut("goal", "done", "chapter")
    assert (refused.code, refused.err.splitlines()[0]) == (2, "rut: “chapter” could be more than one step:")
    assert [line.split("  ")[2:] for line in refused.err.splitlines()[1:]] == [
        ["Read a chapter", "(Learn Rust)"],
        ["Read a chapter", "(Learn Zig)"],
    ]
    assert [view.progress.done for view in list_goals(context)] == [0, 0]


def _unique(one: str, other: str) -> int:
    """How long a beginning must be to tell two ids apart."""
    return next(place for place, (a, b) in enumerate(zip(one, other, strict=True), 1) if a != b)


@pytest.mark.parametrize("name", ["x" * 200, "تعلم Rust كل يوم " * 12, "學習 " * 60, "\x1b[31mred\u202e"])
def test_long_names_and_other_scripts_are_kept_and_found(rut: Rut, context: Context, name: str) -> None:
    name = name.strip()
    assert rut("goal", "add", name).code == 0
    assert _only(context).goal.title == name
    shown = rut("goal", "list")
    assert (shown.out.count("\n"), "\x1b" in shown.out, "\u202e" in shown.out) == (1, False, False)
    assert json.loads(rut("goal", "list", "--json").out)[0]["title"] == name
    assert rut("goal", "step", name[:30], name).code == 0
    assert rut("goal", "done", name).code == 0
    assert _only(context).progress == (1, 1, "steps")


def test_hundreds_of_goals_are_listed_and_named(rut: Rut, context: Context) -> None:
    for number in range(220):
        goal = add_goal(context, f"Goal {number:03}")
        if number % 2:
            close_goal(context, goal.id, "helped")
    listed = rut("goal", "list")
    assert len(listed.out.splitlines()) == 110
    assert listed.err == "110 closed; rut goal list --all shows them too\n"
    refused = rut("goal", "show", "goal")
    assert (refused.code, refused.err.splitlines()[-1]) == (2, "  and 102 more")
    assert rut("goal", "show", "goal 042").out.startswith("Goal 042\n")


def test_ideas_come_with_their_evidence_and_become_goals_with_a_first_step(rut: Rut, context: Context) -> None:
    shown = rut("goal", "ideas", "challenge")
    assert shown.err == "rut goal add --idea KEY makes one a goal, with its first step.\n"
    assert shown.out.startswith(
        "Too little challenge\n  stretch-task   Ask for one task a size harder than what I do now\n"
    )
    assert "Some support. Shaping one's own work goes with more engagement later" in shown.out
    ideas = json.loads(rut("goal", "ideas", "--json").out)
    assert {idea["key"] for idea in ideas} == {move.key for move in MOVES}
    assert rut("goal", "add", "--idea", "stretch-task") == _said(
        "Set: Ask for one task a size harder than what I do now (challenge)\n"
        "The first step: Write down three tasks that are a size harder than mine\n"
    )
    view = _only(context)
    assert (view.goal.source, view.next_step and view.next_step.text) == (
        "challenge",
        "Write down three tasks that are a size harder than mine",
    )
    rut("undo")
    assert list_goals(context) == []
    rut("goal", "add", "Stop at six", "--idea", "shutdown-note", "--avenue", "aim")
    goal, (routine,) = _only(context).goal, list_routines(context)
    assert (goal.title, goal.avenue, routine.routine.asks_step) == ("Stop at six", "aim", True)


def test_a_routine_is_ticked_once_a_day_and_its_win_is_one_act_with_it(rut: Rut) -> None:
    rut("goal", "add", "Move more")
    rut("goal", "step", "move", "Walk", "--every", "3 a week")
    rut("goal", "done", "walk", "--win")
    assert rut("goal", "done", "walk") == Result(1, "", "rut: “Walk” is done today already.\n")
    assert "Walk" in rut("log").out
    rut("undo")
    assert "Walk" not in rut("log").out
    assert "□ Walk" in rut("goal", "show", "move").out
