"""What a long list remembers."""

from collections.abc import Hashable, Sequence

from rutbreaker.tui.widgets.row_cache import CHUNK, CHUNKS_KEPT, Row, RowCache


def rows(keys: Sequence[Hashable], text: str = "text") -> dict[Hashable, Row]:
    return {key: Row("lead", "win", f"{text} {key}") for key in keys}


def test_a_chunk_is_asked_for_once() -> None:
    cache = RowCache(range(1000))
    assert cache.want(0, 20) == tuple(range(CHUNK))
    assert cache.want(1, 21) == ()
    cache.take(rows(range(CHUNK)))
    assert cache.want(0, 20) == ()
    assert cache.row(5) == Row("lead", "win", "text 5")
    assert cache.row(CHUNK) is None


def test_a_new_question_repeats_what_is_still_lacking() -> None:
    cache = RowCache(range(1000))
    cache.want(0, 20)
    cache.take(rows([0, 1]))
    assert cache.want(120, 130) == tuple(range(2, 2 * CHUNK))


def test_a_chunk_no_longer_looked_at_is_not_asked_for() -> None:
    cache = RowCache(range(1000))
    cache.want(0, 20)
    assert cache.want(300, 320) == tuple(range(2 * CHUNK, 3 * CHUNK))


def test_a_late_answer_is_taken_all_the_same() -> None:
    cache = RowCache(range(1000))
    cache.want(0, 20)
    cache.want(300, 320)
    assert cache.take(rows(range(CHUNK)))
    assert cache.want(0, 20) == ()


def test_rows_from_far_away_are_ignored() -> None:
    cache = RowCache(range(1000))
    cache.want(0, 20)
    assert not cache.take(rows([900, "unknown"]))
    assert cache.row(900) is None


def test_the_chunk_unseen_for_longest_is_forgotten() -> None:
    cache = RowCache(range(100 * CHUNK))
    for chunk in range(CHUNKS_KEPT):
        cache.take(rows(cache.want(chunk * CHUNK, chunk * CHUNK)))
    cache.look(0, 0)
    cache.take(rows(cache.want(50 * CHUNK, 50 * CHUNK)))
    assert cache.row(0) is not None
    assert cache.row(CHUNK) is None
    assert cache.row(2 * CHUNK) is not None
    assert cache.want(CHUNK, CHUNK) == tuple(range(CHUNK, 2 * CHUNK))


def test_after_a_change_old_rows_are_shown_until_new_ones_come() -> None:
    cache = RowCache([1, 2, 3])
    cache.take(rows(cache.want(0, 2)))
    changed = cache.with_keys([0, 1, 2, 3])
    assert changed.row(0) is None
    assert changed.row(1) == Row("lead", "win", "text 1")
    assert changed.want(0, 3) == (0, 1, 2, 3)
    changed.take(rows([0, 1, 2, 3], "newer"))
    assert changed.row(1) == Row("lead", "win", "newer 1")


def test_a_second_change_before_the_answer_loses_nothing() -> None:
    cache = RowCache([1, 2])
    cache.take(rows(cache.want(0, 1)))
    assert cache.with_keys([0, 1, 2]).with_keys([1, 2]).row(0) == Row("lead", "win", "text 1")


def test_a_group_starts_where_it_differs_from_the_row_above() -> None:
    cache = RowCache("abcd")
    cache.want(0, 3)
    cache.take({key: Row("lead", "win", key, group=group) for key, group in zip("abc", "xxy", strict=True)})
    assert [cache.starts_group(index) for index in range(4)] == [True, False, True, False]


def test_a_group_is_told_while_the_row_above_is_unknown() -> None:
    cache = RowCache("ab")
    cache.want(0, 1)
    cache.take({"b": Row("lead", "win", "b", group="x")})
    assert cache.starts_group(1)
    cache.take({"a": Row("lead", "win", "a", group="x")})
    assert not cache.starts_group(1)


def test_rows_without_a_group_always_start_one() -> None:
    cache = RowCache("ab")
    cache.want(0, 1)
    cache.take(rows("ab"))
    assert cache.starts_group(1)


def test_nothing_is_asked_of_nothing() -> None:
    assert RowCache().want(-1, 20) == ()
    assert RowCache().position("a", 0) == 0
