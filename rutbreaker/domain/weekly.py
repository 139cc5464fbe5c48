"""The weekly review as a text: three questions as headings, an answer under each, readable and read back.

It is a reflection whose prompt names the ISO week, so that a week has one review and it can be found again.
"""

from datetime import date, timedelta
from typing import NamedTuple

from rutbreaker.domain.schedule import Expected, expected_days, is_paused

QUESTIONS = ("What worked", "What did not", "What to try")
"""The headings of a weekly review."""

PROMPT = "Weekly review"
"""What the prompt of every weekly review begins with."""

TRIED = {"yes": "tried", "partly": "partly tried", "no": "not tried", "": "not said"}
"""What became of the last review's "what to try", with the words for it."""

_WRITABLE_FROM = 4
"""The weekday, Friday, from which on a week is reviewed before it is over."""


class Answers(NamedTuple):
    """The three answers, perhaps empty."""

    worked: str = ""
    not_worked: str = ""
    try_next: str = ""


def week_name(day: date) -> str:
    """The name of the week that a day lies in: "2026-W47"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def prompt_of(day: date) -> str:
    """The prompt of the review of the week that a day lies in: "Weekly review 2026-W47"."""
    return f"{PROMPT} {week_name(day)}"


def week_to_review(today: date) -> date:
    """The Monday of the week that is reviewed by now: from Friday on the one it is, before that the last one."""
    monday = today - timedelta(days=today.weekday())
    return monday if today.weekday() >= _WRITABLE_FROM else monday - timedelta(days=7)


def is_last_working_day(day: date, expected: Expected) -> bool:
    """Whether the week that a day lies in has no day after it on which a check-in is expected, but had one up to it."""
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    due = [each for each in expected_days(expected.schedules, monday, sunday) if not is_paused(each, expected)]
    return bool(due) and day >= due[-1]


def review_text(answers: Answers, last_try: str = "", tried: str = "") -> str:
    """The review in Markdown; a question without an answer is left out.

    With ``tried`` (yes, partly or no) it begins with what became of the last review's ``last_try``.
    """
    parts = []
    if tried and last_try:
        parts.append(f"_{TRIED[tried].capitalize()}: {' '.join(last_try.split())}_")
    for question, answer in zip(QUESTIONS, answers, strict=True):
        if answer.strip():
            parts.append(f"## {question}\n\n{answer.strip()}")
    return "\n\n".join(parts)


def answers_in(text: str) -> Answers:
    """The answers in a review, also one whose text was changed by hand: what stands under each heading."""
    found = dict.fromkeys(QUESTIONS, "")
    question = ""
    for line in text.splitlines():
        heading = line.removeprefix("## ").strip()
        if line.startswith("## ") and heading in found:
            question = heading
        elif question:
            found[question] += f"{line}\n"
    return Answers(*(answer.strip() for answer in found.values()))


def tried_in(text: str) -> str:
    """What a review says became of the last one's "what to try": yes, partly, no, or nothing."""
    first = text.lstrip().removeprefix("_").lower()
    return next((key for key, word in TRIED.items() if key and first.startswith(f"{word}:")), "")
