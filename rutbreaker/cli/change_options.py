"""``rut change option`` and ``rut change criterion``: the ways to go, and what they are compared by."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.shell import Shell
from rutbreaker.context import Context
from rutbreaker.domain.change_memo import SHEET
from rutbreaker.domain.models import Criterion
from rutbreaker.domain.options import HIGHEST_SCORE, HIGHEST_WEIGHT, STAYING
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput, NotFound
from rutbreaker.journal import change

_SHOWN = 60
_PARTS = tuple(part for part, _ in SHEET)


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Do what the words say."""
    acts, what = (_OPTION_ACTS, "an option") if args.words[0].lower() == "option" else (_CRITERION_ACTS, "a criterion")
    act = args.words[1].lower() if len(args.words) > 1 else "list"
    if act not in acts:
        shown = one_line(args.words[1], 30)
        raise BadInput(f"“{shown}” is nothing to do with {what}; there are {', '.join(acts)}.\n{args.usage}")
    return acts[act](shell, args)


def _list(shell: Shell, args: Namespace) -> ExitCode:
    with shell.open() as context:
        view = change.options_view(context)
    for each in view.options:
        scores = "  ".join(
            f"{one_line(criterion.title, 20)} {'–' if score is None else score}"
            for criterion, score in zip(view.criteria, each.scores, strict=True)
        )
        total = "–" if each.total is None else f"{each.total:.2f}"
        output.line(f"{total:>5}  {each.option.title}", output.quiet(f"  {scores}" if scores else ""))
    for line in (view.line, view.rest):
        if line:
            output.line(line)
    if not view.options:
        output.narrate("No options yet; rut change option add TITLE adds one.")
    return ExitCode.DONE


def _list_criteria(shell: Shell, args: Namespace) -> ExitCode:
    with shell.open() as context:
        criteria = change.options_view(context).criteria
    for criterion in criteria:
        output.line(f"x{criterion.weight:<3} {criterion.title}")
    if not criteria:
        output.narrate("No criteria yet; rut change criterion add TITLE --weight N adds one.")
    return ExitCode.DONE


def _add(shell: Shell, args: Namespace) -> ExitCode:
    title = _rest(args, 2, "option add", "a title")
    with shell.open(make=True) as context:
        was_empty = not change.options_view(context).options
        option = change.add_option(context, title, stays=args.stay)
    beside = f" Beside it: {STAYING} (--stay says what to change)." if was_empty and not option.stays else ""
    output.narrate(f"Added: {one_line(option.title, _SHOWN)}.{beside}")
    return ExitCode.DONE


def _show(shell: Shell, args: Namespace) -> ExitCode:
    words = _rest(args, 2, "option show", "an option")
    with shell.open() as context:
        option = change.find_option(context, words)
    output.line(output.strong(option.title), output.quiet("  (a way of staying)" if option.stays else ""))
    for part, said in SHEET:
        text = getattr(option, part)
        output.line(f"{said}: {text}" if text else output.quiet(f"{said}: –"))
        if part == "first_test":
            output.line(f"First test done on: {option.tested_on.isoformat() if option.tested_on else '–'}")
    return ExitCode.DONE


def _sheet(shell: Shell, args: Namespace) -> ExitCode:
    words = _rest(args, 2, "option sheet", "an option")
    given = {part: getattr(args, part) for part in (*_PARTS, "title", "tested") if getattr(args, part) is not None}
    if not given:
        raise BadInput(f"Say what to write on the sheet, such as --fear TEXT or --tested yesterday.\n{args.usage}")
    with shell.open() as context:
        option = change.change_option(context, change.find_option(context, words).id, change.Sheet(**given))
    output.narrate(f"Written on the sheet of {one_line(option.title, _SHOWN)}.")
    return ExitCode.DONE


