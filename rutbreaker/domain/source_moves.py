"""What people try against each source: moves that can become goals, each with what research says for it.

Every finding names where it was published. Figures are effect sizes: d or g of about 0.2 are small, 0.5 medium, 0.8
large; r and rho say how closely two things go together, which doesn't say that one makes the other.
"""

from typing import Literal, NamedTuple

from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

Kind = Literal["change", "restore"]
"""A move changes the work or bargains for that, or it restores: recovery, support, options outside."""

Support = Literal["well supported", "some support", "thin evidence"]
"""How well a move is supported: pooled trials of this very thing; trials of something near it; links or less."""


class SourceMove(NamedTuple):
    """Something that people try against a source.

    Attributes:
        key: its name among all.
        source: the key of the source.
        title: the goal that it becomes.
        avenue: the avenue of that goal.
        kind: whether it changes the work or restores the person.
        support: how well it is supported.
        evidence: what was found, and where it was published.
        plan: an if-then plan to begin from, perhaps empty.
        step: the first small step.
        every: the schedule on which that step repeats, for one that is a routine; else empty.
        asks_step: whether that routine asks for the first step of tomorrow when it is ticked.
    """

    key: str
    source: str
    title: str
    avenue: str
    kind: Kind
    support: Support
    evidence: str
    plan: str = ""
    step: str = ""
    every: str = ""
    asks_step: bool = False


_CHANGING_WORK = (
    "In 20 comparisons with physicians, changing the work eased burnout more (0.45) than programmes did on average "
    "(0.29): Panagioti and others 2017, JAMA Internal Medicine 177:195."
)
_DETACHING = (
    "Training to detach from work: d = 0.36 in 34 interventions with 3,725 people, more with longer ones: Karabinski "
    "and others 2021, doi:10.1037/ocp0000280."
)
_CRAFTING = (
    "Shaping one's own work goes with more engagement later, d = 0.37 over trials and observations together: "
    "doi:10.1080/23311908.2020.1746733."
)
_IF_THEN = (
    "If-then plans: 0.27 to 0.66 by outcome in 642 tests, more when rehearsed: Sheeran and others 2024, "
    "doi:10.1080/10463283.2024.2334563."
)

