"""The weekly review: the week gathered, three questions below it, and what became of the last "what to try"."""

from datetime import date, timedelta

from rutbreaker.domain.review import WeekView
from rutbreaker.domain.review_words import week_parts
from rutbreaker.domain.telling import span
from rutbreaker.domain.weekly import QUESTIONS, Answers, answers_in, prompt_of, tried_in
from rutbreaker.journal.review import save_review, week
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.why import headed

_TRIED = (("", "not said"), ("yes", "yes"), ("partly", "partly"), ("no", "no"))
_SHOWN = 200


async def review_week(host: Asking, day: date, today: date) -> None:
    """Review the week that a day lies in; what was begun, or saved before, is there again."""
    monday = day - timedelta(days=day.weekday())
    found: WeekView = await host.ask(week, monday)

    async def save(values: Values) -> None:
        answers = Answers(values["worked"], values["not_worked"], values["try_next"])
        await host.ask(save_review, monday, answers, values.get("tried", ""))

    form = Form(
        f"Week of {span(monday, monday + timedelta(days=6), today)}",
        _fields(found),
        save,
        draft=prompt_of(monday),
        above=headed(week_parts(found), width=_SHOWN),
    )
    if await host.hold(form):
        host.tell("Review saved as a reflection.")


def _fields(found: WeekView) -> list[Field]:
    text = found.review.text if found.review else ""
    fields = [
        Field(name, question, answer, lines=3)
        for name, question, answer in zip(Answers._fields, QUESTIONS, answers_in(text), strict=True)
    ]
    if found.last_try:
        fields.insert(0, Field("tried", "Tried that?", tried_in(text), choices=_TRIED))
    return fields