def _score(shell: Shell, args: Namespace) -> ExitCode:
    words = args.words[2:]
    if len(words) < 3 or len(words) % 2 == 0:
        raise BadInput(f"rut change option score takes an option, then a criterion and a score each.\n{args.usage}")
    scores = {
        name: None if value == "-" else _number(value, "score", HIGHEST_SCORE)
        for name, value in zip(words[1::2], words[2::2], strict=True)
    }
    with shell.open() as context:
        option = change.find_option(context, words[0])
        values = {_criterion(context, name).id: value for name, value in scores.items()}
        change.score_option(context, option.id, values)
        view = next(each for each in change.options_view(context).options if each.option.id == option.id)
    lacks = ", ".join(one_line(name, 30) for name in view.missing[:3])
    total = (
        f"total {view.total:.2f}"
        if view.total is not None
        else f"no total yet, without {lacks}"
        if lacks
        else "no total"
    )
    output.narrate(f"Scored: {one_line(option.title, _SHOWN)}, {total}.")
    return ExitCode.DONE


def _weigh(shell: Shell, args: Namespace) -> ExitCode:
    if len(args.words) != 4:
        raise BadInput(
            f"rut change option weigh takes a criterion and a weight from 0 to {HIGHEST_WEIGHT}.\n{args.usage}"
        )
    weight = _number(args.words[3], "weight", HIGHEST_WEIGHT)
    with shell.open() as context:
        criterion = _criterion(context, args.words[2])
        change.change_criterion(context, criterion.id, weight=weight)
        line = change.options_view(context).line
    output.narrate(f"Weighed: {one_line(criterion.title, _SHOWN)} x{weight}.{f' {line}.' if line else ''}")
    return ExitCode.DONE


def _delete(shell: Shell, args: Namespace) -> ExitCode:
    words = _rest(args, 2, "option delete", "an option")
    with shell.open() as context:
        title = change.delete_option(context, change.find_option(context, words).id)
    output.narrate(f"Deleted: {one_line(title, _SHOWN)}. rut undo brings it back.")
    return ExitCode.DONE


def _add_criterion(shell: Shell, args: Namespace) -> ExitCode:
    title = _rest(args, 2, "criterion add", "a title")
    weight = 1 if args.weight is None else _number(args.weight, "weight", HIGHEST_WEIGHT)
    with shell.open(make=True) as context:
        criterion = change.add_criterion(context, title, weight)
    output.narrate(f"Added: {one_line(criterion.title, _SHOWN)} x{criterion.weight}.")
    return ExitCode.DONE


def _delete_criterion(shell: Shell, args: Namespace) -> ExitCode:
    words = _rest(args, 2, "criterion delete", "a criterion")
    with shell.open() as context:
        title = change.delete_criterion(context, _criterion(context, words).id)
    output.narrate(f"Deleted: {one_line(title, _SHOWN)}, with its scores. rut undo brings it back.")
    return ExitCode.DONE


def _criterion(context: Context, words: str) -> Criterion:
    """The criterion that is meant; how one is added is said where there is none like that."""
    try:
        return change.find_criterion(context, words)
    except NotFound as error:
        raise NotFound(f"{error.message} rut change criterion add TITLE --weight N adds one.") from error


def _rest(args: Namespace, begin: int, act: str, what: str) -> str:
    words = " ".join(args.words[begin:])
    if not words.strip():
        raise BadInput(f"rut change {act} takes {what}.\n{args.usage}")
    return words


def _number(text: str, what: str, highest: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        lowest = 0 if what == "weight" else 1
        raise BadInput(f"A {what} is a number from {lowest} to {highest}, not “{one_line(text, 20)}”.")
    return int(text)


_Act = Callable[[Shell, Namespace], ExitCode]
_OPTION_ACTS: Mapping[str, _Act] = {
    "add": _add, "list": _list, "show": _show, "sheet": _sheet, "score": _score, "weigh": _weigh, "delete": _delete,
}  # fmt: skip
_CRITERION_ACTS: Mapping[str, _Act] = {
    "add": _add_criterion, "list": _list_criteria, "weigh": _weigh, "delete": _delete_criterion,
}  # fmt: skip
