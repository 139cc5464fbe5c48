"""``rut change``: shown in words, as a memo and as JSON, answered, and refused where it can't be understood."""

import json
import os

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.models import Criterion, Option
from rutbreaker.journal.change import options_view
from rutbreaker.store.history import put
from tests.cli.conftest import Rut
from tests.journal.test_safety import low_days
from tests.journal.test_story import lived as lived

_AFTER_EIGHT_WEEKS = """\
Tried          6 of 7
  ■ T1  I closed two moves of 14 days or more  x2
        2 moves: Rust study group 21 days, No-meeting mornings 15 days
  ■ T2  I raised it with someone who can change it  x2
        your word of 28 Oct: Mara listened
  ■ T3  I finished a learning challenge of four weeks
        Learn Rust, 28 days, closed on 7 Nov
  □ T4  I asked three people how they got out
        2 people: Dana, Femi
  ■ T5  I took a real break, and looked again after it
        5 days, 8 - 12 Nov; checked in on 13 Nov
Still stuck    4 of 5
  ■ S1  The same source is strong six weeks on  x2
        Lost interest 75 on 4 Oct, 63 on 15 Nov
  ■ S2  My days are no better than before I began  x2
        2.9 before, 2.9 now; difference -0.2 to +0.2 (90 %)
  · S3  A change stays important to me
Able           4 of 6
  □ A1  I have three months of costs, or an offer  x2
        4.6 months on 19 Nov; 6 are wanted, as others depend on them or jobs are few
  ■ A2  Insurance, visa, notice and debts are checked
        your word of 17 Nov
  ■ A3  I am confident that I can do it
        6 on 22 Nov; 6 is wanted
  ■ A4  One person knows, and is on my side
        your word of 17 Nov: Dana is on my side
  ■ A5  My first step is an if-then plan with a date
        Ask about the data role: “If it is Friday at four, then I write t…”, by 27 Nov
Deciding well  5 of 7
  ■ D1  I have three options, one of them to stay  x2
        3 options, one of them to stay
  ■ D2  I tried the favourite out in a small way  x2
        Data role, on 11 Nov
  ■ D3  I imagined it failing, and have a safeguard
        on the sheet of Own studio
  □ D4  I wrote the view from ten weeks and ten years
        the sheet of Data role lacks the view from ten years
  □ D5  After two weeks' rest my options still stand
        changed on 12 Nov; they rest until 26 Nov
■ met   □ not met   · not known yet, which counts as not met

Importance: 8 of 10, Sun 22 Nov 2026; before that 8
Confidence: 6 of 10, Sun 22 Nov 2026; before that 4
Runway: 4.6 months, Thu 19 Nov 2026; others depend on it, or jobs are few

Options
   3.33  Data role
   3.00  Stay, new team
   3.00  Own studio
close: pay x0 would reverse it

You have tried 4 avenues over 6 weeks and the picture has not moved: considering
a change is consistent with your own record. Still to do: put three months of
costs by, write the view from ten weeks and ten years, let the options rest for
two weeks.
These thresholds are our convention: 60 % of the points, two weeks, six weeks,
three months.
For (Levitt 2021): people truly torn, told by a coin to change, were happier
half a year on. They had volunteered.
Against (Boswell and others 2005): contentment leaps after a move one chose,
then falls back.
"""


def test_it_shows_everything_in_words(lived: Context, rut: Rut) -> None:
    shown = rut("change")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == _AFTER_EIGHT_WEEKS


def test_its_json_has_the_shape_that_is_promised(lived: Context, rut: Rut) -> None:
    view = json.loads(rut("change", "--json").out)
    assert list(view) == ["blocks", "sentence", "locks", "options", "sensitivity"]
    assert {key: (block["met"], block["of"]) for key, block in view["blocks"].items()} == {
        "tried": (6, 7), "stuck": (4, 5), "able": (4, 6), "deciding": (5, 7),
    }  # fmt: skip
    assert view["blocks"]["tried"]["items"][0] == {
        "id": "T1",
        "met": True,
        "evidence": "2 moves: Rust study group 21 days, No-meeting mornings 15 days",
        "overruled": None,
    }
    assert view["blocks"]["tried"]["items"][1]["evidence"] == "Mara listened"
    assert view["blocks"]["stuck"]["items"][2]["met"] is None
    assert view["sentence"].startswith("You have tried 4 avenues over 6 weeks and the picture has not moved")
    assert view["locks"] == []
    best = view["options"][0]
    assert (best["title"], best["total"], best["scores"]) == ("Data role", 3.3333, {"growth": 3, "pay": 4})
    assert list(best) == ["id", "title", "total", "scores"]
    assert view["sensitivity"] == "close: pay x0 would reverse it"
    assert rut("change", "--format", "json").out == rut("change", "--json").out


