"""What a rut comes from: the sources ranked by the answers of a sitting, with how sure that is.

A source's strain s is the mean of its four answers, 1 to 5, the reversed ones turned. The true strain of the six
sources is taken as normal around 2.6 with a standard deviation of 0.8 and correlations of 0.5; the mean of four answers
lies around it with variance (0.8^2 + 1/12) / 4 = 0.181, the 1/12 for answering in whole numbers. What follows is in
closed form (``gauss.py``); the chance of each source to be the highest is found from 4,000 seeded draws.

Simulated under the same assumptions the chances are right (a stated 43 % comes true in about 43 of 100), the first
source is the true one for 56 to 58 people of 100, and the 80 % set holds the true one for about 90. That tests the
arithmetic, not the statements: 2.6, 0.8 and 0.5 are assumptions, and so is the weight of the check-ins, which therefore
never move the ranking and only say whether they agree with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Literal, NamedTuple

from rutbreaker.domain.statements import LETTERS, STATEMENTS, check_answers
from rutbreaker.domain.words import SOURCE_NAMES, SOURCES
from rutbreaker.insight.gauss import Posterior, Prior, chances_of_highest, posterior
from rutbreaker.insight.source_checkins import FEWEST_DAYS, evidence_of, recent
from rutbreaker.insight.source_checkins import CheckIn as CheckIn

PRIOR = Prior(mean=2.6, own=0.32, shared=0.32)
"""Strain before anything is known: 0.8^2 in variance, half of it shared by all sources."""

FEWEST_ANSWERS = 3
"""Answers, of four, that a source must have."""

SET_CHANCE = 0.80
"""The chance that the sources shown first must have together."""

CALM = 2.5
"""Nothing looks strained when no source is believed to be above it."""

CHANGE_POINTS = 1.0
CHANGE_DAYS = 42
"""A difference between two sittings is called a change from here on: 1.64 standard errors, sqrt(2 * 0.181) each."""

_ANSWER_VARIANCE = 0.8**2 + 1 / 12
_CHECKIN_SLOPE = 0.6
_CHECKIN_VARIANCE = 0.6**2
_NINETY = 1.645
_MANY = 4
_NOTHING = 1e-9

Word = Literal["most likely", "likely", "possible", "less likely"]
Verdict = Literal["nothing", "few", "calm", "flat", "ranked"]
Stance = Literal["agree", "disagree", "open"]


class Source(NamedTuple):
    """One source in a ranking.

    Attributes:
        key: overload, challenge, interest, alone, life or recognition.
        mean: the strain that the answers give, 1 to 5; None when there are fewer than three of its four.
        score: the same from 0 to 100, (mean - 1) / 4 * 100.
        level: the strain believed, 1 to 5, which leans towards 2.6 and towards the other sources.
        p_top: the chance that it is the highest of the six, 0 to 1.
        in_set: whether it is one of those that together hold the highest with at least 80 %.
    """

    key: str
    mean: float | None
    score: float | None
    level: float
    p_top: float
    in_set: bool

    @property
    def name(self) -> str:
        """What a person reads."""
        return SOURCE_NAMES[self.key]

    @property
    def word(self) -> Word:
        """How likely it is the highest: from 70 % "most likely", from 40 % "likely", else "possible" within the set."""
        if not self.in_set:
            return "less likely"
        return "most likely" if self.p_top >= 0.7 else "likely" if self.p_top >= 0.4 else "possible"


class CheckinsSay(NamedTuple):
    """Whether the check-ins agree with the answers.

    Attributes:
        days: the days with ratings in the last 28.
        stance: ``agree`` when they make the first source no less likely, ``disagree`` when with them another would be
            first, ``open`` otherwise; None while there are fewer than 14 days, or nothing to compare them with.
        leading: the source that would be first with them; empty without a stance.
    """

    days: int
    stance: Stance | None = None
    leading: str = ""

    @property
    def missing(self) -> int:
        """Days until they speak."""
        return max(FEWEST_DAYS - self.days, 0)

    @property
    def sentence(self) -> str:
        """The same in words; empty when they don't speak."""
        if self.stance == "disagree":
            return f"Your check-ins disagree: they lean towards “{SOURCE_NAMES[self.leading]}”."
        return {"agree": "Your check-ins agree.", "open": "Your check-ins don't settle it."}.get(self.stance or "", "")


