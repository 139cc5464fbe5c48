"""A week or a longer time in words: headings with lines below, the same on the screen and in the shell."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.goals import VERDICT_NAMES
from rutbreaker.domain.hours import worked_words
from rutbreaker.domain.log import LogLine, shown_text
from rutbreaker.domain.models import Goal
from rutbreaker.domain.review import Kept, LookBack, Mean, WeekOf, WeekView
from rutbreaker.domain.telling import periods, span
from rutbreaker.domain.why_words import Part

_PLACES = {"below": "below usual", "as": "as usual", "above": "above usual"}
_KINDS = {"checkin": "Check-ins", "win": "Wins", "gratitude": "Gratitude", "reflection": "Reflections"}
_COUNTS = (
    ("win", "win", "wins"),
    ("gratitude", "thanks", "thanks"),
    ("reflection", "reflection", "reflections"),
    ("step", "step done", "steps done"),
    ("routine", "routine ticked", "routines ticked"),
    ("goal", "goal set", "goals set"),
    ("contact", "contact", "contacts"),
)
_NOTHING = Part("Nothing logged", ("Days that have passed can still be filled in.",))
_MOST_CLOSED = 12


def week_parts(found: WeekView) -> list[Part]:
    """The week gathered; what it did not hold is left out."""
    parts = [
        Part("Last time you wanted to try", tuple(found.last_try.splitlines())),
        Part("Ratings", (*_means(found.means), *_weekly(found))),
        Part("Hours worked", _worked(found)),
        Part("Kept of what was planned", tuple(_kept_briefly(found.kept))),
        Part(_titled("Wins", found.wins), tuple(map(_text, found.wins))),
        Part(_titled("Gratitude", found.gratitude), tuple(map(_thanks, found.gratitude))),
        Part(_titled("Done", found.done), tuple(_ticked(found.done))),
        Part("Goals closed", tuple(map(_closed, found.closed))),
        Part("Sessions", tuple(_sessions(found.sessions))),
        Part("People", tuple(map(_text, found.contacts))),
    ]
    held = [part for part in parts if part.lines]
    return held or [_NOTHING]


def period_parts(found: LookBack, today: date) -> list[Part]:
    """A longer time, summed up: it is counted, not listed."""
    counted = [f"{count} {one if count == 1 else many}" for kind, one, many in _COUNTS if (count := found.counts[kind])]
    if found.counts["session"]:
        sessions = "session" if found.counts["session"] == 1 else "sessions"
        counted.append(f"{found.counts['session']} {sessions}, {minutes_words(found.minutes)}")
    closed = [_closed(goal) for goal in found.closed[:_MOST_CLOSED]]
    if len(found.closed) > _MOST_CLOSED:
        closed.append(f"and {len(found.closed) - _MOST_CLOSED} more")
    parts = [
        Part("Ratings", tuple(_means(found.means))),
        Part("Kept", tuple(_kept(found.kept))),
        Part("Logged", tuple(counted)),
        Part("Goals closed", tuple(closed)),
        Part("Weeks", tuple(_weeks(found, today))),
        Part("Tags", _used((f"#{tag}", count) for tag, count in found.tags)),
        Part("People", _used(found.people)),
    ]
    held = [part for part in parts if part.lines]
    return held or [_NOTHING]


def _weekly(found: WeekView) -> Iterable[str]:
    """The two ratings of the week, from 1 to 5."""
    said = (("switching off after work", found.switch_off), ("say in it", found.say))
    given = ", ".join(f"{name} {rating} of 5" for name, rating in said if rating is not None)
    if given:
        yield f"{given[0].upper()}{given[1:]}"


def _worked(found: WeekView) -> tuple[str, ...]:
    """The hours, beside the limit if there is one."""
    days = found.worked.days
    return (f"{worked_words(found.worked)}, on {periods(len(days), 'day')}",) if days else ()


def _sunday(monday: date) -> date:
    return monday + timedelta(days=6)


def _titled(title: str, lines: Sequence[LogLine]) -> str:
    return f"{title} ({len(lines)})"


def _means(means: Sequence[Mean]) -> Iterable[str]:
    """The index on a line, and the ratings on another by where they stand."""
    for mean in means:
        if mean.measure == "index":
            place = f", {_PLACES[mean.place]}" if mean.place else ""
            yield f"Index {mean.mean:.1f} over {periods(mean.days, 'day')}{place}"
    by_place: dict[str, list[str]] = {}
    for mean in means:
        if mean.measure != "index":
            by_place.setdefault(mean.place or "", []).append(f"{mean.measure} {mean.mean:.1f}")
    said = [", ".join(by_place.get("", ()))]
    said += [f"{words}: {', '.join(by_place[place])}" for place, words in _PLACES.items() if place in by_place]
    line = "; ".join(filter(None, said))
    if line:
        yield line[0].upper() + line[1:]


def _kept(kept: Iterable[Kept]) -> Iterable[str]:
    """How much was kept of what was planned, with the longest run where there was one."""
    for each in kept:
        if each.planned or each.longest:
            longest = f", longest run {periods(each.longest, each.unit)}" if each.longest > 1 else ""
            yield f"{_KINDS[each.kind]} {each.kept} of {each.planned} planned{longest}"


def _kept_briefly(kept: Iterable[Kept]) -> Iterable[str]:
    """The same on one line."""
    said = [f"{_KINDS[each.kind]} {each.kept} of {each.planned}" for each in kept if each.planned]
    if said:
        yield ", ".join(word if place == 0 else word[0].lower() + word[1:] for place, word in enumerate(said))


def _text(line: LogLine) -> str:
    return shown_text(line)


def _thanks(line: LogLine) -> str:
    return f"{line.text} – {line.why}" if line.why else line.text


def _ticked(lines: Iterable[LogLine]) -> Iterable[str]:
    """Steps by their text; a routine once, with how often it was ticked."""
    times: dict[tuple[str, str], int] = {}
    names: dict[tuple[str, str], str] = {}
    for line in lines:
        key = (line.kind, line.id)
        times[key] = times.get(key, 0) + 1
        names[key] = f"{line.text} ({line.goal})" if line.goal else line.text
    for key, count in times.items():
        yield f"{names[key]}, {count} times" if count > 1 else names[key]


def _closed(goal: Goal) -> str:
    verdict = VERDICT_NAMES.get(goal.verdict or "", "")
    return f"{goal.title}: {verdict}" if verdict else goal.title


def _sessions(lines: Iterable[LogLine]) -> Iterable[str]:
    """The time spent on each goal."""
    minutes: dict[str, int] = {}
    for line in lines:
        minutes[line.goal] = minutes.get(line.goal, 0) + (line.minutes or 0)
    for goal, spent in sorted(minutes.items(), key=lambda item: -item[1]):
        yield f"{minutes_words(spent)}  {goal}".rstrip()


def _weeks(found: LookBack, today: date) -> Iterable[str]:
    if found.best is not None and found.hardest is not None:
        yield f"Best: {_week(found.best, today)}"
        yield f"Hardest: {_week(found.hardest, today)}"


def _week(week: WeekOf, today: date) -> str:
    return f"{span(week.monday, _sunday(week.monday), today)}, index {week.mean:.1f}"


def _used(used: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """All on one line, with their numbers."""
    said = ", ".join(f"{name} {count}" for name, count in used)
    return (said,) if said else ()
