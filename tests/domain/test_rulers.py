"""The two rulers: what is a reading, and when they are asked."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rutbreaker.domain.models import Ruler
from rutbreaker.domain.rulers import check_reading, view_of
from rutbreaker.errors import BadInput

_TODAY = date(2026, 11, 23)
_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(("ago", "due"), [(13, False), (14, True)])
def test_a_ruler_is_asked_again_after_14_days(ago: int, due: bool) -> None:
    importance, confidence = view_of([Ruler("r", _TODAY - timedelta(days=ago), _AT, "importance", 7)], _TODAY)
    assert (importance.is_due, confidence.is_due) == (due, True)
    assert importance.last is not None
    assert (importance.last.value, confidence.last) == (7, None)


@pytest.mark.parametrize(("kind", "value", "says"), [
    ("importance", 11, "from 0 to 10, not 11"), ("confidence", -1, "not -1"), ("mood", 5, "importance and confidence"),
])  # fmt: skip
def test_what_is_no_reading_is_refused(kind: str, value: int, says: str) -> None:
    check_reading("importance", 0)
    check_reading("confidence", 10)
    with pytest.raises(BadInput, match=says):
        check_reading(kind, value)