class Change(NamedTuple):
    """How the strain of a source differs from an earlier sitting, in points of 1 to 5, with its 90 % interval."""

    source: str
    points: float
    low: float
    high: float


class SourceRanking:
    """The six sources in order, the likeliest first.

    It is a sequence of ``Source`` (``for source in ranking``, ``ranking[0]``, ``ranking.sources``) that can also be
    asked by a source's key: ``ranking["overload"]``.

    Attributes:
        sources: the sources in order.
        answered: how many of the 24 scored statements were answered.
        verdict: ``nothing`` answered, too ``few`` answers, ``calm``, ``flat`` (no single source), or ``ranked``.
        is_outside: whether it may not be mainly about work: X1 or X2 was answered with 4 or 5.
        has_levers: whether how the work is done can be changed or talked about: L1 or L2 with 3 or more; None when
            neither was answered.
        checkins: what the check-ins say beside it.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        answers: Mapping[str, int],
        verdict: Verdict,
        checkins: CheckinsSay,
    ) -> None:
        self.sources = tuple(sources)
        self.answered = sum(bool(STATEMENTS[key].source) for key in answers)
        self.verdict: Verdict = verdict
        self.is_outside = any(answers.get(key, 1) >= 4 for key in ("X1", "X2"))
        levers = [answers[key] for key in ("L1", "L2") if key in answers]
        self.has_levers = max(levers) >= 3 if levers else None
        self.checkins = checkins

    def __getitem__(self, which: str | int) -> Source:
        """A source by its key, or by its place in the order."""
        if isinstance(which, int):
            return self.sources[which]
        return next(source for source in self.sources if source.key == which)

    def __iter__(self) -> Iterator[Source]:
        """The sources in order."""
        return iter(self.sources)

    def __len__(self) -> int:
        """Six."""
        return len(self.sources)

    @property
    def likely(self) -> tuple[Source, ...]:
        """The sources of the 80 % set, in order."""
        return tuple(source for source in self.sources if source.in_set)

    @property
    def unlikely(self) -> tuple[Source, ...]:
        """The others, in order."""
        return tuple(source for source in self.sources if not source.in_set)

    @property
    def sentence(self) -> str:
        """How it is to be read."""
        return _SENTENCES[self.verdict]


_SENTENCES: dict[Verdict, str] = {
    "nothing": "Nothing answered yet: 28 statements, about four minutes.",
    "few": "Not enough answers: a source needs three of its four statements.",
    "calm": "Nothing here looks strained.",
    "flat": "No single source stands out.",
    "ranked": "The first is right a bit more than half the time.",
}


def rank_sources(
    answers: Mapping[str, int], checkins: Sequence[CheckIn] | None = None, *, seed: int = 0
) -> SourceRanking:
    """Rank the sources by the answers of a sitting.

    A source with too few answers has neither mean nor score, and the chance that the others leave it.

    Args:
        answers: 1 to 5 by statement, A1 to F4, X1, X2, L1 and L2; any may be missing.
        checkins: ratings of days; those of the 28 days up to the last count, and from 14 on they speak.
        seed: settles the draws: the same answers with the same seed give the same ranking.

    Raises:
        BadInput: there is no such statement, or an answer or a rating is no whole number from 1 to 5.
    """
    check_answers(answers)
    strains = [_strains(answers, source) for source in SOURCES]
    days = recent(checkins or ())
    if not any(strains):
        verdict: Verdict = "few" if any(STATEMENTS[key].source for key in answers) else "nothing"
        blank = [Source(key, None, None, PRIOR.mean, 1 / len(SOURCES), in_set=False) for key in SOURCES]
        return SourceRanking(blank, answers, verdict, CheckinsSay(len(days)))
    evidence = [evidence_of(days, source, PRIOR.mean) if len(days) >= FEWEST_DAYS else None for source in SOURCES]
    speaks = any(value is not None for value in evidence)
    beliefs = [_believed(strains, [None] * len(SOURCES))] + ([_believed(strains, evidence)] if speaks else [])
    chances = [_even(*each) for each in zip(beliefs, chances_of_highest(beliefs, seed), strict=True)]
    sources = _ordered(strains, beliefs[0], chances[0])
    verdict = "ranked" if sum(source.in_set for source in sources) < _MANY else "flat"
    if max(beliefs[0].means) < CALM:
        verdict = "calm"
    says = CheckinsSay(len(days))
    if verdict == "ranked" and speaks:
        says = _compared(sources, dict(zip(SOURCES, chances[1], strict=True)), len(days))
    return SourceRanking(sources, answers, verdict, says)


def changes(before: SourceRanking, now: SourceRanking, days: int) -> tuple[Change, ...]:
    """What changed between two sittings that lie ``days`` apart: nothing before 42 days or below a point."""
    found = []
    for source in now if days >= CHANGE_DAYS else ():
        earlier = before[source.key].mean
        if source.mean is not None and earlier is not None and abs(source.mean - earlier) >= CHANGE_POINTS:
            points, margin = source.mean - earlier, _NINETY * sqrt(2 * _ANSWER_VARIANCE / 4)
            found.append(Change(source.key, points, points - margin, points + margin))
    return tuple(found)


def _strains(answers: Mapping[str, int], source: str) -> list[int]:
    """The turned answers of a source; none when there are too few."""
    (letter,) = (letter for letter, key in LETTERS.items() if key == source)
    given = [key for number in range(1, 5) if (key := f"{letter}{number}") in answers]
    return [STATEMENTS[key].strain(answers[key]) for key in given] if len(given) >= FEWEST_ANSWERS else []


def _believed(strains: Sequence[Sequence[int]], evidence: Sequence[float | None]) -> Posterior:
    """The posterior from answers, s ~ N(level, v / n), and check-ins, c ~ N(0.6 (level - 2.6), 0.6^2)."""
    precisions, pulls = [], []
    for given, seen in zip(strains, evidence, strict=True):
        precision = len(given) / _ANSWER_VARIANCE
        pull = precision * (sum(given) / len(given) - PRIOR.mean) if given else 0.0
        if seen is not None:
            precision += _CHECKIN_SLOPE**2 / _CHECKIN_VARIANCE
            pull += _CHECKIN_SLOPE * seen / _CHECKIN_VARIANCE
        precisions.append(precision)
        pulls.append(pull)
    return posterior(PRIOR, precisions, pulls)


def _even(belief: Posterior, chances: Sequence[float]) -> list[float]:
    """The chances with those of sources of the same evidence made the same, which the draws leave a little apart."""
    kinds = [(round(mean, 9), round(spread, 9)) for mean, spread in zip(belief.means, belief.spreads, strict=True)]
    return [
        sum(chance for other, chance in zip(kinds, chances, strict=True) if other == kind) / kinds.count(kind)
        for kind in kinds
    ]


def _ordered(strains: Sequence[Sequence[int]], belief: Posterior, chances: Sequence[float]) -> list[Source]:
    """The sources, the likeliest first, with the smallest set that holds the highest with 80 %.

    Where there are several such sets, because the last of one is as likely as the next, all of them count.
    """
    total, least = 0.0, 1.0
    for chance in sorted(chances, reverse=True):
        if total < SET_CHANCE - _NOTHING:
            total, least = total + chance, chance
    found = []
    for key, given, level, chance in zip(SOURCES, strains, belief.means, chances, strict=True):
        mean = sum(given) / len(given) if given else None
        score = None if mean is None else (mean - 1) / 4 * 100
        found.append(Source(key, mean, score, level, chance, chance >= least - _NOTHING))
    # Outside the set the chances are too small to be told apart by draws; the levels are exact.
    return sorted(found, key=lambda source: (not source.in_set, -source.p_top if source.in_set else -source.level))


def _compared(sources: Sequence[Source], together: Mapping[str, float], days: int) -> CheckinsSay:
    """Whether the check-ins agree, from the chances with them."""
    first = sources[0]
    leading = max(together, key=lambda key: together[key])
    as_likely = {source.key for source in sources if source.p_top >= first.p_top - _NOTHING}
    if leading not in as_likely:
        return CheckinsSay(days, "disagree", leading)
    return CheckinsSay(days, "agree" if together[leading] >= first.p_top - _NOTHING else "open", leading)
