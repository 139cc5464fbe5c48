"""Eight weeks of one person, day by day, through the use-cases, after which the four blocks stand as worked out here.

The days are counted from Monday, 28 September 2026, which is day 0; the story ends on Sunday, 22 November, day 55.
"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from rutbreaker.clock import FixedClock
from rutbreaker.context import Context
from rutbreaker.domain.readiness import ReadinessView
from rutbreaker.domain.readiness_words import sentence_of
from rutbreaker.domain.statements import STATEMENTS
from rutbreaker.domain.words import RATINGS
from rutbreaker.journal.change import Sheet, add_criterion, add_option, change_option, options_view, score_option
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.goals import add_goal, close_goal
from rutbreaker.journal.pauses import declare_pause
from rutbreaker.journal.people import add_person, log_contact
from rutbreaker.journal.readiness import answer_item, read_rulers, readiness_view, set_runway
from rutbreaker.journal.safety import decision_locks
from rutbreaker.journal.source import answer_statement, finish_sitting
from rutbreaker.journal.steps import add_routine, add_step, tick_routine, tick_step

_FIRST = date(2026, 9, 28)
_LAST = 55

# Monday to Friday: energy, interest, pressure, progress, people; the index is that of the line.
_WEEK = (
    (3, 2, 3, 2, 3),  # 2.6
    (3, 3, 3, 3, 3),  # 3.0
    (4, 3, 3, 3, 4),  # 3.4
    (3, 3, 3, 3, 3),  # 3.0
    (3, 2, 3, 2, 3),  # 2.6
)
_BREAK = range(41, 46)


class _Person:
    """Somebody who lives through the eight weeks."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.ids: dict[str, str] = {}
        self.plan: dict[int, list[Callable[[], object]]] = {
            6: [lambda: self.find_source(4, 4, 2, 2)],
            12: [lambda: self.begin("Learn Rust", avenue="learning")],
            28: [lambda: self.begin("Rust study group", avenue="network", source="interest")],
            30: [
                lambda: answer_item(context, "T2", True, "Mara listened"),
                lambda: self.ask("Dana"),
                lambda: self.ask("Femi"),
            ],
            35: [lambda: self.begin("No-meeting mornings", avenue="balance", source="interest"), self.add_routine],
            37: [lambda: self.ask("Dana")],
            40: [lambda: close_goal(context, self.ids["Learn Rust"], "little")],
            42: [lambda: read_rulers(context, {"importance": 8, "confidence": 4})],
            45: [self.write_options],
            48: [lambda: self.find_source(4, 3, 3, 2)],
            49: [lambda: close_goal(context, self.ids["Rust study group"], "little")],
            50: [
                lambda: close_goal(context, self.ids["No-meeting mornings"], "no"),
                lambda: answer_item(context, "A2", True),
                lambda: answer_item(context, "A4", True, "Dana is on my side"),
            ],
            52: [lambda: set_runway(context, savings="12 000", monthly="2600", is_thin=True)],
            54: [self.plan_first_step],
            55: [lambda: read_rulers(context, {"importance": 8, "confidence": 6})],
        }

    def live(self, day: int) -> None:
        """One day: what was planned for it, and on weekdays outside the break a check-in."""
        if day == _BREAK[0]:
            declare_pause(self.context, _day(_BREAK[0]), _day(_BREAK[-1]), "rest")
        if day % 7 < 5 and day not in _BREAK:
            check_in(self.context, dict(zip(RATINGS, _WEEK[day % 7], strict=True)))
        for act in self.plan.get(day, ()):
            act()
        if "Quiet till eleven" in self.ids and day < 50 and day % 2:
            tick_routine(self.context, self.ids["Quiet till eleven"])

    def find_source(self, *interest: int) -> None:
        """A sitting that points to lost interest by these four answers; everything else is calm."""
        for key, statement in STATEMENTS.items():
            calm = 4 if statement.is_reversed else 2
            answer_statement(self.context, key, interest[int(key[1]) - 1] if key[0] == "C" else calm)
        finish_sitting(self.context)

    def begin(self, title: str, avenue: str, source: str | None = None) -> None:
        """Set a goal with a step that is done at once."""
        self.ids[title] = add_goal(self.context, title, avenue=avenue, source=source).id
        tick_step(self.context, add_step(self.context, self.ids[title], "Begin").id)

    def add_routine(self) -> None:
        """The mornings without meetings, as a routine."""
        goal = self.ids["No-meeting mornings"]
        self.ids["Quiet till eleven"] = add_routine(self.context, goal, "Quiet till eleven", "every day").id

    def ask(self, name: str) -> None:
        """Ask somebody how they got out."""
        if name not in self.ids:
            self.ids[name] = add_person(self.context, name).id
        log_contact(self.context, self.ids[name], "told me how it went", asked_out=True)

    def write_options(self) -> None:
        """Three options by two criteria; Data role leads with 10 / 3, and was tried out the day before."""
        criteria = [add_criterion(self.context, "growth", 2).id, add_criterion(self.context, "pay", 1).id]
        for title, row in (("Stay, new team", (3, 3)), ("Own studio", (4, 1)), ("Data role", (3, 4))):
            option = add_option(self.context, title, stays=title.startswith("Stay")).id
            score_option(self.context, option, dict(zip(criteria, row, strict=True)))
            self.ids[title] = option
        tried = Sheet(first_test="a day with Femi's team", tested="yesterday", ten_weeks="tired, and glad")
        change_option(self.context, self.ids["Data role"], tried)
        failed = Sheet(premortem="nobody called back", safeguard="two clients before I leave")
        change_option(self.context, self.ids["Own studio"], failed)

    def plan_first_step(self) -> None:
        """A goal with an if-then plan and a date."""
        plan = "If it is Friday at four, then I write to Femi"
        add_goal(self.context, "Ask about the data role", plan=plan, due=_day(60))


