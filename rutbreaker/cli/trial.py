"""``rut trial``: one tag, on and off by chance, for four to six weeks."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.acts import Act
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain import trials as words
from rutbreaker.domain.trials import TrialView
from rutbreaker.errors import BadInput
from rutbreaker.journal.trials import latest_trial, propose_trial, start_trial, stop_trial

_WIDTH = 80

_ACTS = (
    Act(
        "start",
        "TAG",
        "begin one tomorrow; its plan is drawn and shown",
        ("rut trial start walk", 'rut trial start "#walk" --days 42'),
        "days",
    ),
    Act(
        "show",
        "",
        "what today is, how far the plan was kept, the result",
        ("rut trial show", "rut trial show --json"),
        "json",
    ),
    Act("stop", "", "end it early; it then has no result", ("rut trial stop",)),
)


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        f"Days are on or off by chance, two at a time, {words.FEWEST_DAYS} to {words.MOST_DAYS} of them. Only such a\n"
        "trial can say that something helped.",
        "rut trial",
        words="[start TAG|show|stop]",
    )
    parser.has_acts(*_ACTS, alone="json")
    parser.option("--days", metavar="COUNT", help=f"how many, {words.FEWEST_DAYS} unless said otherwise")
    parser.option_json()


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Begin a trial, show the running or last one, or stop it."""
    match args.words:
        case ["start", tag]:
            return _start(shell, tag, _days(args.days))
        case ["stop"]:
            with shell.open() as context:
                trial = stop_trial(context)
            output.narrate(f"Stopped: the trial of #{trial.tag}. It has no result. rut undo goes on with it.")
            return ExitCode.DONE
        case [] | ["show"]:
            with shell.open() as context:
                view = latest_trial(context)
            return _show(view, as_json=args.json)
    raise BadInput(f"rut trial takes start and one tag, show, or stop.\n{args.usage}")


def _start(shell: Shell, tag: str, days: int) -> ExitCode:
    with shell.open() as context:
        propose_trial(context, tag, days)  # refused before a data file is made for it
    with shell.open(make=True) as context:
        view = start_trial(context, propose_trial(context, tag, days))
    output.block("\n".join(words.plan_lines(view)))
    _wrapped(words.before_words(view))
    output.narrate(f"Begins tomorrow: a trial of #{view.trial.tag}, {days} days. rut undo takes it back.")
    return ExitCode.DONE


def _show(view: TrialView | None, *, as_json: bool) -> ExitCode:
    if as_json:
        output.as_json(_shape(view) if view else {})
        return ExitCode.DONE
    if view is None:
        output.narrate("No trial yet; rut trial start TAG begins one.")
        return ExitCode.DONE
    today = words.assignment(view)
    if not view.is_running:
        first = words.result_words(view)
    else:
        first = f"{today}, {words.place_words(view)}." if today else f"The trial of #{view.trial.tag} begins tomorrow."
    _wrapped([first, words.kept_words(view)])
    output.block("\n".join(words.plan_lines(view)))
    return ExitCode.DONE


def _wrapped(paragraphs: list[str]) -> None:
    import textwrap

    for paragraph in paragraphs:
        output.block(textwrap.fill(paragraph, _WIDTH))


def _days(text: str | None) -> int:
    if text is None:
        return words.FEWEST_DAYS
    if not text.isdecimal():
        raise BadInput(f"--days takes a number from {words.FEWEST_DAYS} to {words.MOST_DAYS}.")
    return int(text[:9])


def _shape(view: TrialView) -> dict[str, object]:
    result = view.result
    return {
        "tag": view.trial.tag,
        "first": view.trial.day.isoformat(),
        "last": view.trial.until.isoformat(),
        "state": "running" if view.is_running else "finished" if view.is_finished else "stopped",
        "today": None if view.is_on is None else "on" if view.is_on else "off",
        "plan": ["on" if is_on else "off" for is_on in view.plan],
        "with_on": view.with_on,
        "on": view.on,
        "with_off": view.with_off,
        "off": view.off,
        "result": None if result is None or not result.is_enough else _result(view),
    }


def _result(view: TrialView) -> dict[str, object]:
    from math import isinf

    if view.result is None:
        return {}
    numbers = view.result._asdict()
    del numbers["is_enough"]
    return {
        name: None if isinf(value) else round(value, 4) if isinstance(value, float) else value
        for name, value in numbers.items()
    } | {"words": words.result_words(view)}
