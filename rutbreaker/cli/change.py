"""``rut change``: how the case for a change stands, and everything that leads to a decision."""

from argparse import Namespace
from importlib import import_module

from rutbreaker.cli import output
from rutbreaker.cli.change_acts import ACTS
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.output import quiet, strong
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shapes import Shape
from rutbreaker.cli.shell import Shell
from rutbreaker.context import Context
from rutbreaker.domain.change_memo import Decision, memo, standing_lines
from rutbreaker.domain.markdown import harmless
from rutbreaker.domain.options import OptionsView
from rutbreaker.domain.readiness import BlockView, ItemView
from rutbreaker.domain.readiness_items import ITEMS
from rutbreaker.domain.readiness_words import outcome, rests_on, supported, why_met
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput
from rutbreaker.journal.change import options_view
from rutbreaker.journal.readiness import last_runway, readiness_view, rulers_view
from rutbreaker.journal.safety import decision_locks

_WIDTH = 80
_FORMATS = ("text", "md", "json")
_MARKS = {True: "■", False: "□", None: "·"}
_ACTS = {
    **dict.fromkeys(("check", "uncheck", "overrule", "why", "ruler", "runway"), "rutbreaker.cli.change_items"),
    **dict.fromkeys(("option", "criterion"), "rutbreaker.cli.change_options"),
}
"""The words behind the command, and the module that does what they say."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "Four blocks of items, never one total; most answer themselves from what is logged. ITEM is a key such as T2, "
        "OPTION and CRITERION are titles or unique parts of them.",
        "rut change",
        "rut change --format md",
        words="[ACT ...]",
    )
    parser.has_acts(*ACTS, alone="format json")
    parser.mean({"ITEM": [item.key for item in ITEMS]})
    parser.option("--format", metavar="text|md|json", help="text unless said")
    parser.option_json("the same as --format json")
    for name, metavar, help in _OPTIONS:
        parser.option(name, metavar=metavar, help=help)


_OPTIONS = (
    ("--because", "REASON", "why"),
    ("--not", None, "it is not met"),
    ("--back", None, "take the overruling back"),
    ("--savings", "AMOUNT", "what there is, in any currency"),
    ("--monthly", "AMOUNT", "what a month costs"),
    ("--keep", None, "keep both amounts; else only the months are kept"),
    ("--thin", None, "others depend on it, or jobs are few"),
    ("--no-thin", None, "that is so no more"),
    ("--offer", None, "an offer is in hand"),
    ("--no-offer", None, "it is no more"),
    ("--stay", None, "it is a way of staying, and says what to change"),
    ("--weight", "N", "0 to 10, 1 unless said"),
    ("--title", "TEXT", "what it is called"),
    ("--first-test", "TEXT", "a cheap test of it"),
    ("--tested", "DAY", "when that was done; '' for not yet"),
    ("--cost", "TEXT", "what it costs"),
    ("--fear", "TEXT", "what frightens you about it"),
    ("--staying-cost", "TEXT", "what staying would cost"),
    ("--ten-weeks", "TEXT", "the view from then"),
    ("--ten-years", "TEXT", "the view from then"),
    ("--premortem", "TEXT", "a year on it failed, because"),
    ("--safeguard", "TEXT", "against that"),
)
"""What the acts take: name, value, help."""


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Show how things stand, or do what the words say."""
    act = args.words[0].lower() if args.words else ""
    if act:
        if act not in _ACTS:
            shown = one_line(args.words[0], 30)
            raise BadInput(f"“{shown}” is nothing that can be done; there are {', '.join(_ACTS)}.\n{args.usage}")
        return ExitCode(import_module(_ACTS[act]).run(shell, args))
    format_ = "json" if args.json else (args.format or "text").lower()
    if format_ not in _FORMATS:
        raise BadInput(f"“{one_line(args.format, 20)}” is no format; there are {', '.join(_FORMATS)}.")
    with shell.open() as context:
        found = _gathered(context)
    if format_ == "json":
        output.as_json(_shape(found))
    elif format_ == "md":
        output.block(harmless("\n".join(memo(found))))
    else:
        _show(found)
    return ExitCode.DONE


def _gathered(context: Context) -> Decision:
    return Decision(
        readiness_view(context),
        decision_locks(context),
        rulers_view(context),
        last_runway(context),
        options_view(context),
    )


def _show(found: Decision) -> None:
    import textwrap

    today = found.readiness.day
    for block in found.readiness.blocks:
        output.line(strong(f"{block.name:<15}"), f"{block.met} of {block.of}")
        for item in block.items:
            weight = "  x2" if item.item.weight > 1 else ""
            output.line(f"  {_MARKS[item.met]} {item.item.key}  {item.item.text}", quiet(weight))
            why = why_met(item, today)
            if why:
                output.line(quiet(f"        {why}"))
    output.line(quiet("■ met   □ not met   · not known yet, which counts as not met"))
    output.line()
    for line in standing_lines(found):
        output.line(line)
    _show_options(found.options)
    output.line()
    for paragraph in outcome(found.readiness, found.locks):
        output.block(textwrap.fill(paragraph, _WIDTH))


def _show_options(view: OptionsView) -> None:
    if not view.options:
        return
    output.line()
    output.line(strong("Options"))
    for option in view.options:
        total = "  –" if option.total is None else f"{option.total:.2f}"
        output.line(f"  {total:>5}  {option.option.title}")
    for line in (view.line, view.rest):
        if line:
            output.line(line)


def _shape(found: Decision) -> Shape:
    return {
        "blocks": {block.key: _of_block(block) for block in found.readiness.blocks},
        "sentence": supported(found.readiness, found.locks),
        "locks": [{"lock": lock.key, "day": lock.day.isoformat(), "words": lock.words} for lock in found.locks],
        "options": [
            {
                "id": view.option.id,
                "title": view.option.title,
                "total": None if view.total is None else round(view.total, 4),
                "scores": {
                    criterion.title: score for criterion, score in zip(found.options.criteria, view.scores, strict=True)
                },
            }
            for view in found.options.options
        ],
        "sensitivity": found.options.line or None,
    }


def _of_block(block: BlockView) -> Shape:
    return {"met": block.met, "of": block.of, "items": [_of_item(item) for item in block.items]}


def _of_item(item: ItemView) -> Shape:
    answer = item.answer if item.is_overruled else None
    return {
        "id": item.item.key,
        "met": item.met,
        "evidence": rests_on(item),
        "overruled": answer and {"because": answer.because, "day": answer.day.isoformat()},
    }
