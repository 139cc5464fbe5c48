"""Pane 6: how the case for a change stands in four blocks, the options side by side, and how it all came there."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList, Static

from rutbreaker.domain.locks import Lock
from rutbreaker.domain.options import OptionsView, OptionView
from rutbreaker.domain.readiness import ItemView, ReadinessView
from rutbreaker.domain.rulers import RulerView
from rutbreaker.journal.change import options_view
from rutbreaker.journal.readiness import readiness_view, rulers_view
from rutbreaker.journal.safety import decision_locks
from rutbreaker.tui.panes import change_words as words
from rutbreaker.tui.panes.pane import Pane, bindings_of
from rutbreaker.tui.screens import change_forms as forms
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.drawn import Drawn
from rutbreaker.tui.widgets.empty_state import EmptyState
from rutbreaker.tui.widgets.row_list import RowList


class ChangePane(Pane):
    """Readiness with its items, the options with their criteria, and the course of the blocks."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("change")
    FIRST_FOCUS = "#items"

    _readiness: ReadinessView | None = None
    _options: OptionsView | None = None
    _rulers: tuple[RulerView, ...] = ()
    _locks: tuple[Lock, ...] = ()
    _wanted = ""

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        with VerticalScroll(id="change-body", can_focus=False):
            with Card(title="Readiness", id="readiness"):
                yield RowList(id="items")
                with VerticalScroll(id="outcome-box", can_focus=False):
                    yield Static(id="outcome", markup=False)
            with Vertical(id="change-side"):
                with Card(title="Options", id="options"):
                    yield RowList(id="option-list")
                    yield EmptyState(
                        "The ways you could go, side by side; staying is always one.",
                        "o",
                        "add an option",
                        binding="add-option",
                        id="options-empty",
                    )
                    yield Static(id="options-line", markup=False)
                with Card(title="Over time", id="course"):
                    yield Static(id="course-lines", markup=False)

    async def load(self) -> None:
        """Ask for the data and show them."""
        self._readiness = await self.ask(readiness_view)
        self._rulers = await self.ask(rulers_view)
        self._locks = tuple(await self.ask(decision_locks))
        options, before = await self.ask(options_view), self._options
        self._options = options
        self._show_readiness(self._readiness)
        # Hundreds of options needn't be drawn anew for every answer.
        if options != before:
            self._show_options(options)
        self._select_wanted()

    def reveal(self, kind: str, row: str) -> None:
        """Select an option or a criterion, or an item of readiness by its key."""
        self._wanted = row if kind == "readiness" else f"{kind}:{row}"
        self._select_wanted()

    @on(OptionList.OptionSelected)
    def open_row(self) -> None:
        """Open the row under the cursor."""
        self.action_open_row()

    def action_answer_item(self) -> None:
        """Give the selected item the next answer."""
        view = self._item()
        if view is not None:
            self._hold(partial(forms.answer_next, self, view))
        else:
            self.tell("Space answers items of readiness; Tab goes there.")

    def action_open_row(self) -> None:
        """Answer the selected item with a reason, or open the selected option or criterion."""
        view, (kind, row) = self._item(), self._chosen()
        if view is not None:
            self._hold(partial(forms.answer, self, view))
        elif kind == "option":
            self._hold(partial(forms.write_sheet, self, row))
        elif kind == "criterion" and self._options is not None:
            self._hold(partial(forms.change_criterion, self, self._options, row))

    def action_delete_row(self) -> None:
        """Delete the selected option or criterion, or take the answer to the selected item back."""
        view, (kind, row) = self._item(), self._chosen()
        if view is not None:
            self._hold(partial(forms.take_back, self, view))
        elif kind:
            self._hold(partial(forms.delete, self, kind, row))

    def action_explain_row(self) -> None:
        """Say what counts for the selected item, or how the selected option's total comes about."""
        view, option = self._item(), self._option()
        if view is not None:
            self._hold(partial(forms.explain_item, self, view.item.key))
        elif option is not None and self._options is not None:
            self._hold(partial(forms.explain_total, self, self._options, option))

    def action_ask(self, what: str) -> None:
        """Ask how important a change is and how sure somebody is of it, or for how long savings last."""
        self._hold(partial(forms.ask_rulers if what == "rulers" else forms.ask_runway, self))

    def action_add_option(self) -> None:
        """Add an option."""
        self._hold(partial(forms.add_option, self))

    def action_add_criterion(self) -> None:
        """Add a criterion."""
        self._hold(partial(forms.add_criterion, self))

    def action_score_option(self) -> None:
        """Score the selected option."""
        option = self._option()
        if option is not None and self._options is not None:
            self._hold(partial(forms.score, self, self._options, option))
        else:
            self.tell("Select an option to score it; o adds one.")

    @work(group="dialog", exit_on_error=False)
    async def _hold(self, conversation: Callable[[], Awaitable[Any]]) -> None:
        made = await conversation()
        if made:
            self._wanted = made
            self._select_wanted()

    def _show_readiness(self, view: ReadinessView) -> None:
        self.query_one("#items", RowList).show_rows(lambda width: [*words.item_lines(view, self.today, width)])
        self.query_one("#readiness", Card).subtitle = words.LEGEND
        self.query_one("#outcome", Static).update(words.outcome(view, self._locks))
        course = self.query_one("#course", Card)
        course.display = len(view.days) > 1 or any(ruler.readings for ruler in self._rulers)
        course.subtitle = words.since(view, self.today)
        rulers = self._rulers
        self.query_one("#course-lines", Static).update(
            Drawn(lambda width: words.over_time(view, rulers, self.today, width))
        )

    def _show_options(self, view: OptionsView) -> None:
        rows = self.query_one("#option-list", RowList)
        has_rows = bool(view.options or view.criteria)
        rows.display = has_rows
        self.query_one("#options-empty").display = not has_rows
        self.idle = frozenset() if view.options else frozenset({"score-option"})
        line = words.options_line(view)
        self.query_one("#options-line", Static).update(line)
        self.query_one("#options-line").display = bool(line)
        rows.show_rows(lambda width: [*words.option_lines(view, width)])

    def _select_wanted(self) -> None:
        for rows in self.query(RowList):
            if self._wanted and rows.move_to(self._wanted):
                self._wanted = ""
                rows.focus()

    def _item(self) -> ItemView | None:
        """The selected item of readiness, unless the options have the focus."""
        if self._readiness is None or self.query_one("#option-list").has_focus:
            return None
        key = self.query_one("#items", RowList).chosen
        return next((view for view in self._readiness.items if view.item.key == key), None)

    def _chosen(self) -> tuple[str, str]:
        """The kind and id of the selected option or criterion; empty texts when there is none."""
        kind, _, row = self.query_one("#option-list", RowList).chosen.partition(":")
        return kind, row

    def _option(self) -> OptionView | None:
        """The selected option."""
        kind, row = self._chosen()
        found = self._options.options if self._options is not None and kind == "option" else ()
        return next((view for view in found if view.option.id == row), None)