def test_the_memo_holds_it_all_in_markdown(lived: Context, rut: Rut) -> None:
    memo = rut("change", "--format", "md").out
    lines = memo.splitlines()
    assert lines[0] == "# Thinking about a change, Sun 22 Nov 2026"
    assert [line for line in lines if line.startswith("#")] == [
        "# Thinking about a change, Sun 22 Nov 2026",
        "## Tried: 6 of 7",
        "## Still stuck: 4 of 5",
        "## Able: 4 of 6",
        "## Deciding well: 5 of 7",
        "## Rulers and runway",
        "## Over time",
        "## Options",
        "### Data role",
        "### Own studio",
    ]
    assert "- [x] I raised it with someone who can change it: your word of 28 Oct: Mara listened" in lines
    assert "- [ ] A change stays important to me (not known yet)" in lines
    assert "- [ ] I asked three people how they got out (not met): 2 people: Dana, Femi" in lines
    assert "| Option | growth x2 | pay x1 | Total |" in lines
    assert "| Data role | 3 | 4 | 3.33 |" in lines
    assert "- First test done on: 2026-11-11" in lines
    assert "- A year on it failed, because: nobody called back" in lines
    assert "- Runway: 4.6 months, Thu 19 Nov 2026; others depend on it, or jobs are few" in lines
    course = [line for line in lines if line.startswith("- ") and "Tried " in line]
    assert course[0] == "- 4 Oct: Tried 0, Still stuck 0, Able 0, Deciding well 0"
    assert course[-1] == "- 22 Nov: Tried 6, Still stuck 4, Able 4, Deciding well 5"
    assert len(course) == 6
    levitt = next(place for place, line in enumerate(lines) if "Levitt" in line)
    assert lines[levitt + 2].startswith("Against (Boswell")
    assert "\n\n\n" not in memo


def test_before_anything_is_known_it_says_so_and_makes_no_file(bare_rut: Rut, home: str) -> None:
    shown = bare_rut("change")
    assert shown.code == 0
    assert shown.out.startswith("Tried          0 of 7\n  · T1  I closed two moves")
    assert "Nothing is known yet. What is not known counts as not met." in shown.out
    assert "None are written yet" in bare_rut("change", "--format", "md").out
    assert bare_rut("change", "option").err == "No options yet; rut change option add TITLE adds one.\n"
    assert bare_rut("change", "criterion", "list").err.startswith("No criteria yet")
    assert bare_rut("change", "runway").err.startswith("The runway was not looked at yet")
    assert os.listdir(home) == []


def test_an_item_of_ones_own_is_answered_and_taken_back(rut: Rut) -> None:
    said = rut("change", "check", "t2", "--because", "Mara listened")
    assert (said.code, said.out) == (0, "")
    assert said.err == "T2, I raised it with someone who can change it: met.\n"
    assert rut("change", "check", "T2", "--because", "Mara listened").err == "That was said already.\n"
    assert rut("change", "check", "T2", "--not").err.endswith("not met.\n")
    assert rut("change", "why", "T2").out == (
        "T2  I raised it with someone who can change it: not met (2 points in “Tried”)\n"
        "The main source was talked over with somebody who has the power to change it.\n"
        "2026-11-23  not met\n"
        "2026-11-23  met, Mara listened\n"
    )
    assert rut("change", "uncheck", "T2").err.endswith("someone who can change it: not known yet.\n")
    assert rut("change", "uncheck", "T2").code == 1
    rut("undo")
    assert "not met" in rut("change", "why", "T2").out.splitlines()[0]


def test_what_is_logged_is_overruled_with_a_reason_and_that_is_taken_back(lived: Context, rut: Rut) -> None:
    said = rut("change", "overrule", "T1", "--because", "one wasn't mine")
    assert said.err == "T1, I closed two moves of 14 days or more: not met, though by what is logged it is met.\n"
    item = json.loads(rut("change", "--json").out)["blocks"]["tried"]["items"][0]
    assert item == {
        "id": "T1",
        "met": False,
        "evidence": "2 moves: Rust study group 21 days, No-meeting mornings 15 days",
        "overruled": {"because": "one wasn't mine", "day": "2026-11-22"},
    }
    assert "overruled on 22 Nov: one wasn't mine (from what is logged: met, 2 moves: Rust" in rut("change").out
    assert "From what is logged: met, 2 moves" in rut("change", "why", "T1").out
    assert rut("change", "overrule", "T1", "--back").err.endswith("14 days or more: met.\n")
    assert json.loads(rut("change", "--json").out)["blocks"]["tried"]["met"] == 6


