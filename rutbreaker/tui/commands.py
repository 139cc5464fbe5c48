"""What the command palette offers: every action by its name, and goals, people and recent entries by their words."""

from collections.abc import AsyncIterator, Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from rutbreaker.actions import ACTIONS, ANYWHERE, PANES, Action
from rutbreaker.domain.dates import full_day
from rutbreaker.domain.log import LogLine, kind_name, shown_text
from rutbreaker.domain.text import one_line
from rutbreaker.keys import key_of
from rutbreaker.tui.messages import Open, Perform
from rutbreaker.tui.panes.registry import PANE_OF_KIND
from rutbreaker.tui.screens.dashboard import Dashboard

RECENT = 200
"""So many of the newest entries are offered; search finds the others."""

_LONGEST = 100


class Command(NamedTuple):
    """A row of the palette."""

    name: str
    help: str
    run: IgnoreReturnCallbackType


class ActionCommands(Provider):
    """Offers what can be done here first, then everywhere, then in the other panes."""

    async def discover(self) -> Hits:
        """All rows, while nothing is typed."""
        async for command in self._commands():
            yield DiscoveryHit(command.name, command.run, help=command.help)

    async def search(self, query: str) -> Hits:
        """The rows that fit what is typed."""
        matcher = self.matcher(query)
        async for command in self._commands():
            score = matcher.match(command.name)
            if score > 0:
                yield Hit(score, matcher.highlight(command.name), command.run, help=command.help)

    async def _commands(self) -> AsyncIterator[Command]:
        dashboard = self.screen
        if isinstance(dashboard, Dashboard):
            for action in _in_order(dashboard.shown):
                key = key_of(action, dashboard.keys)
                yield Command(_name(action), f"{action.help}  {key}", partial(dashboard.post_message, Perform(action)))


class Thing(NamedTuple):
    """Something that can be opened where it lives: its text, safe to show; the same to look in; what stands beneath."""

    kind: str
    row: str
    text: str
    folded: str
    beneath: str


class ThingCommands(Provider):
    """Offers goals, people and the newest entries, once something is typed that stands in them."""

    async def startup(self) -> None:
        """Ask for them once, as the palette opens; imported here, because the first paint needs none of it."""
        from rutbreaker.journal.goals import list_goals
        from rutbreaker.journal.log import list_log
        from rutbreaker.journal.people import list_people

        self._things: list[Thing] = []
        dashboard = self.screen
        if isinstance(dashboard, Dashboard):
            goals = [view.goal for view in await dashboard.ask(list_goals)]
            people = [view.person for view in await dashboard.ask(list_people)]
            lines = [line for line in await dashboard.ask(list_log, limit=RECENT) if line.kind in PANE_OF_KIND]
            self._things += [_thing("goal", goal.id, goal.title, f"{goal.state} goal") for goal in goals]
            self._things += [_thing("person", person.id, person.name, person.role) for person in people]
            self._things += [_thing(line.kind, line.id, shown_text(line), _told(line)) for line in lines]

    async def search(self, query: str) -> Hits:
        """Those that hold every word that was typed."""
        words = query.casefold().split()
        for thing in self._things:
            places = [(thing.folded.find(word), len(word)) for word in words]
            if places and all(place >= 0 for place, _ in places):
                shown = Content(thing.text)
                for place, length in places:
                    shown = shown.stylize(self.match_style or "reverse", place, place + length)
                # No better than an action of that name, and the better the more of it was typed.
                score = min(1.0, sum(length for _, length in places) / len(thing.text))
                yield Hit(score, shown, partial(self._open, thing), thing.text, thing.beneath)

    def _open(self, thing: Thing) -> None:
        self.screen.post_message(Open(thing.kind, thing.row))


def _thing(kind: str, row: str, text: str, beneath: str) -> Thing:
    shown = one_line(text, _LONGEST)
    return Thing(kind, row, shown, shown.casefold(), beneath)


def _told(line: LogLine) -> str:
    return f"{kind_name(line.kind)} of {full_day(line.day)}"


def _name(action: Action) -> str:
    """What a row is called; what goes to a pane says so, because something else may be called like the pane."""
    if action.where != ANYWHERE:
        return f"{PANES[action.where]}: {action.label}"
    return f"Go to {action.label}" if action.id.startswith("show-") else action.label


def _in_order(pane: str) -> Iterator[Action]:
    yield from (action for action in ACTIONS if action.where == pane)
    yield from (action for action in ACTIONS if action.where == ANYWHERE)
    yield from (action for action in ACTIONS if action.where not in (pane, ANYWHERE))
