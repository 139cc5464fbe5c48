"""Answering readiness, and writing down, weighing and scoring options: the conversations of the pane Change.

Each is a coroutine that is handed the pane and what is selected; where something new was made it gives its row's key.
"""

from datetime import date

from rutbreaker.domain.dates import day_month
from rutbreaker.domain.models import Option, Runway
from rutbreaker.domain.options import HIGHEST_SCORE, OptionsView, OptionView
from rutbreaker.domain.readiness import STANDS, ItemView
from rutbreaker.domain.rulers import HIGHEST, RulerView
from rutbreaker.domain.runways import typed_months
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput, RutbreakerError
from rutbreaker.journal import change, readiness
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.panes.change_words import why_item, why_total
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.notice import Notice
from rutbreaker.tui.widgets.cells import crop

_NEXT: dict[bool | None, bool | None] = {None: True, True: False, False: None}
_TAKEN_BACK = "as it is logged"
_SAID = {"met": True, "not met": False, "not known yet": None, _TAKEN_BACK: None}
_SCALE = f"0, not at all, to {HIGHEST}, fully"
_LABEL = 24
"""The most that a form shows of a criterion's name, in cells."""


async def answer_next(host: Asking, view: ItemView) -> None:
    """Go from not known to met, to not met, to not known again; a reason belongs to its answer and goes with it.

    What answers itself from the record is only overruled with a reason, which Enter asks for.
    """
    if _is_logged(view):
        host.tell("It answers itself from what you log; Enter overrules it with a reason, d takes that back.")
    else:
        await host.ask(readiness.answer_item, view.item.key, _NEXT[view.met])


async def answer(host: Asking, view: ItemView) -> None:
    """Answer an item with a reason, or overrule what is logged of it."""

    async def save(values: Values) -> None:
        await host.ask(readiness.answer_item, view.item.key, _SAID[values["met"]], values["because"])

    is_logged = _is_logged(view)
    # Who opens an item that is not answered mostly comes to say that it is met.
    stands = STANDS[view.answer.met] if view.answer is not None else _TAKEN_BACK if is_logged else STANDS[True]
    words = [STANDS[True], STANDS[False], _TAKEN_BACK if is_logged else STANDS[None]]
    because = view.answer.because if view.answer is not None else ""
    hint = "why it is otherwise than logged" if is_logged else "optional: what it rests on"
    fields = [
        Field("met", "It is", stands, choices=[(word, word) for word in words]),
        Field("because", "Because", because, hint),
    ]
    await host.hold(Form(view.item.text, fields, save, draft=f"answer {view.item.key}"))


async def ask_rulers(host: Asking) -> None:
    """Ask how important a change is and how confident somebody is of it."""
    rulers: tuple[RulerView, ...] = await host.ask(readiness.rulers_view)

    async def save(values: Values) -> None:
        given = {kind: _number(text, "reading", HIGHEST) for kind, text in values.items() if text.strip()}
        if not given:
            raise BadInput(f"Give at least one of the two, 0 to {HIGHEST}; Esc leaves both as they are.")
        await host.ask(readiness.read_rulers, given)

    fields = [Field(ruler.kind, ruler.kind.title(), "", _last_reading(ruler), replaced=True) for ruler in rulers]
    await host.hold(Form("A change: how important, how confident?", fields, save, draft="rulers"))


async def ask_runway(host: Asking) -> None:
    """Ask for how many months savings last; amounts are kept only if that is wished."""
    last: Runway | None = await host.ask(readiness.last_runway)
    months = typed_months(last) if last is not None else ""
    kept = {part: str(getattr(last, part)) for part in ("savings", "monthly") if getattr(last, part, None) is not None}

    async def save(values: Values) -> None:
        amounts = {part: values[part].strip() for part in ("savings", "monthly")}
        typed = "" if values["months"].strip() == months else values["months"].strip()
        # What stands as it was gives way to what was changed.
        if typed and amounts == {part: kept.get(part, "") for part in amounts}:
            amounts = dict.fromkeys(amounts, "")
        await host.ask(
            readiness.set_runway,
            months=typed,
            **amounts,
            keeps_amounts=values["keep"] == "yes",
            is_thin=values["thin"] == "yes",
            has_offer=values["offer"] == "yes",
        )

    fields = [
        Field("months", "Months", months, "for how many it lasts, such as 4.5; or the next two", replaced=True),
        Field("savings", "Savings", kept.get("savings", ""), "12 000, in any currency", replaced=True),
        Field("monthly", "Cost a month", kept.get("monthly", ""), "2 600", replaced=True),
        Field("keep", "The amounts", "yes" if kept else "no", choices=[("no", "are forgotten"), ("yes", "are kept")]),
        Field(
            "thin",
            "Dependants",
            _yes(last is not None and last.is_thin),
            choices=[("no", "no"), ("yes", "yes, or few jobs")],
        ),
        Field(
            "offer",
            "An offer",
            _yes(last is not None and last.has_offer),
            choices=[("no", "no"), ("yes", "is in hand")],
        ),
    ]
    await host.hold(Form("Runway", fields, save))


