"""A decision on a change in Markdown: the blocks with what they rest on, the options with their sheets, the caveats.

It is for the user, or for somebody with whom they talk it over. It recommends nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rutbreaker.domain.dates import day_month, full_day
from rutbreaker.domain.locks import Lock
from rutbreaker.domain.models import Option, Runway
from rutbreaker.domain.options import OptionsView, OptionView
from rutbreaker.domain.readiness import STANDS, ItemView, ReadinessView, thinned
from rutbreaker.domain.readiness_words import outcome, why_met
from rutbreaker.domain.rulers import HIGHEST, RulerView
from rutbreaker.domain.runways import circumstances, months_words
from rutbreaker.domain.text import clean, one_line

SHEET = (
    ("first_test", "First test"),
    ("cost", "Cost"),
    ("fear", "Fear"),
    ("staying_cost", "Cost of staying"),
    ("ten_weeks", "In ten weeks"),
    ("ten_years", "In ten years"),
    ("premortem", "A year on it failed, because"),
    ("safeguard", "Safeguard"),
)
"""The parts of an option's sheet, with what a person reads for each."""

HOW_DRAWN = "Worked out from what was logged by each day, with plans and scores as they are now."
"""How the points of earlier days are found."""

_FEW_DAYS = 6
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


class Decision(NamedTuple):
    """Everything that bears on a change, as it stands on a day."""

    readiness: ReadinessView
    locks: Sequence[Lock]
    rulers: Sequence[RulerView]
    runway: Runway | None
    options: OptionsView


def memo(found: Decision) -> list[str]:
    """The lines of the memo."""
    parts = (
        [f"# Thinking about a change, {full_day(found.readiness.day)}"],
        *([_plain(paragraph)] for paragraph in outcome(found.readiness, found.locks)),
        *_blocks(found.readiness),
        ["## Rulers and runway", "", *(f"- {line}" for line in standing_lines(found))],
        *_course(found.readiness),
        *_options(found.options),
    )
    lines: list[str] = []
    for part in parts:
        lines += [*([""] if lines else []), *part]
    return lines


def standing_lines(found: Decision) -> list[str]:
    """How important a change is, how confident somebody is, and for how long savings last, a line each."""
    lines = []
    for ruler in found.rulers:
        if ruler.last is None:
            lines.append(f"{ruler.kind.title()}: not asked yet")
            continue
        earlier = ", ".join(f"{reading.value}" for reading in ruler.readings[-6:-1])
        before = f"; before that {earlier}" if earlier else ""
        lines.append(f"{ruler.kind.title()}: {ruler.last.value} of {HIGHEST}, {full_day(ruler.last.day)}{before}")
    lines.append(f"Runway: {_runway(found.runway)}")
    return lines


def _runway(runway: Runway | None) -> str:
    if runway is None:
        return "not looked at yet"
    parts = [f"{months_words(runway.months)}, {full_day(runway.day)}"]
    if runway.savings is not None and runway.monthly is not None:
        parts.append(f"savings {runway.savings}, {runway.monthly} a month")
    return "; ".join([*parts, *circumstances(runway)])


def _blocks(view: ReadinessView) -> Iterator[list[str]]:
    for block in view.blocks:
        items = [f"- [{'x' if item.met else ' '}] {_item(item, view)}" for item in block.items]
        yield [f"## {block.name}: {block.met} of {block.of}", "", *items]


def _item(item: ItemView, view: ReadinessView) -> str:
    why = why_met(item, view.day)
    stands = "" if item.met else f" ({STANDS[item.met]})"
    return f"{item.item.text}{stands}" + (f": {_plain(why)}" if why else "")


def _course(view: ReadinessView) -> Iterator[list[str]]:
    """The points of the blocks on a few days, and how they were found."""
    if len(view.days) < 2:
        return
    lines = []
    for place in thinned(range(len(view.days)), _FEW_DAYS):
        points = ", ".join(f"{block.name} {view.course[block.key][place]}" for block in view.blocks)
        day = view.days[place]
        lines.append(f"- {day_month(day) if day.year == view.day.year else full_day(day)}: {points}")
    yield ["## Over time", "", *lines]
    yield [HOW_DRAWN]


def _options(view: OptionsView) -> Iterator[list[str]]:
    if not view.options:
        yield ["## Options", "", "None are written yet; staying, and changing something, is always one."]
        return
    heads = ["Option", *(f"{_plain(each.title)} x{each.weight}" for each in view.criteria), "Total"]
    rows = [heads, ["---"] * len(heads), *map(_row, view.options)]
    yield ["## Options", "", *(f"| {' | '.join(row)} |" for row in rows)]
    said = [line for line in (view.line, view.rest) if line]
    if said:
        yield [_plain(line) for line in said]
    for each in view.options:
        sheet = list(_sheet(each.option))
        if sheet:
            yield [f"### {_plain(each.option.title)}", "", *sheet]


def _row(view: OptionView) -> list[str]:
    scores = ["" if score is None else str(score) for score in view.scores]
    return [_plain(view.option.title), *scores, "" if view.total is None else f"{view.total:.2f}"]


def _sheet(option: Option) -> Iterable[str]:
    for part, said in SHEET:
        text = getattr(option, part)
        if text:
            yield f"- {said}: {_plain(text)}"
        if part == "first_test" and option.tested_on is not None:
            yield f"- First test done on: {option.tested_on.isoformat()}"


def _plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown would act on."""
    return _SPECIAL.sub(r"\\\1", one_line(" ".join(clean(text).split())))
