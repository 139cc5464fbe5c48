"""``rut goal``: goals with their steps, routines and time; its verbs are in ``goal_acts`` and ``goal_looks``."""

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import AVENUES, SOURCES, VERDICTS
from rutbreaker.errors import BadInput


class Verb(NamedTuple):
    """One thing that the command does: the words and options it takes, and the module with a function of its name."""

    words: str
    options: str
    module: str = "goal_acts"


_PARTS = "avenue why source by obstacle plan measure size"

VERBS = {
    "add": Verb("TITLE", f"{_PARTS} first idea"),
    "list": Verb("", "all ids json", "goal_looks"),
    "show": Verb("GOAL", "ids json", "goal_looks"),
    "ideas": Verb("[SOURCE]", "json", "goal_looks"),
    "edit": Verb("GOAL", f"title {_PARTS}"),
    "step": Verb("GOAL TEXT", "due every asks"),
    "done": Verb("STEP", "date next win"),
    "session": Verb("GOAL 45m [NOTE]", "date"),
    "reached": Verb("GOAL NUMBER", ""),
    "park": Verb("GOAL", "until"),
    "wake": Verb("GOAL", ""),
    "keep": Verb("GOAL", ""),
    "close": Verb("GOAL", "verdict learnt let_go win"),
    "reopen": Verb("GOAL", ""),
}
"""What can be done with goals, by the first word."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "GOAL and STEP are an id, its beginning, or a part of the name that only one has;\n"
        "a GOAL of several words is quoted where something follows it.\n" + _verbs(),
        'rut goal add "Learn Rust" --avenue learning --measure 20h --by "24 Dec"',
        'rut goal step rust "Read a chapter" --every "3 a week"',
        "rut goal session rust 45m ownership at last",
        "rut goal done chapter",
        "rut goal close rust --verdict helped",
        words="VERB [words]",
    )
    for name, metavar, about in (
        ("--avenue", "WORD", ", ".join(AVENUES)),
        ("--why", "TEXT", "why it matters to you"),
        ("--source", "WORD", f"what it answers: {', '.join(SOURCES)}"),
        ("--by", "DAY", "when it is to be reached: 24 Dec, fri, in 3 weeks"),
        ("--obstacle", "TEXT", "what could stop you, most of all in yourself"),
        ("--plan", "TEXT", "if ... happens, then I ..."),
        ("--measure", "WHAT", "what progress is counted in: steps, 20h, 30 pages"),
        ("--size", "SIZE", "of a challenge: 1 (comfort) to 5 (scary)"),
        ("--first", "TEXT", "add: its first step"),
        ("--idea", "KEY", "add: one of rut goal ideas, with all it says"),
        ("--title", "TEXT", "edit: another title"),
        ("--due", "DAY", "step: when it is due"),
        ("--every", "SCHEDULE", "step: a routine: every weekday, mon wed, 3 a week"),
        ("--next", "TEXT", "done: the next step, due tomorrow"),
        ("--until", "DAY", "park: when it wakes by itself"),
        ("--verdict", "WORD", f"close: did it help? {', '.join(VERDICTS)}"),
        ("--learnt", "TEXT", "close: what you know now"),
    ):
        parser.option(name, metavar=metavar, help=about)
    parser.option("--asks", help="step: ticking the routine asks for tomorrow's step")
    parser.option_date("done, session: on which day")
    parser.option("--let-go", help="close: it was decided not to go on with it")
    parser.option("--win", help="done, close: log it as a win too")
    parser.option("--all", help="list: the closed ones too")
    parser.option("--ids", help="list, show: begin lines with ids")
    parser.option_json("list, show, ideas: as JSON")


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Do what the first word says; without any, list the goals."""
    name, *args.words = args.words or ["list"]
    verb = VERBS.get(name)
    if verb is None:
        shown = one_line(name, 40)
        raise BadInput(f"rut goal doesn't know “{shown}”; it knows {', '.join(VERBS)}.\n{args.usage}")
    args.usage = f"Usage: {f'rut goal {name} {verb.words}'.rstrip()} [options]   More: rut goal --help"
    taken = verb.options.split()
    others = {option for each in VERBS.values() for option in each.options.split()} - set(taken)
    wrong = sorted(option for option in others if getattr(args, option) not in (None, False))
    if wrong:
        raise BadInput(f"rut goal {name} doesn't take --{wrong[0].replace('_', '-')}.\n{args.usage}")
    needed = len([word for word in verb.words.split() if word[0] != "["])
    if len(args.words) < needed and not (name == "add" and args.idea):
        raise BadInput(f"rut goal {name} takes {verb.words}.\n{args.usage}")
    if args.words and not verb.words:
        raise BadInput(f"rut goal {name} takes no words, such as “{one_line(args.words[0], 40)}”.\n{args.usage}")
    do: Callable[[Shell, Namespace], ExitCode] = getattr(import_module(f"rutbreaker.cli.{verb.module}"), f"{name}_goal")
    return do(shell, args)


def _verbs() -> str:
    return "\n".join(f"  {f'{name} {verb.words}'.rstrip()}" for name, verb in VERBS.items())
