"""Pane 3: the goals by avenue, and beside them the selected one with its steps, routines and sessions."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.reactive import reactive
from textual.widgets import OptionList

from rutbreaker.domain.text import one_line
from rutbreaker.journal.daily import log_win
from rutbreaker.journal.goals import GoalView, WholeGoal, goal_id_of, goal_view, list_goals
from rutbreaker.journal.log import Key, read_whole
from rutbreaker.journal.steps import RoutineView, list_routines, move_step
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.panes.goal_page import GoalPage
from rutbreaker.tui.panes.goals_words import goal_lines, goals_title
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.screens import goal_ends, goal_forms, goal_steps
from rutbreaker.tui.screens.ideas import choose_idea
from rutbreaker.tui.screens.line_forms import delete_line
from rutbreaker.tui.screens.quick import log_a_win
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.row_list import RowList

_TALKS: dict[str, Callable[[Asking, str], Awaitable[Any]]] = {
    "step": goal_steps.add_a_step,
    "session": goal_steps.log_time,
    "reached": goal_steps.set_number,
    "park": goal_ends.park_or_wake,
    "close": goal_ends.close_or_reopen,
    "still": goal_ends.ask_about_still,
}
"""What can be done with the selected goal, by the end of the action's id; the id of a goal may come of it."""

_NO_GOAL = "Select a goal first; n sets one."
_ON_GOALS = frozenset({"edit-goal", "goal-step", "tick-step", "goal-session", "goal-park", "goal-close", "delete-goal"})
_NO_STEP = "Select a step or a routine first; a adds one."