def _day(number: int) -> date:
    return _FIRST + timedelta(days=number)


@pytest.fixture
def lived(context: Context, clock: FixedClock) -> Context:
    """The file after the eight weeks, on the evening of the last day."""
    clock.advance(timedelta(days=-56))
    assert clock.today() == _FIRST
    person = _Person(context)
    for day in range(_LAST + 1):
        person.live(day)
        clock.advance(timedelta(days=1))
    clock.advance(timedelta(days=-1))
    assert clock.today() == _day(_LAST)
    return context


def _points(view: ReadinessView) -> dict[str, tuple[int, int]]:
    return {block.name: (block.met, block.of) for block in view.blocks}


def test_the_blocks_stand_as_worked_out_by_hand(lived: Context) -> None:
    assert _points(readiness_view(lived)) == {
        "Tried": (2 + 2 + 1 + 0 + 1, 7),  # all but three people: Dana was asked twice, and Femi
        "Still stuck": (2 + 2 + 0, 5),  # importance was read only 13 days apart
        "Able": (0 + 1 + 1 + 1 + 1, 6),  # 4.6 months are too few where others depend on them
        "Deciding well": (2 + 2 + 1 + 0 + 0, 7),  # no view from ten years, and changed 10 days ago
    }


def test_every_item_says_from_what(lived: Context) -> None:
    found = {
        item.item.key: (item.met, item.evidence.words if item.evidence else "") for item in readiness_view(lived).items
    }
    assert found == {
        "T1": (True, "2 moves: Rust study group 21 days, No-meeting mornings 15 days"),
        "T2": (True, ""),
        "T3": (True, "Learn Rust, 28 days, closed on 7 Nov"),
        "T4": (False, "2 people: Dana, Femi"),
        "T5": (True, "5 days, 8 - 12 Nov; checked in on 13 Nov"),
        "S1": (True, "Lost interest 75 on 4 Oct, 63 on 15 Nov"),
        # 4 x 14.6 / 20 before; 3 x 14.6 and one Friday of 2.6 in 16 days since.
        "S2": (True, "2.9 before, 2.9 now; difference -0.2 to +0.2 (90 %)"),
        "S3": (None, "8 on 22 Nov; a reading 14 days apart is wanted"),
        "A1": (False, "4.6 months on 19 Nov; 6 are wanted, as others depend on them or jobs are few"),
        "A2": (True, ""),
        "A3": (True, "6 on 22 Nov; 6 is wanted"),
        "A4": (True, ""),
        "A5": (True, "Ask about the data role: “If it is Friday at four, then I write t…”, by 27 Nov"),
        "D1": (True, "3 options, one of them to stay"),
        "D2": (True, "Data role, on 11 Nov"),
        "D3": (True, "on the sheet of Own studio"),
        "D4": (False, "the sheet of Data role lacks the view from ten years"),
        "D5": (False, "changed on 12 Nov; they rest until 26 Nov"),
    }


def test_the_sentence_counts_avenues_and_weeks(lived: Context) -> None:
    # T1, T2, T3 and T5; learning began on day 12, 43 days ago.
    assert sentence_of(readiness_view(lived)) == (
        "You have tried 4 avenues over 6 weeks and the picture has not moved: considering a change is consistent with "
        "your own record. Still to do: put three months of costs by, write the view from ten weeks and ten years, let "
        "the options rest for two weeks."
    )
    assert decision_locks(lived) == []
    assert options_view(lived).options[0].option.title == "Data role"


def test_the_blocks_came_there_step_by_step(lived: Context) -> None:
    view = readiness_view(lived)
    course = {day: tuple(view.course[key][place] for key in view.course) for place, day in enumerate(view.days)}
    # From day 6, the first sitting, to day 55: 50 days, drawn at 40 of them.
    assert (view.days[0], view.days[-1], len(view.days)) == (_day(6), _day(55), 40)
    assert course[_day(6)] == (0, 0, 0, 0)
    assert course[_day(55)] == (6, 4, 4, 5)
    for day in view.days:
        expected = 2 * (day >= _day(30)) + (day >= _day(40)) + (day >= _day(46)) + 2 * (day >= _day(50))
        assert course[day][0] == expected


def test_fourteen_days_later_what_rested_has_rested(lived: Context, clock: FixedClock) -> None:
    clock.advance(timedelta(days=3))
    assert _points(readiness_view(lived))["Deciding well"] == (5, 7)
    clock.advance(timedelta(days=1))
    assert _points(readiness_view(lived))["Deciding well"] == (6, 7)
    read_rulers(lived, {"importance": 7})
    assert _points(readiness_view(lived))["Still stuck"] == (5, 5)
