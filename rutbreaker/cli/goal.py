"""``rut goal``: goals with their steps, routines and time; its acts are in ``goal_acts`` and ``goal_looks``."""

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

from rutbreaker.cli.acts import Act
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.text import one_line
from rutbreaker.domain.words import AVENUES, SOURCES, VERDICTS
from rutbreaker.errors import BadInput

_PARTS = "avenue why source by obstacle plan measure size"

ACTS = (
    Act(
        "add",
        "TITLE",
        "set a goal, perhaps from an idea, perhaps with its first step",
        (
            'rut goal add "Learn Rust" --avenue learning --measure 20h --by "24 Dec"',
            'rut goal add "Sleep before one" --first "Set an alarm at eleven"',
            "rut goal add --idea stop-time",
        ),
        f"{_PARTS} first idea",
    ),
    Act(
        "list",
        "",
        "a line each: progress, next step, day",
        ("rut goal list", "rut goal list --all --ids"),
        "all ids json",
    ),
    Act(
        "show",
        "GOAL",
        "one with all that was said of it, its steps and time",
        ("rut goal show rust", "rut goal show rust --json"),
        "ids json",
    ),
    Act(
        "ideas",
        "[SOURCE]",
        "what people try against each source, with evidence",
        ("rut goal ideas", "rut goal ideas overload"),
        "json",
    ),
    Act(
        "edit",
        "GOAL",
        "change what was said of it; an empty value clears",
        ('rut goal edit rust --by "31 Jan"', 'rut goal edit rust --obstacle ""'),
        f"title {_PARTS}",
    ),
    Act(
        "step",
        "GOAL TEXT",
        "add a step, or with --every a routine",
        (
            'rut goal step rust "Read a chapter" --every "3 a week"',
            'rut goal step "Learn Rust" "Find a study partner" --due fri',
        ),
        "due every asks",
    ),
    Act(
        "done",
        "STEP",
        "tick a step, or a routine for a day",
        ("rut goal done chapter", 'rut goal done partner --next "Fix a first date" --win'),
        "date next win",
    ),
    Act(
        "session",
        "GOAL 45m [NOTE]",
        "log time spent on it",
        ("rut goal session rust 45m ownership at last", "rut goal session rust 1h30 --date yesterday"),
        "date",
    ),
    Act(
        "reached",
        "GOAL NUMBER",
        "say how much of its own number is done",
        ("rut goal reached pages 15", "rut goal reached pages +3"),
    ),
    Act(
        "park",
        "GOAL",
        "put it aside, perhaps until a day",
        ("rut goal park rust", 'rut goal park rust --until "2 Jan"'),
        "until",
    ),
    Act("wake", "GOAL", "take a parked one up again", ("rut goal wake piano",)),
    Act("keep", "GOAL", "leave one that stands still as it is", ("rut goal keep bicycle",)),
    Act(
        "close",
        "GOAL",
        "close it with a verdict, or let it go",
        (
            "rut goal close rust --verdict helped --win",
            'rut goal close rust --verdict no --let-go --learnt "Reading alone is not it"',
        ),
        "verdict learnt let_go win",
    ),
    Act("reopen", "GOAL", "open a closed one again", ("rut goal reopen marathon",)),
)
"""What can be done with goals, by the first word."""

_BY_NAME = {act.name: act for act in ACTS}
_LOOKS = ("list", "show", "ideas")
"""The acts that only show something; they are in ``goal_looks``."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "GOAL and STEP are an id, its beginning, or a part of the name that only one has;\n"
        "a GOAL of several words is quoted where something follows it. Alone it lists them.",
        "rut goal",
        words="ACT [words]",
    )
    parser.has_acts(*ACTS, alone="all ids json")
    parser.mean({"AVENUE": AVENUES, "SOURCE": SOURCES, "VERDICT": VERDICTS})
    for name, metavar, about in (
        ("--avenue", "AVENUE", f"its avenue: {', '.join(AVENUES)}"),
        ("--why", "TEXT", "why it matters to you"),
        ("--source", "SOURCE", f"what it answers: {', '.join(SOURCES)}"),
        ("--by", "DAY", "when it is to be reached: 24 Dec, fri, in 3 weeks"),
        ("--obstacle", "TEXT", "what could stop you, most of all in yourself"),
        ("--plan", "TEXT", "if ... happens, then I ..."),
        ("--measure", "WHAT", "what progress is counted in: steps, 20h, 30 pages"),
        ("--size", "SIZE", "of a challenge: 1 (comfort) to 5 (scary)"),
        ("--first", "TEXT", "its first step"),
        ("--idea", "KEY", "one of rut goal ideas, with all it says"),
        ("--title", "TEXT", "another title"),
        ("--due", "DAY", "when it is due"),
        ("--every", "SCHEDULE", "a routine: every weekday, mon wed, 3 a week"),
        ("--next", "TEXT", "the next step, due tomorrow"),
        ("--until", "DAY", "when it wakes by itself"),
        ("--verdict", "VERDICT", f"did it help? {', '.join(VERDICTS)}"),
        ("--learnt", "TEXT", "what you know now"),
    ):
        parser.option(name, metavar=metavar, help=about)
    parser.option("--asks", help="ticking the routine asks for tomorrow's step")
    parser.option_date("on which day")
    parser.option("--let-go", help="it was decided not to go on with it")
    parser.option("--win", help="log it as a win too")
    parser.option("--all", help="the closed ones too")
    parser.option("--ids", help="begin lines with ids")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Do what the first word says; without any, list the goals."""
    name, *args.words = args.words or ["list"]
    act = _BY_NAME.get(name)
    if act is None:
        shown = one_line(name, 40)
        raise BadInput(f"rut goal doesn't know “{shown}”; it knows {', '.join(_BY_NAME)}.\n{args.usage}")
    needed = len([word for word in act.words.split() if word[0] != "["])
    if len(args.words) < needed and not (name == "add" and args.idea):
        raise BadInput(f"rut goal {name} takes {act.words}.\n{args.usage}")
    if args.words and not act.words:
        raise BadInput(f"rut goal {name} takes no words, such as “{one_line(args.words[0], 40)}”.\n{args.usage}")
    module = "goal_looks" if name in _LOOKS else "goal_acts"
    do: Callable[[Shell, Namespace], ExitCode] = getattr(import_module(f"rutbreaker.cli.{module}"), f"{name}_goal")
    return do(shell, args)
