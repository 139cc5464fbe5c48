"""The app: themes, keys, the life of the gateway, and what becomes of an error that nobody has dealt with."""

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import SystemCommand
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.worker import WorkerFailed

from rutbreaker.actions import action_named
from rutbreaker.clock import Clock
from rutbreaker.config import Settings, read_settings
from rutbreaker.domain.text import one_line
from rutbreaker.errors import KEPT, RutbreakerError
from rutbreaker.journal.drafts import what_waits
from rutbreaker.keys import first_key, key_of, keys_named, usable_keys
from rutbreaker.opening import open_context
from rutbreaker.paths import Places
from rutbreaker.tui.commands import ActionCommands, ThingCommands
from rutbreaker.tui.gateway import Gateway, Outcome
from rutbreaker.tui.hiding import Hiding
from rutbreaker.tui.input_hardening import forbid_dumps, harden_input
from rutbreaker.tui.messages import Ask, Failed, Told
from rutbreaker.tui.pace import collect_again, collect_all
from rutbreaker.tui.screens.dashboard import Dashboard
from rutbreaker.tui.screens.notice import Notice
from rutbreaker.tui.screens.palette import Palette
from rutbreaker.tui.theme import DARK, LIGHT
from rutbreaker.tui.type_ahead import REST_SECONDS
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.key_bar import KeyBar

_NOTICE_SECONDS = 12
"""How long a notice about the data file stands."""


def styles_path() -> Path:
    """The style sheet: beside the package in a wheel, at the root of a checkout otherwise.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package.parent, package):
        sheet = folder / "styles.tcss"
        if sheet.is_file() and (folder == package or (folder / "pyproject.toml").is_file()):
            return sheet
    raise FileNotFoundError("styles.tcss is missing from this installation; install rutbreaker again")


class RutbreakerApp(Hiding):
    """Shows the dashboard over one open data file; ``is_sample`` says that it holds the sample data.

    ``wants_sample`` tells, after it has ended, that the sample data were asked for.
    """

    TITLE = "rutbreaker"
    CSS_PATH = styles_path()
    COMMANDS: ClassVar = {ActionCommands, ThingCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(
        self,
        gateway: Gateway,
        clock: Clock,
        settings: Settings,
        notices: Sequence[str] = (),
        *,
        is_sample: bool = False,
    ) -> None:
        super().__init__(clock, settings.hide_after, keys_named("hide", settings.keys))
        self.dashboard: Dashboard
        self.is_sample = is_sample
        self.wants_sample = False
        # The key that leaves may have been chosen by the person.
        self.at_once |= keys_named("quit", settings.keys)
        self.notices = list(notices)
        self.gateway = gateway
        self.settings = settings
        self.defect: Exception | None = None
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        chosen = settings.theme if settings.theme in self.available_themes else DARK.name
        if chosen != settings.theme:
            known = ", ".join(sorted(self.available_themes))
            self.notices.append(
                f"There is no theme “{one_line(settings.theme, 40)}”; there are {known}. The usual one holds."
            )
        self._begin_with_theme(chosen)
        self.set_keymap(settings.keys)

    def _begin_with_theme(self, name: str) -> None:
        """Set the theme rather than change it: a change would read the style sheet twice at the start."""
        self.set_reactive(RutbreakerApp.theme, name)
        # What a change would have done: nobody tells the style sheet, which got the usual theme's colours before.
        self.stylesheet.set_variables(self.get_css_variables())
        is_dark = self.current_theme.dark
        self.set_class(is_dark, "-dark-mode", update=False)
        self.set_class(not is_dark, "-light-mode", update=False)

    @property
    def has_begun(self) -> bool:
        """Whether the pane that is wanted stands below the head."""
        return not isinstance(self.screen, Dashboard) or self.screen.is_settled

    def get_default_screen(self) -> Screen[None]:
        """The dashboard."""
        mark = "sample data" if self.is_sample else ""
        self.dashboard = Dashboard(self.gateway, self.clock.today(), self.settings.keys, mark)
        return self.dashboard

    def get_system_commands(self, screen: Screen[None]) -> Iterable[SystemCommand]:
        """Of Textual's own commands only the choice of a theme; the rest is in the table of actions."""
        yield SystemCommand("Theme", "Choose how it looks.", self.action_change_theme)

    async def action_change_data(self) -> None:
        """Leave for the sample data, or from there for one's own."""
        self.wants_sample = not self.is_sample
        self.leave()

    async def action_quit(self) -> None:
        """Leave; where a draft can't be kept, that is said once before."""
        self.wants_sample = False
        self.leave()

    def action_command_palette(self) -> None:
        """Show the palette."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def on_mount(self) -> None:
        """Say what there is to say about the data file, and collect garbage again once something stands here."""
        for notice in self.notices:
            self.notify(notice, severity="warning", timeout=_NOTICE_SECONDS, markup=False)
        self.call_after_refresh(collect_again)
        self.set_interval(REST_SECONDS, self.tidy)

    def tidy(self) -> None:
        """Collect garbage while nobody waits for anything."""
        if self.is_resting:
            collect_all()

    def _handle_exception(self, error: Exception) -> None:
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self.return_code is not None and isinstance(cause, NoMatches | KeyError):
            # Left while something was being laid out: it looks for its parts or styles, which are gone or never made.
            return
        if self.defect is None:
            self.defect = error
            if self.keep_at_once(self._ask_at_once):
                error.add_note(KEPT)
        super()._handle_exception(error)

    @on(Ask)
    def answer(self, question: Ask) -> None:
        """Run what was asked for in the gateway, and give the answer or the error back.

        Here, so that what a dialog asks passes the dashboard by: whatever wakes a screen behind a dialog has Textual
        (8.2.8) paint all of both anew.
        """
        work = asyncio.ensure_future(self.gateway.run(question.use_case, *question.arguments, **question.options))
        work.add_done_callback(partial(self._settle, question))

    def _settle(self, question: Ask, done: "asyncio.Future[Outcome]") -> None:
        question.settle(done)
        if not done.cancelled() and done.exception() is None and done.result().wrote:
            self.dashboard.is_behind = True
            # A dialog keeps its draft four times a second, and what stands behind it would be drawn anew each time.
            if self.screen is self.dashboard:
                self.dashboard.catch_up()

    async def _ask_at_once(self, use_case: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        return self.gateway.run_at_once(use_case, *arguments, **options)

    def _fatal_error(self) -> None:
        # Textual's own report prints local variables, and in those stand a person's words.
        self._close_messages_no_wait()

    @on(KeyBar.Pressed)
    @on(EmptyState.Pressed)
    def press(self, message: KeyBar.Pressed | EmptyState.Pressed) -> None:
        """Press the key that was clicked, here or in a dialog."""
        # Later: a key that is sent while a message is at work would not travel on to the bindings.
        self.call_later(self.simulate_key, message.key.press if isinstance(message, KeyBar.Pressed) else message.key)

    @on(EmptyState.KeyAsked)
    def name_key(self, message: EmptyState.KeyAsked) -> None:
        """Say which key does what an empty place invites to."""
        action = action_named(message.empty_state.binding)
        message.empty_state.name_key(key_of(action, self.settings.keys), first_key(action, self.settings.keys))

    def panic(self, *_: object) -> None:
        """End without a word: what Textual would print may hold a person's words."""
        self._close_messages_no_wait()

    @on(Told)
    def say(self, message: Told) -> None:
        """Say something in passing, in place of what was said before."""
        # A pile of them would cover the keys of the dialog that comes next.
        self.clear_notifications()
        self.notify(message.text, markup=False)

    @on(Failed)
    def say_error(self, message: Failed) -> None:
        """Say what went wrong; a defect ends the app as any unhandled exception does."""
        error = message.error
        if not isinstance(error, RutbreakerError):
            raise error
        self.push_screen(Notice(error.title, error.message))


