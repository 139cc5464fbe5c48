"""Answering readiness, and writing down, weighing and scoring options: the conversations of the pane Change.

Each is a coroutine that is handed the pane and what is selected; where something new was made it gives its row's key.
"""

from rutbreaker.domain.models import Option
from rutbreaker.domain.options import HIGHEST_SCORE, OptionsView, OptionView
from rutbreaker.domain.readiness import ItemView
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput, RutbreakerError
from rutbreaker.journal import change
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.panes.change_words import STANDS, why_item, why_total
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.notice import Notice
from rutbreaker.tui.widgets.cells import crop

_NEXT: dict[bool | None, bool | None] = {None: True, True: False, False: None}
_SAID = {"met": True, "not met": False, "not known yet": None}
_LABEL = 24
"""The most that a form shows of a criterion's name, in cells."""


async def answer_next(host: Asking, view: ItemView) -> None:
    """Go from not known to met, to not met, to not known again; a reason belongs to its answer and goes with it."""
    await host.ask(change.answer_item, view.item.key, _NEXT[view.met])


async def answer(host: Asking, view: ItemView) -> None:
    """Answer an item with a reason."""

    async def save(values: Values) -> None:
        await host.ask(change.answer_item, view.item.key, _SAID[values["met"]], values["because"])

    # Who opens an item that is not answered mostly comes to say that it is met.
    stands = STANDS[True if view.met is None else view.met]
    fields = [
        Field("met", "It is", stands, choices=[(word, word) for word in STANDS.values()]),
        Field("because", "Because", view.because, "optional: what it rests on"),
    ]
    await host.hold(Form(view.item.text, fields, save))


async def add_option(host: Asking) -> str | None:
    """Add an option."""
    added: list[Option] = []

    async def save(values: Values) -> None:
        added.append(await host.ask(change.add_option, values["title"], stays=values["stays"] == "stay"))

    fields = [
        Field("title", "Option", "", "a change you could make"),
        Field("stays", "It means to", "go", choices=[("go", "go"), ("stay", "stay and change something")]),
    ]
    await host.hold(Form("A new option", fields, save, draft="option", ask=host.ask))
    return f"option:{added[-1].id}" if added else None


async def write_sheet(host: Asking, option: str) -> None:
    """Think an option through on its sheet."""
    model: Option = await host.ask(change.read_option, option)

    async def save(values: Values) -> None:
        await host.ask(change.change_option, option, change.Sheet(**values))

    fields = [
        Field("title", "Option", model.title),
        Field("first_test", "First test", model.first_test, "a cheap one: a talk, a day of watching, a course"),
        Field("cost", "Cost", model.cost, "money, time, what you would give up"),
        Field("fear", "Fear", model.fear, "what frightens you about it"),
        Field("staying_cost", "Cost of staying", model.staying_cost, "what it costs if nothing changes"),
        Field("ten_weeks", "In ten weeks", model.ten_weeks, "how you will look at it then"),
        Field("ten_years", "In ten years", model.ten_years, "people tend to expect more regret than comes"),
        Field("premortem", "A year on it failed, because", model.premortem, "the likeliest reason"),
        Field("safeguard", "Safeguard", model.safeguard, "what would keep that from happening"),
    ]
    await host.hold(Form(crop(model.title, 60), fields, save, draft=f"option {option}", ask=host.ask))


async def add_criterion(host: Asking) -> str | None:
    """Add something to compare the options by."""
    added: list[str] = []

    async def save(values: Values) -> None:
        made = await host.ask(change.add_criterion, values["title"], _number(values["weight"], "weight", 10))
        added.append(made.id)

    await host.hold(Form("A new criterion", _criterion_fields("", 1), save, draft="criterion", ask=host.ask))
    return f"criterion:{added[-1]}" if added else None


async def change_criterion(host: Asking, view: OptionsView, criterion: str) -> None:
    """Change a criterion's words or weight."""
    model = next(found for found in view.criteria if found.id == criterion)

    async def save(values: Values) -> None:
        weight = _number(values["weight"], "weight", 10)
        await host.ask(change.change_criterion, criterion, title=values["title"], weight=weight)

    await host.hold(Form("Criterion", _criterion_fields(model.title, model.weight), save))


async def score(host: Asking, view: OptionsView, option: OptionView) -> None:
    """Score an option by every criterion."""
    if not view.criteria:
        host.tell("Options are scored by criteria: i adds one.")
        return

    async def save(values: Values) -> None:
        await host.ask(
            change.score_option,
            option.option.id,
            {
                criterion.id: _number(values[f"by-{place}"], "score", HIGHEST_SCORE, 1)
                if values[f"by-{place}"]
                else None
                for place, criterion in enumerate(view.criteria)
            },
        )

    fields = [
        Field(
            f"by-{place}",
            crop(criterion.title, _LABEL),
            "" if value is None else str(value),
            "1 to 5: how well it does" if place == 0 else "1 to 5",
            replaced=True,
        )
        for place, (criterion, value) in enumerate(zip(view.criteria, option.scores, strict=True))
    ]
    await host.hold(Form(f"Scores of {crop(option.option.title, 40)}", fields, save))


async def delete(host: Asking, kind: str, row: str) -> None:
    """Delete an option or a criterion, and say how it comes back."""
    try:
        title = await host.ask(change.delete_option if kind == "option" else change.delete_criterion, row)
    except RutbreakerError as error:
        host.tell(error.message)
    else:
        host.tell(f"Deleted {one_line(title, 60)}. u brings it back.")


async def take_back(host: Asking, view: ItemView) -> None:
    """Say of an item that it is not known after all."""
    if await host.ask(change.answer_item, view.item.key, None):
        host.tell("Not known after all. u brings the answer back.")
    else:
        host.tell("It is not answered.")


async def explain_item(host: Asking, item: str) -> None:
    """Say what counts for an item, and what was said of it."""
    found = await host.ask(change.answers_to, item)
    await host.hold(Notice(found.item.text, why_item(found)))


async def explain_total(host: Asking, view: OptionsView, option: OptionView) -> None:
    """Say how a total comes about."""
    await host.hold(Notice(crop(option.option.title, 60), why_total(view, option)))


def _criterion_fields(title: str, weight: int) -> list[Field]:
    return [
        Field("title", "Criterion", title, "growth, pay, people, freedom …"),
        Field("weight", "Weight", str(weight), "0 to 10: how much it counts", replaced=True),
    ]


def _number(text: str, what: str, highest: int, lowest: int = 0) -> int:
    """The number typed into a field.

    Raises:
        BadInput: it isn't one from ``lowest`` to ``highest``.
    """
    word = text.strip()
    if not (word.isascii() and word.isdigit() and len(word) <= 3 and lowest <= int(word) <= highest):
        raise BadInput(f"A {what} is a number from {lowest} to {highest}, not “{one_line(word, 20)}”.")
    return int(word)
