"""How the pane Change says what it shows: items, options and the course as rows and lines for a width."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap

from rich.cells import cell_len
from textual.content import Content

from rutbreaker.domain.dates import day_year
from rutbreaker.domain.locks import Lock
from rutbreaker.domain.models import Criterion, Readiness
from rutbreaker.domain.options import OptionsView, OptionView
from rutbreaker.domain.readiness import STANDS, ItemView, ReadinessView, thinned
from rutbreaker.domain.readiness_items import BLOCKS
from rutbreaker.domain.readiness_words import outcome as said_of
from rutbreaker.domain.readiness_words import why_met
from rutbreaker.domain.rulers import HIGHEST, RulerView
from rutbreaker.domain.text import one_line
from rutbreaker.journal.readiness import ItemWhy
from rutbreaker.tui.rows import short_day
from rutbreaker.tui.widgets.cells import crop, fit
from rutbreaker.tui.widgets.row_list import Line
from rutbreaker.tui.widgets.sparkline import bar, spark

MARKS = {True: "■", False: "□", None: "·"}
"""Met, not met, not known yet."""

LEGEND = "  ".join(f"{MARKS[met]} {word}" for met, word in STANDS.items())
"""What the marks mean, in a line."""

_START = "Look at a change from four sides. What you log answers most of it; Space answers the rest."
_HEAD = 15
_BAR = 10
_COLUMN = 7
"""The narrowest that the column of a criterion gets, but for a shorter title."""
_NARROWEST = 4
_TOTAL = 5
_TITLE = 14
"""The narrowest that the title of an option gets."""
_POINTS = 40
"""The most points that a course is drawn with."""
_ANSWERS = 10
"""How many earlier answers are told."""


def item_lines(view: ReadinessView, today: date | None, width: int) -> Iterator[Line]:
    """The four blocks with their items: mark, text, points where they are two, day, and the reason below."""
    for block in view.blocks:
        share = bar(block.met / block.of, min(_BAR, max(width - _HEAD - 8, 0)), "░")
        points = f"{block.met} of {block.of}"
        yield Line("", Content.assemble((fit(block.name, _HEAD), "bold"), share, f"  {points}"))
        for item in block.items:
            yield Line(item.item.key, _item(item, today, width))


def outcome(view: ReadinessView, locks: Sequence[Lock] = ()) -> Content:
    """The locks and the sentence, and more quietly that its thresholds are ours, and what research says."""
    is_empty = all(item.met is None for item in view.items)
    said = said_of(view, locks)
    loud = len(said) - 3 if len(said) > 3 else 1
    shown = [_START] if is_empty and not locks else said[:loud]
    quiet = [Content.styled(text, "$text-muted") for text in said[loud:]]
    return Content("\n").join([*map(Content, shown), *quiet])


def option_lines(view: OptionsView, width: int) -> Iterator[Line]:
    """The options under a head of criteria and their weights, then the criteria."""
    shown = _columns(view.criteria, width)
    room = width - (_TOTAL if view.criteria else 0)
    title, *columns = _widths(view, [criterion for _, criterion in shown], room)
    if shown:
        placed = list(zip((criterion for _, criterion in shown), columns, strict=True))
        names = "".join(fit(criterion.title, column - 1) + " " for criterion, column in placed)
        weights = "".join(fit(f"x{criterion.weight}", column) for criterion, column in placed)
        head = f"{' ' * title}{names}{'Σ':>{_TOTAL}}\n{' ' * title}{weights}"
        yield Line("", Content.styled(head, "$text-muted"))
    digits = _digits(view)
    for option in view.options:
        given = [option.scores[place] for place, _ in shown]
        scores = "".join(fit(_score(score), column) for score, column in zip(given, columns, strict=True))
        total = _total(option, digits).rjust(_TOTAL) if view.criteria else ""
        yield Line(f"option:{option.option.id}", Content(fit(option.option.title, title - 1) + " " + scores + total))
    if view.criteria:
        yield Line("", Content.styled("\nWeighed by", "$text-muted"))
    for criterion in view.criteria:
        weight = f"x{criterion.weight}"
        yield Line(f"criterion:{criterion.id}", Content(fit(criterion.title, width - 5) + fit(weight, 5, right=True)))


def options_line(view: OptionsView) -> str:
    """How sure the lead is, what is missing, and whether they have rested."""
    lacking = [option for option in view.options if option.missing]
    parts = [view.line] if view.line else []
    if view.options and not view.criteria:
        parts.append("i adds what to compare them by.")
    if lacking:
        first = lacking[0]
        parts.append(f"No total yet: {crop(first.option.title, 24)} lacks {_some(first.missing)} (s scores it).")
    if view.rest:
        parts.append(view.rest)
    return "\n".join(parts)


def over_time(view: ReadinessView, rulers: Sequence[RulerView], today: date | None, width: int) -> Content:
    """The course of the blocks, and below it that of the rulers."""
    return Content("\n").join(part for part in (course(view, width), rulers_lines(rulers, today, width)) if part)


def course(view: ReadinessView, width: int) -> Content:
    """A line for each block: its name, its points over time, and where they stand."""
    room = min(max(width - _HEAD - 10, 1), _POINTS)
    lines = [
        Content.assemble(
            fit(block.name, _HEAD),
            (spark(thinned(view.course[block.key], room), 0, block.of), "$primary"),
            f"  {block.met} of {block.of}",
        )
        for block in view.blocks
        if len(view.days) > 1
    ]
    return Content("\n").join(lines)


def rulers_lines(rulers: Sequence[RulerView], today: date | None, width: int) -> Content:
    """A line for each ruler: its last readings, and the last one with its day; and when it is time to read them."""
    room = max(width - _HEAD - 19, 1)
    lines = [
        Content.assemble(
            fit(ruler.kind.title(), _HEAD),
            (spark([reading.value for reading in ruler.readings[-room:]], 0, HIGHEST), "$primary"),
            f"  {ruler.last.value} of {HIGHEST}, {short_day(ruler.last.day, today).strip()}",
        )
        for ruler in rulers
        if ruler.last is not None
    ]
    due = [ruler.kind for ruler in rulers if ruler.is_due]
    if due:
        lines.append(Content.styled(f"m asks for {' and '.join(due)} (every two weeks).", "$text-muted"))
    return Content("\n").join(lines)


def since(view: ReadinessView, today: date | None) -> str:
    """From what and since when the course is drawn."""
    return f"from what is logged, since {short_day(view.days[0], today).strip()}" if len(view.days) > 1 else ""


def why_item(found: ItemWhy) -> str:
    """What counts for an item, what is logged of it, and what the user said of it, the latest first."""
    view, item = found.view, found.view.item
    points = "1 point" if item.weight == 1 else f"{item.weight} points"
    lines = [item.rule, f"It counts {points} in “{BLOCKS[item.block]}”. Now it is {STANDS[view.met]}.", ""]
    if view.evidence is not None:
        lines.append(f"From what is logged: {STANDS[view.evidence.met]} ({view.evidence.words}).")
    latest = found.answers[: -_ANSWERS - 1 : -1]
    lines += [_said(answer) for answer in latest]
    if view.evidence is None and not latest:
        lines.append("Not answered yet.")
    if len(found.answers) > len(latest):
        lines.append(f"and {len(found.answers) - len(latest)} earlier answers")
    return "\n".join(lines)


def why_total(view: OptionsView, option: OptionView) -> str:
    """How an option's total comes about."""
    if option.total is None:
        if option.missing:
            return f"There is no total yet: a score is missing for {_some(option.missing)}."
        return "There is no total yet: nothing counts to compare the options by."
    parts = [
        f"{one_line(criterion.title, 40)}: {criterion.weight} × {score}"
        for criterion, score in zip(view.criteria, option.scores, strict=True)
        if criterion.weight and score is not None
    ]
    weights = sum(criterion.weight for criterion in view.criteria)
    points = round(option.total * weights)
    return "\n".join([*parts, "", f"Together {points} of weights {weights}: {points} / {weights} = {_total(option)}"])


