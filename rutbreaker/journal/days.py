"""Reading a day as people write it, by the clock in force."""

from datetime import date

from rutbreaker.context import Context


def read_day(context: Context, text: str, *, future: bool = False) -> date:
    """The day that ``text`` means, such as ``yesterday`` or ``2 Nov``; today when it is empty.

    Raises:
        BadInput: it can't be understood, or lies in the future where only the past will do.
    """
    from rutbreaker.domain.days import parse_day

    today = context.clock.today()
    return parse_day(text, today, future=future) if text.strip() else today


def read_span(context: Context, first: str, last: str) -> tuple[date, date | None]:
    """The days from and to which something holds, in the past or the future; from today, or without an end, when empty.

    Raises:
        BadInput: one can't be understood, or they are the wrong way round.
    """
    from rutbreaker.domain.days import parse_range

    return parse_range(f"{first.strip() or 'today'}..{last.strip()}", context.clock.today(), future=True)
