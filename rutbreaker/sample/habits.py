"""What the invented days bring again and again; the last day's clock stands at the present moment."""

from datetime import timedelta
from itertools import product

from rutbreaker.domain.text import tags_in
from rutbreaker.domain.weekly import Answers
from rutbreaker.journal import steps
from rutbreaker.journal.checkins import check_in
from rutbreaker.journal.daily import log_gratitude, log_win
from rutbreaker.journal.hours import log_hours
from rutbreaker.journal.review import save_review
from rutbreaker.journal.sessions import log_session
from rutbreaker.journal.standing import set_reached
from rutbreaker.sample import words
from rutbreaker.sample.arc import rating, time_of
from rutbreaker.sample.life import Life


def work_through(life: Life) -> None:
    """Check in, with a line on some days; few weekends, and some days are missed, more of them in the low time."""
    phase = time_of(life.ago)
    missed = 0.9 if life.is_weekend else 0.18 if phase == "low" else 0.06
    if life.ago == 0 or life.chance.random() < missed:
        return
    life.at(17)
    note = life.draw(f"note {phase}", words.NOTES[phase]) if life.chance.random() < 0.55 else ""
    ratings = life.luck.ratings(life.ago, tags_in(note))
    if life.is_friday:
        ratings |= {"switch_off": rating((ratings["energy"] or 3) - 1), "say": ratings["progress"]}
    check_in(life.context, ratings, note=note)


def notice_wins(life: Life) -> None:
    """Log a win on about half of the working days, on the last one in any case."""
    if life.ago and life.chance.random() >= (0.06 if life.is_weekend else 0.34 if time_of(life.ago) == "low" else 0.56):
        return
    life.at(16)
    phase = time_of(life.ago)
    parts = (f"{first} {rest}" for firsts, rests in words.WIN_PARTS for first, rest in product(firsts, rests))
    text = life.draw_once(f"win {phase}", words.WINS[phase]) if life.chance.random() < 0.4 else None
    text = text or life.draw("win", parts)
    log_win(life.context, text)


def be_grateful(life: Life) -> None:
    """Log gratitude on about a third of all days, on the last one in any case."""
    if life.ago and life.chance.random() >= (0.2 if time_of(life.ago) == "low" else 0.36):
        return
    life.at(18)
    phase = time_of(life.ago)
    people, deeds = words.GRATITUDE_PARTS
    parts = (words.Thanks(f"{name.split()[0]} {deed}", name) for name, deed in product(people, deeds))
    thanks = life.draw_once(f"gratitude {phase}", words.GRATITUDE[phase]) if life.chance.random() < 0.35 else None
    thanks = thanks or life.draw("gratitude", parts)
    log_gratitude(life.context, thanks.text, why=thanks.why, person=thanks.person)


def read_on(life: Life) -> None:
    """Read a chapter about three times a week, and log the time, while the goal is open."""
    if "chapter" not in life.done or life.ago <= 98 or life.chance.random() >= 0.4:
        return
    life.at(20)
    steps.tick_routine(life.context, life.done["chapter"])
    log_session(life.context, life.done["rust"], f"{life.chance.randrange(25, 70, 5)}m the book, on the train")


def write_shutdown_notes(life: Life) -> None:
    """Write the shutdown note on most working days."""
    if "shutdown" in life.done and life.ago and not life.is_weekend and life.chance.random() < 0.86:
        life.at(17)
        steps.tick_routine(life.context, life.done["shutdown"])


def count_hours(life: Life) -> None:
    """Log the hours of the working days since leaving on time became a goal."""
    if "shutdown" in life.done and life.ago and not life.is_weekend:
        life.at(18)
        log_hours(life.context, life.chance.randrange(445, 560, 5))


def spend_time(life: Life) -> None:
    """Work on the talk and look at the platform team's work, now and then."""
    if life.is_weekend or life.ago == 0:
        return
    life.at(13)
    if "talk" in life.done and life.chance.random() < 0.22:
        log_session(life.context, life.done["talk"], f"{life.chance.randrange(30, 95, 5)}m the slides and the demo")
    if "platform" in life.done and life.chance.random() < 0.2:
        log_session(life.context, life.done["platform"], f"{life.chance.randrange(20, 60, 5)}m a review for them")
        reviewed = life.done["reviewed"] = life.done.get("reviewed", 0) + 1
        set_reached(life.context, life.done["platform"], str(min(reviewed, 8)))


def review_the_week(life: Life) -> None:
    """Review most weeks on their Friday, once the source was found."""
    if not life.is_friday or life.ago > 241 or life.ago == 0 or life.chance.random() >= 0.8:
        return
    life.at(17)
    worked, not_worked, try_next = life.draw("review", words.TRIED)
    monday = life.day - timedelta(days=life.day.weekday())
    tried = life.chance.choice(("yes", "partly", "no"))
    save_review(life.context, monday, Answers(worked, not_worked, try_next), tried)


HABITS = (
    work_through, write_shutdown_notes, count_hours, spend_time, read_on, notice_wins, be_grateful, review_the_week,
)  # fmt: skip
"""All of them, in the order of a day."""