def run_dashboard(places: Places, clock: Clock | None = None) -> int:
    """Show the dashboard until the user leaves; the exit code. On a wish, the sample data are shown in between.

    Raises:
        RutbreakerError: the configuration or the data file can't be used; nothing was shown.
        Exception: a defect ended the dashboard; the terminal is as it was.
    """
    while (app := _shown(places, clock)).wants_sample:
        if code := run_sample(places, clock):
            return code
    return app.return_code or 0


def run_sample(places: Places, clock: Clock | None = None) -> int:
    """Show the dashboard over sample data, in a file that is gone afterwards; the exit code.

    Raises:
        RutbreakerError, Exception: as ``run_dashboard``.
    """
    # Only who looks at the sample needs the story.
    from rutbreaker.sample.opening import sample_places

    with sample_places(places, clock) as invented:
        return _shown(invented, clock, is_sample=True).return_code or 0


def _shown(places: Places, clock: Clock | None, *, is_sample: bool = False) -> RutbreakerApp:
    """The app, after it has ended."""
    # Sample data are backed up beside their own file, if at all, never in the person's folder.
    settings, problems = _usable(read_settings(places.config))
    settings = settings._replace(backups="") if is_sample else settings
    gateway = Gateway(lambda: open_context(places, clock=clock, settings=settings))
    context = gateway.open()
    try:
        notices = [*problems, *context.notices, *gateway.run_at_once(what_waits)]
        app = RutbreakerApp(gateway, context.clock, context.settings, notices, is_sample=is_sample)
        if "SSH_CONNECTION" in os.environ or not settings.animations:
            app.animation_level = "none"
        harden_input()
        forbid_dumps()
        app.run()
    finally:
        gateway.close()
    if app.defect is not None:
        raise app.defect
    return app


def _usable(settings: Settings) -> tuple[Settings, list[str]]:
    """The settings as far as the dashboard can go by them, and everything that is wrong with them."""
    keys, problems = usable_keys(settings.keys)
    return settings._replace(keys=keys), [*settings.problems, *problems]