def test_rulers_are_read(rut: Rut) -> None:
    assert (
        rut("change", "ruler", "importance", "7").err == "Noted: importance 7 of 10. It is asked again in two weeks.\n"
    )
    assert rut("change", "ruler", "Confidence", "0").code == 0
    assert "Importance: 7 of 10, Mon 23 Nov 2026\nConfidence: 0 of 10" in rut("change").out


def test_a_runway_is_noted_without_its_amounts_unless_they_are_to_be_kept(rut: Rut, context: Context) -> None:
    said = rut("change", "runway", "--savings", "12 000", "--monthly", "2600")
    assert said.err == "Noted: a runway of 4.6 months; no amount is kept.\n"
    assert rut("change", "runway").out == "4.6 months (Mon 23 Nov)\n"
    assert context.connection.rows("SELECT savings, monthly FROM runway") == [(None, None)]
    said = rut("change", "runway", "--savings", "12000", "--monthly", "2600", "--keep", "--thin", "--offer")
    assert said.err == (
        "Noted: a runway of 4.6 months; others depend on it, or jobs are few; an offer is in hand; "
        "the amounts are kept.\n"
    )
    assert "savings 12000, 2600 a month; others depend on it, or jobs are few; an offer is in hand" in rut("change").out
    rut("change", "runway", "--no-thin", "--no-offer")
    assert rut("change", "runway").out == "4.6 months (Mon 23 Nov)\n"
    assert rut("change", "runway", "9", "months").err == "Noted: a runway of 9 months; no amount is kept.\n"
    assert rut("change", "runway", "--thin", "--no-thin").code == 2


def test_options_are_added_weighed_scored_written_on_and_deleted(rut: Rut) -> None:
    said = rut("change", "option", "add", "Own", "studio")
    assert said.err == "Added: Own studio. Beside it: Stay, and change … (--stay says what to change).\n"
    assert rut("change", "option", "add", "Stay, new team", "--stay").err == "Added: Stay, new team.\n"
    assert rut("change", "criterion", "add", "growth", "--weight", "3").err == "Added: growth x3.\n"
    assert rut("change", "criterion", "add", "pay").err == "Added: pay x1.\n"
    assert (
        rut("change", "option", "score", "own", "growth", "5").err == "Scored: Own studio, no total yet, without pay.\n"
    )
    assert rut("change", "option", "score", "own", "pay", "2").err == "Scored: Own studio, total 4.25.\n"
    assert (
        rut("change", "option", "score", "stay", "growth", "4", "pay", "4").err
        == "Scored: Stay, new team, total 4.00.\n"
    )
    assert rut("change", "option", "weigh", "pay", "2").err == ("Weighed: pay x2. close: pay x1 would reverse it.\n")
    assert rut("change", "option", "list").out == (
        " 4.00  Stay, new team  growth 4  pay 4\n 3.80  Own studio  growth 5  pay 2\nclose: pay x1 would reverse it\n"
    )
    written = rut("change", "option", "sheet", "own", "--fear", "nobody calls", "--tested", "yesterday")
    assert written.err == "Written on the sheet of Own studio.\n"
    shown = rut("change", "option", "show", "studio").out
    assert "Fear: nobody calls\n" in shown
    assert "First test done on: 2026-11-22\n" in shown
    assert "Cost: –\n" in shown
    assert rut("change", "option", "score", "own", "pay", "-").err == "Scored: Own studio, no total yet, without pay.\n"
    assert rut("change", "criterion", "list").out == "x3   growth\nx2   pay\n"
    assert (
        rut("change", "criterion", "delete", "pay").err == "Deleted: pay, with its scores. rut undo brings it back.\n"
    )
    assert rut("change", "option", "delete", "own").err == "Deleted: Own studio. rut undo brings it back.\n"
    rut("undo")
    assert "Own studio" in rut("change", "option").out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("fly",), 2, "“fly” is nothing that can be done; there are check, uncheck, overrule"),
        (("check",), 2, "rut change check takes one item, such as T2"),
        (("check", "X9"), 2, "“X9” is no item of readiness; there are T1, T2"),
        (("check", "T1"), 2, "T1 answers itself from what is logged. To say otherwise: rut change overrule T1"),
        (("check", "T2", "--savings", "5"), 2, "“check” takes no --savings"),
        (("overrule", "T1"), 2, "takes a reason: --because REASON"),
        (("overrule", "T1", "--because", "  "), 2, "takes a reason"),
        (("overrule", "T2", "--because", "so"), 2, "T2 is yours to answer"),
        (("ruler", "importance"), 2, "takes importance or confidence and a number from 0 to 10"),
        (("ruler", "importance", "11"), 2, "a number from 0 to 10"),
        (("ruler", "importance", "-1"), 2, "read from 0 to 10, such as 7; not “-1”"),
        (("ruler", "mood", "5"), 2, "importance or confidence"),
        (("runway", "many"), 2, "a number of months from 0 to 1200, such as 4 or 4.5; not “many”"),
        (("runway", "4", "--savings", "1", "--monthly", "1"), 2, "not both"),
        (("runway", "--savings", "€5", "--monthly", "1"), 2, "Savings is a whole number such as 12000"),
        (("runway", "--savings", "5"), 2, "go together"),
        (("option", "fly"), 2, "“fly” is nothing to do with an option; there are add, list, show"),
        (("criterion", "score"), 2, "nothing to do with a criterion; there are add, list, weigh, delete"),
        (("option", "add"), 2, "rut change option add takes a title"),
        (("option", "show", "zoo"), 1, "No option is called “zoo”; there is none yet"),
        (("option", "score", "zoo", "pay"), 2, "takes an option, then a criterion and a score each"),
        (("option", "score", "zoo", "pay", "five"), 2, "A score is a number from 1 to 5, not “five”"),
        (("option", "weigh", "pay", "3"), 1, "there is none yet. rut change criterion add TITLE --weight N adds one."),
        (("option", "weigh", "pay"), 2, "takes a criterion and a weight from 0 to 10"),
        (("option", "weigh", "pay", "1.5"), 2, "A weight is a number from 0 to 10, not “1.5”"),
        (("option", "sheet", "zoo"), 2, "Say what to write on the sheet"),
        (("criterion", "add", "pay", "--weight", "0"), 2, "nothing would count"),
        (("criterion", "add", "pay", "--weight", "11"), 2, "from 0 to 10, not 11"),
        (("--format", "pdf"), 2, "“pdf” is no format; there are text, md, json"),
        (("--fear", "x"), 2, "“rut change” takes no --fear"),
    ],
)
def test_what_is_not_understood_is_refused_in_words_and_writes_nothing(
    rut: Rut, context: Context, words: tuple[str, ...], code: int, says: str
) -> None:
    refused = rut("change", *words)
    assert (refused.code, refused.out) == (code, "")
    assert says in refused.err
    assert context.connection.rows("SELECT count(*) FROM act") == [(0,)]


