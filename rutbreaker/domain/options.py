"""Comparing options by weighted criteria: totals that can be compared, and how easily the first place would change.

A total is the mean of an option's scores, weighted: from 1 to 5 whatever the weights are. It is a way to think, not a
result; how thin a lead is says as much as who leads.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rutbreaker.domain.models import Criterion, Option
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

HIGHEST_WEIGHT = 10
"""The largest weight a criterion can have; 0 sets it aside."""

HIGHEST_SCORE = 5
"""The best score; the lowest is 1."""

CLOSE = 1
"""A lead that a change of one weight by so much would turn is called close: a convention."""

STAYING = "Stay, and change …"
"""The option that is there from the first, because staying is always one; what to change is still to be said."""

REST_DAYS = 14
"""Days for which the options must have been left alone to count as rested: a convention."""

_NAME_WIDTH = 24

Scores = Mapping[tuple[str, str], int]
"""Scores, 1 to 5, by the ids of option and criterion."""


class OptionView(NamedTuple):
    """An option beside the others.

    Attributes:
        option: the option itself.
        scores: its scores in the order of the criteria, None where there is none.
        total: the weighted mean, 1 to 5; None while a score is missing that counts, or nothing counts.
        missing: the names of the criteria whose score is missing, of those that count.
    """

    option: Option
    scores: tuple[int | None, ...]
    total: float | None
    missing: tuple[str, ...]


class Turn(NamedTuple):
    """The smallest change of one weight that would put another option first.

    Attributes:
        criterion: whose weight it is.
        weight: what it would have to be, 0 to 10.
    """

    criterion: Criterion
    weight: int

    @property
    def change(self) -> int:
        """By how much the weight would have to move."""
        return abs(self.weight - self.criterion.weight)


class OptionsView(NamedTuple):
    """The options with a total, the best first, then the others; by which criteria; and how sure the lead is.

    ``unchanged`` is for how many days nothing about them was changed; None where there is nothing to compare.
    """

    options: tuple[OptionView, ...]
    criteria: tuple[Criterion, ...]
    line: str
    unchanged: int | None = None

    @property
    def rest(self) -> str:
        """That they have rested for two weeks, in words; empty before."""
        return f"Unchanged for {self.unchanged} days." if (self.unchanged or 0) >= REST_DAYS else ""


def compare(options: Sequence[Option], criteria: Sequence[Criterion], scores: Scores) -> OptionsView:
    """Put options side by side; equal ones stay in the order given."""
    views = [_view(option, criteria, scores) for option in options]
    views.sort(key=lambda view: (view.total is None, -(view.total or 0)))
    return OptionsView(tuple(views), tuple(criteria), sensitivity(views, criteria))


def leaders(view: OptionsView) -> list[OptionView]:
    """The options with the highest total: one, several that are level, or none without totals."""
    best = view.options[0].total if view.options else None
    return [option for option in view.options if best is not None and option.total == best]


def check_weights(weights: Sequence[int]) -> None:
    """Check that weights are from 0 to 10 and that something counts.

    Raises:
        BadInput: one is out of range, or all are zero.
    """
    for weight in weights:
        if not 0 <= weight <= HIGHEST_WEIGHT:
            raise BadInput(f"A weight is a number from 0 to {HIGHEST_WEIGHT}, not {weight}.")
    if weights and not any(weights):
        raise BadInput("All weights would be 0, and nothing would count: give at least one criterion 1 or more.")


def sensitivity(views: Sequence[OptionView], criteria: Sequence[Criterion]) -> str:
    """How sure the first place is, in a line; empty with fewer than two totals."""
    ranked = [view for view in views if view.total is not None]
    if len(ranked) < 2:
        return ""
    level = [view for view in ranked if view.total == ranked[0].total]
    if len(level) > 1:
        return f"level: {_named(level[0].option)} and {_others(level[1:])}"
    turn = smallest_turn(ranked[0], views, criteria)
    if turn is None:
        return "clear: no change of one weight would reverse it"
    way = f"{_named(turn.criterion)} x{turn.weight}"
    return f"close: {way} would reverse it" if turn.change <= CLOSE else f"clear: it takes {way} to reverse it"


def smallest_turn(leader: OptionView, views: Sequence[OptionView], criteria: Sequence[Criterion]) -> Turn | None:
    """The smallest change of one weight, kept within 0 to 10, after which another option has the highest total.

    Exact: every weight is tried. As the weights are the same for all options, their weighted points are compared, not
    their means; a weight that comes to 0 or leaves it gives totals to options, or takes them away. Of equally small
    changes the one of the criterion that comes first counts, and the smaller weight.

    Args:
        leader: the option with the highest total, alone in that place.
        views: all options, with a total or without.
        criteria: in the order of the options' scores.
    """
    turns = [
        Turn(criterion, weight)
        for place, criterion in enumerate(criteria)
        if (weight := _turning_weight(leader, views, criteria, place)) is not None
    ]
    return min(turns, key=lambda turn: turn.change, default=None)


def _turning_weight(
    leader: OptionView, views: Sequence[OptionView], criteria: Sequence[Criterion], place: int
) -> int | None:
    """The weight nearest to that of the criterion at ``place`` with which another option is first, if any is."""
    own = criteria[place].weight
    others = [(other, criterion.weight) for other, criterion in enumerate(criteria) if other != place]
    counted = sum(weight for _, weight in others)
    scored = [
        (view is leader, points, view.scores[place]) for view in views if (points := _points(view, others)) is not None
    ]
    for weight in sorted(range(HIGHEST_WEIGHT + 1), key=lambda weight: (abs(weight - own), weight)):
        if weight == own or not counted + weight:
            continue
        here = [
            (leads, points + weight * (score or 0))
            for leads, points, score in scored
            if score is not None or not weight
        ]
        mine = max((points for leads, points in here if leads), default=None)
        best = max((points for leads, points in here if not leads), default=None)
        if best is not None and (mine is None or best > mine):
            return weight
    return None


def _points(view: OptionView, weights: Sequence[tuple[int, int]]) -> int | None:
    """The weighted points of an option by some criteria; None when a score is missing that counts."""
    points = 0
    for place, weight in weights:
        score = view.scores[place]
        if weight and score is None:
            return None
        points += weight * (score or 0)
    return points


def _view(option: Option, criteria: Sequence[Criterion], scores: Scores) -> OptionView:
    row = tuple(scores.get((option.id, criterion.id)) for criterion in criteria)
    counting = [(criterion, score) for criterion, score in zip(criteria, row, strict=True) if criterion.weight]
    missing = tuple(criterion.title for criterion, score in counting if score is None)
    if missing or not counting:
        return OptionView(option, row, None, missing)
    points = sum(criterion.weight * score for criterion, score in counting if score is not None)
    return OptionView(option, row, points / sum(criterion.weight for criterion, _ in counting), ())


def _others(level: Sequence[OptionView]) -> str:
    return _named(level[0].option) if len(level) == 1 else f"{len(level)} others"


def _named(thing: Option | Criterion) -> str:
    return one_line(thing.title, _NAME_WIDTH)