MOVES: tuple[SourceMove, ...] = (
    SourceMove(
        "drop-one", "overload", "List all that is asked of me, and drop or put off one thing", "balance",
        "change", "some support", _CHANGING_WORK,
        "If something new is asked of me, then I ask what it may replace.",
        step="Write down everything that is asked of me this week",
    ),
    SourceMove(
        "workload-talk", "overload", "Prepare and have the talk about my workload", "balance",
        "change", "some support", _CHANGING_WORK,
        step="Ask whoever shares out the work for half an hour",
    ),
    SourceMove(
        "detach", "overload", "Leave work behind for two evenings a week", "balance",
        "restore", "well supported", _DETACHING,
        "If I close the laptop, then I do something that has nothing to do with work.",
        step="Choose the two evenings, and what I do on them instead",
    ),
    SourceMove(
        "short-breaks", "overload", "Take three breaks of ten minutes in a working day", "balance",
        "restore", "well supported",
        "Breaks of up to ten minutes: more vigour (d = 0.36) and less fatigue (d = 0.35); no clear gain in "
        "performance: Albulescu and others 2022, doi:10.1371/journal.pone.0272460.",
        "If I finish a piece of work, then I get up for ten minutes.",
        step="Put three breaks into tomorrow's calendar",
    ),
    SourceMove(
        "stretch-task", "challenge", "Ask for one task a size harder than what I do now", "challenge",
        "change", "some support", _CRAFTING,
        step="Write down three tasks that are a size harder than mine",
    ),
    SourceMove(
        "skill-swap", "challenge", "Swap one task with a colleague for a month", "challenge",
        "change", "thin evidence",
        "Shaping one's work goes with less boredom (doi:10.1037/a0036821), but in a five-day diary of 94 people it did "
        "not clearly lower it: van Hooff and van Hooft 2022, doi:10.1080/02678373.2022.2129515.",
        step="Ask one colleague which task they would like to hand over",
    ),
    SourceMove(
        "learn", "challenge", "Learn one thing that is hard for me, three sessions a week", "learning",
        "restore", "some support",
        "Goals that are difficult and within reach: d = 0.34 over 384 effects: Epton and others 2017. That this cures "
        "boredom at work has not been shown.",
        "If it is time for a session, then I begin with the part I left open.",
        step="Choose the one thing, and where it begins",
    ),
    SourceMove(
        "no-distraction", "challenge", "For two weeks, answer boredom with the next piece of work", "challenge",
        "restore", "thin evidence",
        "In a five-day diary of 94 people, distracting oneself went with more boredom later: van Hooff and van Hooft "
        "2022, doi:10.1080/02678373.2022.2129515.",
        "If I reach for my phone out of boredom, then I do five minutes of the next task first.",
        step="Leave the phone in another room until noon",
    ),
    SourceMove(
        "craft", "interest", "Turn one task a week towards what still interests me", "challenge",
        "change", "some support", _CRAFTING,
        step="Pick the task, and write down what in it I would enjoy",
    ),
    SourceMove(
        "values-sort", "interest", "Sort out what matters to me, and what of it my work still holds", "aim",
        "restore", "thin evidence",
        "Fit between a person and where they work goes with satisfaction; that sorting one's values makes it better "
        "has not been shown: Kristof-Brown and others 2005, doi:10.1111/j.1744-6570.2005.00672.x.",
        step="Write down three working days that I would gladly live again",
    ),
    SourceMove(
        "outside-test", "interest", "Try something outside my work for four weeks, as a small test", "challenge",
        "restore", "thin evidence",
        "Courses that have people design and test other lives: surveys before and after, and one small controlled "
        "study with an effect on one of four outcomes: Oishi 2012.",
        step="Find one course, club or project that begins this month",
    ),
    SourceMove(
        "specific-help", "alone", "Ask one person for one specific piece of help", "network",
        "change", "some support",
        "Practical help from somebody experienced goes with satisfaction, rho = 0.36: Eby and others 2013, "
        "doi:10.1037/a0029279.",
        "If I am stuck for half an hour, then I ask somebody.",
        step="Write down in one sentence what I am stuck on",
    ),
    SourceMove(
        "honest-talk", "alone", "Have one honest conversation a week with somebody at work", "network",
        "restore", "thin evidence",
        "Being lonely at work goes with burnout (r = 0.39) in 49 articles, most of them snapshots: Bryan and others "
        "2023, doi:10.1093/occmed/kqad138.",
        step="Ask one colleague for a coffee this week",
    ),
    SourceMove(
        "advice", "alone", "Ask somebody ahead of me for advice on one question", "network",
        "restore", "thin evidence",
        "Being mentored goes with a little more pay and promotion (Allen and others 2004, "
        "doi:10.1037/0021-9010.89.1.127), partly because of who gets a mentor (Kammeyer-Mueller and others 2008).",
        step="Write down the one question, and who could answer it",
    ),
    SourceMove(
        "stop-time", "life", "Stop work at a set time on four days a week", "balance",
        "change", "well supported", _IF_THEN,
        "If it is 17:30, then I write down where I am and stop.",
        step="Choose the time and the four days, and set an alarm",
    ),
    SourceMove(
        "shutdown-note", "life", "Write a shutdown note at the end of every working day", "balance",
        "restore", "some support", _DETACHING,
        "If I am about to stop, then I write down what is open and where I go on tomorrow.",
        step="Shutdown note by 17:55", every="every weekday", asks_step=True,
    ),
    SourceMove(
        "one-slot", "life", "Keep one slot a week free of work for what I gave up", "balance",
        "restore", "some support",
        "Leaving work behind goes with less exhaustion in 91 samples with 38,124 people: Wendsche and others "
        "2017, doi:10.3389/fpsyg.2016.02072.",
        "If somebody asks for that slot, then I offer the next free one.",
        step="Block the slot in the calendar for the next four weeks",
    ),
    SourceMove(
        "win-list", "recognition", "Log a win a day, and show my boss the list once a month", "recognition",
        "change", "some support",
        "Recording progress towards a goal: d = 0.40 in 138 trials with 19,951 people, more when others see it: Harkin "
        "and others 2016, doi:10.1037/bul0000025. What it does for recognition has not been tested.",
        step="Log one win today",
    ),
    SourceMove(
        "return-talk", "recognition", "Prepare the talk about what I get back: pay, role or thanks", "recognition",
        "change", "some support",
        "Naming the obstacle and an if-then plan beforehand: g = 0.34 over 24 effects, 0.28 on paper: Wang and others "
        "2021, doi:10.3389/fpsyg.2021.565202.",
        "If the answer is “not now”, then I ask what it would take and by when.",
        step="List what I gave in the last half year, and what I want for it",
    ),
    SourceMove(
        "feedback", "recognition", "Ask two people what one piece of my work did for them", "recognition",
        "restore", "thin evidence",
        "Days with progress in sight are the better days: 76 % of the best days had some, 25 % of the worst, in about "
        "12,000 diary entries of 238 people: Amabile and Kramer 2011.",
        step="Choose the piece of work, and the two people",
    ),
)  # fmt: skip
"""All of them, by source."""


def moves_for(source: str, has_levers: bool | None) -> list[SourceMove]:
    """The moves that fit a source, those that fit the person's room for manoeuvre first.

    With a lever on their work, what changes it comes first; without any, recovery, support and options outside do.
    """
    first: Kind = "restore" if has_levers is False else "change"
    return sorted((move for move in MOVES if move.source == source), key=lambda move: move.kind != first)


def move_named(key: str) -> SourceMove:
    """The move of a key.

    Raises:
        BadInput: there is none.
    """
    found = next((move for move in MOVES if move.key == key), None)
    if found is None:
        raise BadInput(f"“{one_line(key, 40)}” is no idea; there are {', '.join(move.key for move in MOVES)}.")
    return found
