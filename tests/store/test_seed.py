"""The seeded ten years: as much as promised, the same every time, and whole."""

from rutbreaker.context import Context
from rutbreaker.domain.log import LOGGED
from rutbreaker.store.log import log_keys


def test_ten_years_hold_what_they_promise(ten_years: Context) -> None:
    connection = ten_years.connection
    assert len(log_keys(connection, ["checkin"])) == 3650
    assert len(log_keys(connection, [kind for kind in LOGGED if kind != "checkin"])) == 20_000
    assert connection.rows("PRAGMA integrity_check") == [("ok",)]
    newest = log_keys(connection, LOGGED, limit=1)[0][1]
    assert connection.rows("SELECT max(at) <= '2026-11-23T07:55:00.000Z' FROM searchable") == [(1,)]
    assert newest