async def add_option(host: Asking) -> str | None:
    """Add an option."""
    added: list[Option] = []

    async def save(values: Values) -> None:
        added.append(await host.ask(change.add_option, values["title"], stays=values["stays"] == "stay"))

    fields = [
        Field("title", "Option", "", "a change you could make"),
        Field("stays", "It means to", "go", choices=[("go", "go"), ("stay", "stay and change something")]),
    ]
    await host.hold(Form("A new option", fields, save, draft="option"))
    return f"option:{added[-1].id}" if added else None


async def write_sheet(host: Asking, option: str) -> None:
    """Think an option through on its sheet."""
    model: Option = await host.ask(change.read_option, option)

    async def save(values: Values) -> None:
        await host.ask(change.change_option, option, change.Sheet(**values))

    fields = [
        Field("title", "Option", model.title),
        Field("first_test", "First test", model.first_test, "a cheap one: a talk, a day of watching, a course"),
        Field(
            "tested",
            "Tested on",
            _typed(model.tested_on),
            "when the first test was done: yesterday, 3 Nov",
            replaced=True,
        ),
        Field("cost", "Cost", model.cost, "money, time, what you would give up"),
        Field("fear", "Fear", model.fear, "what frightens you about it"),
        Field("staying_cost", "Cost of staying", model.staying_cost, "what it costs if nothing changes"),
        Field("ten_weeks", "In ten weeks", model.ten_weeks, "how you will look at it then"),
        Field("ten_years", "In ten years", model.ten_years, "people tend to expect more regret than comes"),
        Field("premortem", "It failed, as", model.premortem, "a year on: the likeliest reason"),
        Field("safeguard", "Safeguard", model.safeguard, "what would keep that from happening"),
    ]
    await host.hold(Form(crop(model.title, 60), fields, save, draft=f"option {option}"))


async def add_criterion(host: Asking) -> str | None:
    """Add something to compare the options by."""
    added: list[str] = []

    async def save(values: Values) -> None:
        made = await host.ask(change.add_criterion, values["title"], _number(values["weight"], "weight", 10))
        added.append(made.id)

    await host.hold(Form("A new criterion", _criterion_fields("", 1), save, draft="criterion"))
    return f"criterion:{added[-1]}" if added else None


async def change_criterion(host: Asking, view: OptionsView, criterion: str) -> None:
    """Change a criterion's words or weight."""
    model = next(found for found in view.criteria if found.id == criterion)

    async def save(values: Values) -> None:
        weight = _number(values["weight"], "weight", 10)
        await host.ask(change.change_criterion, criterion, title=values["title"], weight=weight)

    fields = _criterion_fields(model.title, model.weight)
    await host.hold(Form("Criterion", fields, save, draft=f"criterion {criterion}"))


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
    """Take the user's own word on an item back: the record counts again, or it is not known after all."""
    if await host.ask(readiness.answer_item, view.item.key, None):
        now = "As it is logged" if _is_logged(view) else "Not known after all"
        host.tell(f"{now}. u brings your answer back.")
    else:
        host.tell("There is no answer of yours to take back.")


async def explain_item(host: Asking, item: str) -> None:
    """Say what counts for an item, what is logged of it, and what was said of it."""
    found: readiness.ItemWhy = await host.ask(readiness.why_item, item)
    await host.hold(Notice(found.view.item.text, why_item(found)))


async def explain_total(host: Asking, view: OptionsView, option: OptionView) -> None:
    """Say how a total comes about."""
    await host.hold(Notice(crop(option.option.title, 60), why_total(view, option)))


def _is_logged(view: ItemView) -> bool:
    """Whether the record answers the item, or would: the user's word then overrules it."""
    return view.item.answered_by == "record" or (view.evidence is not None and view.evidence.met is not None)


def _last_reading(ruler: RulerView) -> str:
    if ruler.last is None:
        return _SCALE
    return f"{_SCALE}; {ruler.last.value} on {day_month(ruler.last.day)}"


def _typed(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


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