def test_weights_that_are_all_zero_and_scores_out_of_range_are_refused(rut: Rut) -> None:
    rut("change", "option", "add", "Own studio")
    rut("change", "criterion", "add", "pay")
    assert "nothing would count" in rut("change", "option", "weigh", "pay", "0").err
    assert "A score is a number from 1 to 5, not 9" in rut("change", "option", "score", "own", "pay", "9").err
    assert "could be" in rut("change", "option", "show", "n").err
    assert "in the future" in rut("change", "option", "sheet", "own", "--tested", "tomorrow").err
    assert rut("change", "option", "delete", "stay").err.startswith(
        "rut: Staying, and changing something, is always one"
    )


def test_the_sentence_waits_while_the_safety_card_is_open(rut: Rut, context: Context) -> None:
    low_days(context)
    view = json.loads(rut("change", "--json").out)
    assert view["sentence"].startswith("Big decisions can usually wait two weeks")
    assert view["locks"] == [
        {"lock": "safety", "day": "2026-11-19", "words": "The safety card is open, or was in the last two weeks."}
    ]
    for words in (("change",), ("change", "--format", "md")):
        shown = rut(*words).out
        assert "Big decisions can usually wait two weeks" in shown
        assert "Levitt" not in shown


def test_any_text_is_shown_as_typed_and_five_hundred_options_are_all_there(
    rut: Rut, context: Context, clock: FixedClock
) -> None:
    hostile = "[/x] | **bold** \x1b[31m\u202eשלום " + "n" * 200
    rut("change", "option", "add", hostile)
    rut("change", "criterion", "add", hostile)
    rut("change", "option", "score", "[/x]", "[/x]", "5")
    rut("change", "option", "sheet", "[/x]", "--fear", "# one\n| two |")
    with context.act("many") as doing:
        for place in range(500):
            put(doing, Option(doing.new_id(), clock.today(), clock.now(), f"Option {place} {'שלום ' * 40}"))
        put(doing, Criterion(doing.new_id(), clock.today(), clock.now(), "pay", 2))
    shown, memo = rut("change").out, rut("change", "--format", "md").out
    assert "\x1b" not in shown + memo
    assert "\u202e" not in shown + memo
    assert r"\[/x\] \| \*\*bold\*\*" in memo
    assert r"- Fear: \# one \| two \|" in memo
    assert len(json.loads(rut("change", "--json").out)["options"]) == 502
    assert len(options_view(context).options) == 502
    assert rut("change", "option", "list").out.count("\n") == 502


def test_two_options_of_one_name_are_refused(rut: Rut) -> None:
    rut("change", "option", "add", "Own studio")
    again = rut("change", "option", "add", "own STUDIO")
    assert (again.code, again.err) == (2, "rut: There is an option “own STUDIO” already.\n")
