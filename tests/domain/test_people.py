"""Who is due and how much, the rhythm in words, whom a name means, and the roles that nobody has."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rutbreaker.domain.models import Pause, Person
from rutbreaker.domain.people import (
    LONGEST_RHYTHM,
    ROLE_QUESTIONS,
    PersonView,
    days_passed,
    in_order,
    is_due,
    is_named,
    matching,
    meant,
    missing_roles,
    name_key,
    overdue,
    parse_rhythm,
    read_role,
    rhythm_words,
    same_name,
    split_names,
    the_one,
)
from rutbreaker.domain.people_words import due_words, roles_words, standing_words
from rutbreaker.domain.schedule import Expected, is_paused
from rutbreaker.domain.words import ROLES
from rutbreaker.errors import BadInput

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
_numbers = count()


def _person(name: str, nick: str = "", role: str = "peer", rhythm: int | None = None) -> Person:
    return Person(f"id-{next(_numbers)}", TODAY, NOW, name, role, nick, rhythm)


def _pause(first: date, last: date | None) -> Pause:
    return Pause("pause", first, NOW, last, "holiday")


@pytest.mark.parametrize(
    ("days", "rhythm", "due", "share"),
    [
        (0, None, False, None),
        (10_000, None, False, None),
        (0, 1, False, 0),
        (20, 21, False, 0),
        (21, 21, True, 0),
        (22, 21, True, 1 / 21),
        (42, 21, True, 1),
        (1, 1, True, 0),
        (63, 21, True, 2),
    ],
)
def test_due_from_the_rhythm_on_and_overdue_as_a_share_of_it(
    days: int, rhythm: int | None, due: bool, share: float | None
) -> None:
    assert is_due(days, rhythm) is due
    assert overdue(days, rhythm) == share


@pytest.mark.parametrize(
    ("since", "expected", "days"),
    [
        (TODAY, Expected(()), 0),
        (TODAY - timedelta(1), Expected(()), 1),
        (TODAY - timedelta(21), Expected(()), 21),
        # A week of holiday inside, at both ends, and open.
        (TODAY - timedelta(21), Expected((), [_pause(date(2026, 11, 9), date(2026, 11, 15))]), 14),
        (TODAY - timedelta(21), Expected((), [_pause(date(2026, 10, 1), TODAY - timedelta(21))]), 21),
        (TODAY - timedelta(21), Expected((), [_pause(date(2026, 10, 1), TODAY - timedelta(20))]), 20),
        (TODAY - timedelta(21), Expected((), [_pause(TODAY, None)]), 20),
        (TODAY - timedelta(21), Expected((), [_pause(TODAY + timedelta(1), None)]), 21),
        (TODAY - timedelta(2), Expected((), [_pause(date(2026, 1, 1), None)]), 0),
        # A sick day and a day off, once each though a pause lies over one of them.
        (TODAY - timedelta(5), Expected((), sick=[TODAY - timedelta(1)], off=[TODAY]), 3),
        (
            TODAY - timedelta(5),
            Expected((), [_pause(TODAY - timedelta(1), TODAY)], sick=[TODAY - timedelta(1)]),
            3,
        ),
    ],
)
def test_paused_days_are_left_out(since: date, expected: Expected, days: int) -> None:
    assert days_passed([since], TODAY, expected) == [days]


def test_no_days_are_asked_for_none() -> None:
    assert days_passed([], TODAY, Expected(())) == []


@given(
    st.lists(st.integers(-3, 80), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(-5, 90), st.one_of(st.none(), st.integers(0, 30))), max_size=3),
    st.sets(st.integers(-5, 90), max_size=5),
)
def test_days_passed_are_the_unpaused_ones_counted_one_by_one(
    backs: list[int], pauses: list[tuple[int, int | None]], sick: set[int]
) -> None:
    expected = Expected(
        (),
        [
            _pause(TODAY - timedelta(back), None if length is None else TODAY - timedelta(back) + timedelta(length))
            for back, length in pauses
        ],
        sick=[TODAY - timedelta(back) for back in sick],
    )
    slowly = [
        sum(not is_paused(TODAY - timedelta(ago), expected) for ago in range(back)) if back > 0 else 0 for back in backs
    ]
    assert days_passed([TODAY - timedelta(back) for back in backs], TODAY, expected) == slowly


def test_the_most_overdue_come_first_then_the_others_by_name() -> None:
    def view(name: str, rhythm: int | None, days: int) -> PersonView:
        return PersonView(_person(name, rhythm=rhythm), TODAY, days, overdue(days, rhythm))

    views = [
        view("zoe", None, 900),
        view("Bea", 30, 29),
        view("Cy", 100, 150),
        view("Di", 7, 14),
        view("ed", 21, 21),
        view("Abe", 21, 21),
        view("Émile", 5, 0),
    ]
    assert [each.person.name for each in in_order(views)] == ["Di", "Cy", "Abe", "ed", "Bea", "zoe", "Émile"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("", None),
        ("  ", None),
        ("none", None),
        ("3 weeks", 21),
        ("every 3 weeks", 21),
        ("Every  Three Weeks", 21),
        ("3w", 21),
        ("10d", 10),
        ("10 days", 10),
        ("every day", 1),
        ("1 day", 1),
        ("a week", 7),
        ("once a week", 7),
        ("every other week", 14),
        ("every fortnight", 14),
        ("monthly", 30),
        ("every month", 30),
        ("2 months", 60),
        ("quarterly", 90),
        ("every quarter", 90),
        ("yearly", 365),
        ("10 years", 3650),
        ("3660 days", 3660),
    ],
)
def test_a_rhythm_is_read_from_words(words: str, days: int | None) -> None:
    assert parse_rhythm(words) == days


@pytest.mark.parametrize(
    "words",
    [
        "3", "soon", "0 days", "3661 days", "11 years", "-3 weeks", "3 parsecs", "1.5 weeks", "weeks 3", "every",
        "²weeks", "٣ weeks", "3 weeks" + " " * 80, "x" * 100_000, "99999999999999999999 days", "[bold]3 weeks[/]",
    ],
)  # fmt: skip
def test_a_rhythm_that_is_not_understood_is_refused_with_what_would_be(words: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_rhythm(words)
    assert len(refused.value.message) < 200
    assert "every 3 weeks" in refused.value.message or "from a day to ten years" in refused.value.message


@given(st.integers(1, LONGEST_RHYTHM))
@example(30)
@example(365)
@example(2190)
def test_a_rhythm_said_in_words_is_read_back(days: int) -> None:
    assert parse_rhythm(rhythm_words(days)) == days


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, ""), (1, "every day"), (7, "every week"), (10, "every 10 days"), (21, "every 3 weeks"),
        (30, "every month"), (60, "every 2 months"), (365, "every year"), (28, "every 4 weeks"),
    ],
)  # fmt: skip
def test_a_rhythm_is_said_in_the_largest_whole_unit(days: int | None, words: str) -> None:
    assert rhythm_words(days) == words


DANA, DANIEL, ANA, BO = _person("Dana Weiss", "Dee"), _person("Daniel"), _person("Ana Ruiz"), _person("Bo", "Ana")
PEOPLE = (DANA, DANIEL, ANA, BO)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dana weiss", [DANA]),
        ("DANA", [DANA]),
        ("  dana   WEISS ", [DANA]),
        ("dee", [DANA]),
        ("de", [DANA]),
        ("dan", [DANA, DANIEL]),
        ("daniel", [DANIEL]),
        ("ana", [BO]),
        ("ana r", [ANA]),
        ("weiss", []),
        ("", []),
        ("  ", []),
        ("danas", []),
    ],
)
def test_a_name_means_the_name_then_the_nickname_then_a_beginning(words: str, found: list[Person]) -> None:
    assert matching(PEOPLE, words) == found


def test_a_name_that_could_be_several_is_refused_with_their_names() -> None:
    with pytest.raises(BadInput, match="Dana Weiss or Daniel"):
        the_one(matching(PEOPLE, "dan"), "dan")
    assert the_one([DANA], "d") is DANA


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=6), st.data())
def test_every_name_and_every_beginning_finds_its_person(names: list[str], data: st.DataObject) -> None:
    people = [_person(name) for name in names if name_key(name)]
    for person in people:
        assert person in matching(people, person.name)
        assert person in matching(people, person.name.upper().lower()) or person.name.upper().lower() != person.name
        cut = data.draw(st.integers(1, len(name_key(person.name))))
        beginning = name_key(person.name)[:cut]
        found = matching(people, beginning)
        if name_key(beginning) == beginning:
            assert found
            assert all(name_key(each.name).startswith(beginning) for each in found)


def test_accents_typed_in_two_ways_are_one_name() -> None:
    zoe = _person("Zoë")
    assert matching([zoe], "zoe\u0308") == [zoe]


@pytest.mark.parametrize("other", ["dana weiss", "DEE", " Dana  Weiss "])
def test_nobody_else_may_have_the_name_or_the_nickname(other: str) -> None:
    assert same_name(PEOPLE, _person(other)) is DANA
    assert same_name(PEOPLE, _person("Somebody", other)) is DANA
    assert same_name(PEOPLE, DANA) is None
    assert same_name(PEOPLE, _person("Dana")) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        (" , ,", []),
        ("Ana", ["Ana"]),
        ("Ana, Bo ,ana", ["Ana", "Bo"]),
        ("Weiss, Dana, Bo", ["Weiss, Dana", "Bo"]),
        ("Bo,weiss,dana", ["Bo", "weiss", "dana"]),
        ("Weiss, Bo", ["Weiss", "Bo"]),
    ],
)
def test_names_are_parted_at_commas_but_not_inside_a_known_name(text: str, names: list[str]) -> None:
    assert split_names(text, [_person("Weiss, Dana"), _person("Bo")]) == names


def test_a_great_many_names_are_parted_quickly() -> None:
    assert len(split_names(",".join(f"name {number}" for number in range(5000)), [_person("a, b, c")])) == 5000


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dana Weiss covered for me", True),
        ("dee's talk", True),
        ("with DANA  WEISS, over lunch", True),
        ("indeed", False),
        ("Dana alone is not the whole name", False),
        ("", False),
    ],
)
def test_a_text_names_somebody_by_whole_words(text: str, named: bool) -> None:
    assert is_named(DANA, text) is named


def test_a_name_of_one_letter_or_of_signs_is_handled() -> None:
    assert not is_named(_person("A"), "A quiet morning")
    assert is_named(_person("C++ (Bo)"), "thanks to C++ (Bo)!")


def test_each_role_that_nobody_has_is_missing_and_has_a_question() -> None:
    assert missing_roles([]) == list(ROLES)
    assert missing_roles([_person("a", role="mentor"), _person("b", role="peer")]) == list(ROLES[2:])
    assert missing_roles([_person(role, role=role) for role in ROLES]) == []
    assert set(ROLE_QUESTIONS) == set(ROLES)
    assert all(question.endswith("?") for question in ROLE_QUESTIONS.values())


def test_a_shell_s_word_means_the_name_then_an_id_then_a_part_of_the_name() -> None:
    joanna, ann, weiss = _person("Joanna"), _person("Ann Lee"), _person("Dana Weiss", "Dee")
    people = [joanna, ann, weiss]
    assert meant(people, "ann") == [ann], "a beginning goes before a part"
    assert meant(people, "ANNA") == [joanna]
    assert meant(people, "an") == [ann]
    assert meant(people, "weiss") == meant(people, "dee") == meant(people, weiss.id) == [weiss]
    assert meant(people, "e") == [ann, weiss]
    assert meant(people, " ") == meant(people, "nobody") == []


@given(st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=5), st.data())
def test_every_part_of_a_name_finds_its_person_or_one_that_fits_better(names: list[str], data: st.DataObject) -> None:
    people = [_person(name) for name in names if name_key(name)]
    if people:
        person = data.draw(st.sampled_from(people))
        key = name_key(person.name)
        first = data.draw(st.integers(0, len(key) - 1))
        words = key[first : data.draw(st.integers(first + 1, len(key)))]
        if name_key(words) == words:
            assert meant(people, words)


@pytest.mark.parametrize("word", ["mentor", " Mentor ", "MENTOR"])
def test_a_role_is_read_in_whatever_case(word: str) -> None:
    assert read_role(word) == "mentor"
    with pytest.raises(BadInput, match="is no role; there are mentor, peer"):
        read_role(f"{word}s")


def test_what_was_prepared_is_asked_before_what_the_last_contact_left() -> None:
    dana = _person("Dana")
    assert PersonView(dana, None, 0, None, "the flat").ask == "the flat"
    assert PersonView(dana._replace(ask="her team"), None, 0, None, "the flat").ask == "her team"


def test_how_it_stands_is_said_in_words() -> None:
    dana = _person("Dana", rhythm=21)
    assert standing_words(PersonView(dana, None, 3, 0.0), TODAY) == "not in touch yet"
    assert standing_words(PersonView(dana, TODAY, 0, 0.0), TODAY) == "last in touch today"
    assert [due_words(PersonView(dana, None, days, 0.0)) for days in (20, 21, 22, 40)] == [
        "",
        "reconnect, due today",
        "reconnect, 1 day past",
        "reconnect, 19 days past",
    ]
    assert due_words(PersonView(_person("Bo"), None, 500, None)) == ""
    assert roles_words([_person(role, role=role) for role in ROLES]) == ""
    assert roles_words([_person("Bo")]) == "Nobody here yet as: mentor, manager, sponsor, coach, community."