def _said(answer: Readiness) -> str:
    day, because = day_year(answer.day), f", {answer.because}" if answer.because else ""
    return f"{day}: {'taken back' if answer.met is None else STANDS[answer.met]}{because}"


def _item(view: ItemView, today: date | None, width: int) -> Content:
    end = f" {f'x{view.item.weight}' if view.item.weight > 1 else '':2} {_told_by(view, today):>6}"
    room = max(width - 3 - len(end), 8)
    first, *rest = wrap(view.item.text, room)
    text = [f"{first.ljust(room)}", *(f"\n   {line}" for line in rest)]
    reason = "".join(f"\n   {line}" for line in _reason(view, today, width - 3))
    return Content.assemble(f" {MARKS[view.met]} ", text[0], (end, "dim"), *text[1:], (reason, "dim italic"))


def _reason(view: ItemView, today: date | None, width: int) -> list[str]:
    """What an item rests on, in two lines at most; the day of the user's own word stands beside it already."""
    if view.answer is None:
        why = why_met(view, today)
    elif view.is_overruled:
        why = f"overruled: {view.answer.because}"
    else:
        why = view.answer.because
    lines = wrap(one_line(why, 2 * width), max(width, 8))
    return [crop(line, width) for line in (*lines[:1], " ".join(lines[1:])) if line]


