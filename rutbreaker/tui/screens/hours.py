"""Logging the hours worked on a day, with those of the week in sight."""

from textual.content import Content

from rutbreaker.domain.dates import full_day
from rutbreaker.domain.durations import minutes_words
from rutbreaker.domain.hours import WorkedWeek, read_hours, worked_words
from rutbreaker.domain.models import Hours
from rutbreaker.journal.days import read_day
from rutbreaker.journal.hours import hours_week, log_hours
from rutbreaker.tui.asking import Asking
from rutbreaker.tui.screens.form import Field, Form, Values
from rutbreaker.tui.screens.quick import day_field


async def log_the_hours(host: Asking) -> None:
    """Log how long one worked; the week stands above, beside the limit if there is one."""
    week: WorkedWeek = await host.ask(hours_week)
    logged: list[Hours] = []

    async def save(values: Values) -> None:
        minutes, day = read_hours(values["hours"]), await host.ask(read_day, values["day"])
        logged.append(await host.ask(log_hours, minutes, day=day))

    lines = [f"{full_day(each.day)}  {minutes_words(each.minutes)}" for each in week.days]
    above = Content("\n".join([*lines, f"This week: {worked_words(week)}"]))
    fields = [Field("hours", "Hours", "", "9, 8.5, 8h30, 8:30"), day_field()]
    if await host.hold(Form("Hours worked", fields, save, above=above)):
        week = await host.ask(hours_week, logged[0].day)
        host.tell(f"Logged: {minutes_words(logged[0].minutes)}. That week: {worked_words(week)}.")