class GoalsPane(Pane):
    """The list of goals and the page of the selected one; Tab goes from one to the other."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("goals")
    FIRST_FOCUS = "#goals-list"

    is_unfolded: reactive[bool] = reactive(False)
    """Whether the closed goals are shown one by one."""

    _goal = ""
    _wanted: Key | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with Container(classes="pair"):
            with Card(title="Goals", id="goals-card", classes="list"):
                yield RowList(id="goals-list")
                with Vertical(id="goals-empty"):
                    yield EmptyState(
                        "What you want to reach, one small step at a time. A title will do.",
                        "n",
                        "set the first goal",
                        binding="new-goal",
                    )
                    tried = "what people try, and what research says of it"
                    yield EmptyState("Nothing in mind?", "i", tried, binding="goal-ideas")
            yield GoalPage(id="goal-page", classes="page")

    async def load(self) -> None:
        """Ask for the goals and show them, with what was looked for selected."""
        views: list[GoalView] = await self.ask(list_goals)
        wanted = await self.ask(goal_id_of, *self._wanted) if self._wanted is not None else None
        if any(view.goal.id == wanted and view.goal.state == "closed" for view in views):
            self.set_reactive(GoalsPane.is_unfolded, True)
        today, is_unfolded = self.today or date.min, self.is_unfolded
        goals = self.query_one("#goals-list", RowList)
        goals.show_rows(lambda width: tuple(goal_lines(views, today, width, is_unfolded=is_unfolded)))
        goals.display, self.query_one("#goals-empty").display = bool(views), not views
        self.idle = frozenset() if views else _ON_GOALS
        self.query_one("#goals-card", Card).title = goals_title(views)
        if wanted is not None and goals.move_to(wanted) and self._wanted == ("goal", wanted):
            self._wanted = None
        await self._show(goals.chosen)

    def reveal(self, kind: str, row: str) -> None:
        """Select a thing that lives here."""
        self._wanted = (kind, row)
        self.reload()

    def watch_is_unfolded(self) -> None:
        """Fold or unfold the closed goals."""
        self.reload()

    def on_descendant_focus(self) -> None:
        """Keep the selected goal in sight: on a low screen the list gives its room to the page."""
        self.call_after_refresh(self.query_one("#goals-list", RowList).scroll_to_highlight)

    @on(OptionList.OptionHighlighted, "#goals-list")
    def show_selected(self) -> None:
        """Show the page of the goal under the cursor, which may have moved on since the message was sent."""
        chosen = self.query_one("#goals-list", RowList).chosen
        if chosen and chosen != self._goal:
            self._show_soon(chosen)

    @on(GoalPage.Opened)
    def open_part(self, message: GoalPage.Opened) -> None:
        """Open a step, routine or session."""
        self._open(message.key)

    @work(group="dialog", exit_on_error=False)
    async def action_new_goal(self) -> None:
        """Set a goal, and select it."""
        made = await goal_forms.new_goal(self)
        if made is not None:
            self.reveal("goal", made)

    @work(group="dialog", exit_on_error=False)
    async def action_goal_ideas(self) -> None:
        """Look through what people try, and make a goal of it."""
        made = await choose_idea(self)
        if made is not None:
            self.reveal("goal", made)

    @on(OptionList.OptionSelected, "#goals-list")
    def action_edit_goal(self) -> None:
        """Open what is selected: the goal, or on its page a step, routine or session."""
        part = self.query_one(GoalPage).part if self.query_one(GoalPage).is_used else None
        if part is not None:
            self._open(part)
        else:
            self._talk(goal_forms.edit_goal)

    def action_goal(self, what: str) -> None:
        """Do something with the selected goal."""
        self._talk(_TALKS[what])

    @work(group="tick", exit_on_error=False)
    async def action_tick_step(self) -> None:
        """Tick the selected step or routine, and offer it as a win."""
        page = self.query_one(GoalPage)
        part = page.part
        if part is None or part[0] == "session":
            self.tell(_NO_STEP)
        else:
            page.offered = part if await goal_steps.tick(self, part) else None
            page.follow()

    @work(group="delete", exit_on_error=False)
    async def action_delete_goal(self) -> None:
        """Delete what is selected: the goal, or on its page a step, routine or session."""
        page = self.query_one(GoalPage)
        key = page.part if page.is_used else ("goal", self._goal) if self._goal else None
        if key is None:
            self.tell(_NO_STEP if page.is_used else _NO_GOAL)
        else:
            await delete_line(self, key)

    def action_fold_goals(self) -> None:
        """Show the closed goals, or fold them away."""
        self.is_unfolded = not self.is_unfolded

    @work(group="move", exit_on_error=False)
    async def action_move_step(self, way: str) -> None:
        """Move the selected step up or down."""
        part = self.query_one(GoalPage).part
        if part is None or part[0] == "session":
            self.tell(_NO_STEP)
        else:
            await self.ask(move_step, part[1], -1 if way == "up" else 1)

    @work(group="dialog", exit_on_error=False)
    async def action_log_goal_win(self) -> None:
        """Log what was just ticked as a win; without an offer, write one."""
        page = self.query_one(GoalPage)
        offered, page.offered = page.offered, None
        if offered is None:
            await log_a_win(self)
            return
        done = await self.ask(read_whole, offered)
        await self.ask(log_win, done.text, goal=done.goal)
        self.tell(f"Logged as a win: {one_line(done.text, 60)}")

    @work(exclusive=True, group="page", exit_on_error=False)
    async def _show_soon(self, goal: str) -> None:
        await self._show(goal)

    async def _show(self, goal: str) -> None:
        """Show the page of a goal; none when there is none."""
        page = self.query_one(GoalPage)
        page.display = bool(goal)
        self._goal = goal
        if not goal:
            return
        whole: WholeGoal = await self.ask(goal_view, goal)
        routines: list[RoutineView] = await self.ask(list_routines, goal)
        # The cursor may have moved on meanwhile; then that goal's page is on its way.
        if goal == self._goal:
            page.show_goal(whole, routines, self.today or date.min)
            if self._wanted is not None and page.select(self._wanted):
                self._wanted = None

    @work(group="dialog", exit_on_error=False)
    async def _talk(self, conversation: Callable[[Asking, str], Awaitable[Any]]) -> None:
        """Talk about the selected goal."""
        if not self._goal:
            self.tell(_NO_GOAL)
            return
        made = await conversation(self, self._goal)
        if isinstance(made, str):
            self.reveal("goal", made)

    @work(group="dialog", exit_on_error=False)
    async def _open(self, part: Key) -> None:
        await goal_steps.open_part(self, part)