def _told_by(view: ItemView, today: date | None) -> str:
    """The day of the user's own word, else that it rests on what is logged."""
    if view.answer is not None:
        return short_day(view.answer.day, today).strip()
    return "logged" if view.met is not None else ""


def _columns(criteria: Sequence[Criterion], width: int) -> list[tuple[int, Criterion]]:
    """The criteria that there is room for, with their places: the heaviest, in their order."""
    room, shown = width - _title(width) - _TOTAL, list[tuple[int, Criterion]]()
    for placed in sorted(enumerate(criteria), key=lambda placed: -placed[1].weight):
        room -= _least(placed[1])
        if room < 0:
            break
        shown.append(placed)
    return sorted(shown, key=lambda placed: placed[0])


def _widths(view: OptionsView, shown: Sequence[Criterion], room: int) -> list[int]:
    """The widths of the column with the titles and of those of the criteria, which fill the room together.

    What is to spare goes where it shows most words whole, and the rest of it to the titles.
    """
    wanted = [max((cell_len(one_line(option.option.title, room)) + 1 for option in view.options), default=0)]
    wanted += [cell_len(one_line(criterion.title, room)) + 1 for criterion in shown]
    widths = [min(_title(room), room), *map(_least, shown)]
    for place in sorted(range(len(widths)), key=lambda place: wanted[place] - widths[place]):
        widths[place] += max(min(wanted[place] - widths[place], room - sum(widths)), 0)
    widths[0] += room - sum(widths)
    return widths


def _title(width: int) -> int:
    """The least that the titles of the options get."""
    return max(_TITLE, width // 4)


def _least(criterion: Criterion) -> int:
    return min(max(cell_len(one_line(criterion.title, _COLUMN)) + 1, _NARROWEST), _COLUMN)


def _score(value: int | None) -> str:
    return "·" if value is None else str(value)


def _total(option: OptionView, digits: int = 1) -> str:
    return "–" if option.total is None else f"{option.total:.{digits}f}"


def _digits(view: OptionsView) -> int:
    """One digit, or two where different totals would look the same with one."""
    totals = {option.total for option in view.options if option.total is not None}
    return 1 if len({f"{total:.1f}" for total in totals}) == len(totals) else 2


def _some(names: Sequence[str], most: int = 3) -> str:
    shown = ", ".join(crop(name, 20) for name in names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
