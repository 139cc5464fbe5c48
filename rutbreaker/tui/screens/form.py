"""A form of a few short fields: the dialog in which almost everything is written and changed."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from rutbreaker.errors import RutbreakerError
from rutbreaker.journal.days import read_day
from rutbreaker.journal.drafts import drop_draft, keep_draft, read_draft
from rutbreaker.tui.drafts import Drafting
from rutbreaker.tui.type_ahead import FILLS
from rutbreaker.tui.widgets.card import Card
from rutbreaker.tui.widgets.choice import Choice
from rutbreaker.tui.widgets.fitted_card import FittedCard
from rutbreaker.tui.widgets.key_bar import Key, KeyBar
from rutbreaker.tui.widgets.safe_input import SafeInput
from rutbreaker.tui.widgets.writing import Writing

_DAY = "day"
"""The name of the field that says on which day something was."""

Values = dict[str, str]
"""What was written, by the names of the fields."""


class Field(NamedTuple):
    """One field of a form.

    Attributes:
        name: its name among the values.
        label: what stands before it.
        value: what it holds at the beginning.
        hint: what an empty one shows.
        choices: pairs of value and word, for a field that takes one of a few.
        lines: its height; a field of several lines takes line breaks.
        replaced: whether typing into it replaces what it holds, as suits a day or a number.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    lines: int = 1
    replaced: bool = False


class Form(Drafting[bool]):
    """Shows fields, and saves them by ``save``; True when it did.

    What ``save`` refuses is said in the form, with everything typed still there. With a ``draft`` name the
    fields are kept as they are typed and come back at the next time, until they are saved. ``above`` stands over the
    fields, to be read and scrolled.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", show=False),
        Binding("down", "app.focus_next", "Next field", show=False),
        Binding("up", "app.focus_previous", "Previous field", show=False),
    ]
    """Saving, and moving between the fields."""

    BOX = FittedCard

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Values], Awaitable[Any]],
        *,
        draft: str = "",
        above: Content | None = None,
    ) -> None:
        super().__init__(title)
        self.fields = tuple(fields)
        self._above = above
        self._save = save
        self._draft = draft

    def compose_box(self) -> ComposeResult:
        """What stands in the box."""
        if self._above is not None:
            with VerticalScroll(classes="form-above"):
                yield Static(self._above)
        with VerticalScroll(classes="form-fields", can_focus=False):
            for field in self.fields:
                with Horizontal(classes="form-field"):
                    yield Label(field.label, classes="form-label", markup=False)
                    yield _control(field)
        has_long_field = any(field.lines > 1 for field in self.fields)
        save = Key("^s", "Save", "ctrl+s") if has_long_field else Key("Enter", "Save", "ctrl+s")
        yield KeyBar(
            [save, Key("Tab", "Next field", "tab"), Key("Esc", "Later" if self._draft else "Cancel", "escape")]
        )

    def on_mount(self) -> None:
        """Start in the first field, with what was left unfinished."""
        self.query(".form-control").first(Widget).focus()
        self._blank = self.contents()
        self._bring_draft_back()

    def contents(self) -> Values:
        """What stands in the fields now."""
        return {field.name: _value(self.query_one(f"#field-{field.name}", Widget)) for field in self.fields}

    async def keep(self, contents: Values) -> None:
        """Keep as a draft, if this form has one, what stands otherwise than it was given.

        The other fields are not kept, so that what is changed elsewhere meanwhile isn't changed back.
        """
        if self._draft:
            settled = await self._with_day_settled(contents) if contents != self._blank else {}
            changed = {name: value for name, value in settled.items() if value != self._blank[name]}
            await self.ask(keep_draft, self._draft, json.dumps(changed) if changed else "")

    async def finish(self) -> bool:
        """Save the fields."""
        await self._save(self.contents())
        if self._draft:
            # It is saved: that its draft stays must not look as if it weren't, and have it saved once more.
            with suppress(RutbreakerError):
                await self.ask(drop_draft, self._draft)
        return True

    @on(Input.Changed)
    @on(Choice.Changed)
    def note_typing(self) -> None:
        """Keep a draft shortly after the last key."""
        if self._draft:
            self.keep_soon()

    def on_text_area_changed(self) -> None:
        """Keep a draft of a sheet as well; by its name, because few forms have one and importing it takes long."""
        self.note_typing()

    @on(Input.Submitted)
    def save_on_enter(self) -> None:
        """Save at Enter in a field of one line."""
        self.action_save()

    @work(group=FILLS, exit_on_error=False)
    async def _bring_draft_back(self) -> None:
        body = await self.ask(read_draft, self._draft) if self._draft else None
        if body:
            fill(self, await self._with_day_as_read(self._blank | self._values_in(body)))
            self.take_as_kept(self.contents())
            self.query_one(Card).subtitle = "as you left it"

    def _values_in(self, body: str) -> Values:
        """What a draft holds; one that another program wrote stands in the first field, as it is."""
        with suppress(ValueError):
            values = json.loads(body)
            if isinstance(values, dict) and all(isinstance(value, str) for value in values.values()):
                return values
        return {self.fields[0].name: body}

    async def _with_day_settled(self, contents: Values) -> Values:
        """The contents with the day that is meant, because "today" is another one when the draft is opened tomorrow."""
        if not contents.get(_DAY):
            return contents
        try:
            day = await self.ask(read_day, contents[_DAY])
        except RutbreakerError:
            return contents
        return {**contents, _DAY: day.isoformat()}

    async def _with_day_as_read(self, contents: Values) -> Values:
        """The contents with "today" where that is the day."""
        if contents.get(_DAY) != (await self.ask(read_day, "")).isoformat():
            return contents
        return {**contents, _DAY: "today"}


def fill(form: Form, values: Mapping[str, str]) -> None:
    """Put values into the fields of the same names."""
    for field in form.fields:
        control = form.query_one(f"#field-{field.name}", Widget)
        value = values.get(field.name, "")
        if isinstance(control, Writing):
            control.give(value)
        elif isinstance(control, Choice) and value:
            control.value = value


def _control(field: Field) -> Widget:
    control: Widget
    if field.choices:
        control = Choice(field.choices, field.value, id=f"field-{field.name}")
    elif field.lines > 1:
        from rutbreaker.tui.widgets.writing_area import WritingArea

        control = WritingArea(field.value, id=f"field-{field.name}", classes=f"-lines-{min(field.lines, 8)}")
    else:
        control = SafeInput(
            field.value, placeholder=field.hint, select_on_focus=field.replaced, id=f"field-{field.name}"
        )
    control.add_class("form-control")
    return control


def _value(control: Widget) -> str:
    if isinstance(control, Writing):
        return control.written
    if isinstance(control, Choice):
        return control.value
    raise TypeError(type(control).__name__)
