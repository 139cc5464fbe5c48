"""``rut change check``, ``overrule``, ``why``, ``ruler`` and ``runway``: the user's own word on readiness."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.shell import Shell
from rutbreaker.cli.wording import dated
from rutbreaker.domain.readiness import STANDS
from rutbreaker.domain.readiness_items import BLOCKS, item_of
from rutbreaker.domain.rulers import HIGHEST, RULERS
from rutbreaker.domain.runways import runway_words
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput
from rutbreaker.journal.readiness import answer_item, last_runway, read_rulers, set_runway, why_item


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Do what the words say."""
    match [args.words[0].lower(), *args.words[1:]]:
        case ["check", item]:
            return _check(shell, args, item)
        case ["uncheck", item]:
            return _take_back(shell, item)
        case ["overrule", item]:
            return _overrule(shell, args, item)
        case ["why", item]:
            return _why(shell, item)
        case ["ruler", kind, value]:
            return _ruler(shell, kind.lower(), value)
        case ["runway"]:
            return _runway(shell, args, "")
        case ["runway", *months]:
            return _runway(shell, args, " ".join(months))
    raise BadInput(f"rut change {args.words[0].lower()} takes {_TAKES[args.words[0].lower()]}.\n{args.usage}")


_TAKES = {
    "check": "one item, such as T2",
    "uncheck": "one item, such as T2",
    "overrule": "one item, such as T1, and --because with a reason, or --back",
    "why": "one item, such as S2",
    "ruler": f"{' or '.join(RULERS)} and a number from 0 to {HIGHEST}",
    "runway": "a number of months, or --savings and --monthly",
}
"""What each act takes."""


def _check(shell: Shell, args: Namespace, key: str) -> ExitCode:
    item, met = item_of(key), not vars(args)["not"]
    if item.answered_by == "record":
        raise BadInput(
            f"{item.key} answers itself from what is logged. To say otherwise: "
            f"rut change overrule {item.key} --because REASON"
        )
    with shell.open(make=True) as context:
        is_new = answer_item(context, item.key, met, args.because or "")
    output.narrate(f"{item.key}, {item.text}: {STANDS[met]}." if is_new else "That was said already.")
    return ExitCode.DONE


def _overrule(shell: Shell, args: Namespace, key: str) -> ExitCode:
    item = item_of(key)
    if item.answered_by == "self":
        raise BadInput(f"{item.key} is yours to answer, nothing is logged of it: rut change check {item.key}")
    if args.back:
        return _take_back(shell, item.key)
    if not (args.because or "").strip():
        raise BadInput(f"Overruling what is logged takes a reason: --because REASON.\n{args.usage}")
    with shell.open(make=True) as context:
        found = why_item(context, item.key).view
        logged = found.evidence.met if found.evidence is not None else None
        is_new = answer_item(context, item.key, not logged, args.because)
    said = f"{item.key}, {item.text}: {STANDS[not logged]}, though by what is logged it is {STANDS[logged]}."
    output.narrate(said if is_new else "That was said already.")
    return ExitCode.DONE


def _take_back(shell: Shell, key: str) -> ExitCode:
    item = item_of(key)
    with shell.open() as context:
        is_new = answer_item(context, item.key, None)
        stands = why_item(context, item.key).view.met
    if not is_new:
        output.narrate(f"There is no answer of yours to {item.key}.")
        return ExitCode.NOTHING
    output.narrate(f"Taken back. {item.key}, {item.text}: {STANDS[stands]}.")
    return ExitCode.DONE


def _why(shell: Shell, key: str) -> ExitCode:
    with shell.open() as context:
        found = why_item(context, key)
    view, item = found.view, found.view.item
    points = "1 point" if item.weight == 1 else f"{item.weight} points"
    output.line(f"{item.key}  {item.text}: {STANDS[view.met]} ({points} in “{BLOCKS[item.block]}”)")
    import textwrap

    output.block(textwrap.fill(item.rule, 80))
    if view.evidence is not None:
        output.line(f"From what is logged: {STANDS[view.evidence.met]}, {view.evidence.words}")
    for answer in reversed(found.answers):
        stands = "taken back" if answer.met is None else STANDS[answer.met]
        because = f", {answer.because}" if answer.because else ""
        output.line(f"{answer.day.isoformat()}  {stands}{because}")
    return ExitCode.DONE


def _ruler(shell: Shell, kind: str, text: str) -> ExitCode:
    if not (text.isascii() and text.isdigit() and len(text) <= 3):
        raise BadInput(f"A ruler is read from 0 to {HIGHEST}, such as 7; not “{one_line(text, 20)}”.")
    if kind not in RULERS or int(text) > HIGHEST:
        raise BadInput(f"rut change ruler takes {_TAKES['ruler']}.")
    with shell.open(make=True) as context:
        read_rulers(context, {kind: int(text)})
    output.narrate(f"Noted: {kind} {int(text)} of {HIGHEST}. It is asked again in two weeks.")
    return ExitCode.DONE


def _runway(shell: Shell, args: Namespace, months: str) -> ExitCode:
    flags = ("thin", "no_thin", "offer", "no_offer")
    if not (months or args.savings or args.monthly or args.keep or any(getattr(args, flag) for flag in flags)):
        with shell.open() as context:
            last = last_runway(context)
        if last is None:
            output.narrate("The runway was not looked at yet: rut change runway 4.5, or --savings and --monthly.")
            return ExitCode.DONE
        output.line(f"{runway_words(last)} ({dated(shell, last.day)})")
        return ExitCode.DONE
    with shell.open(make=True) as context:
        runway = set_runway(
            context,
            months=months,
            savings=args.savings or "",
            monthly=args.monthly or "",
            keeps_amounts=args.keep or None,
            is_thin=_said(args.thin, args.no_thin),
            has_offer=_said(args.offer, args.no_offer),
        )
    kept = "the amounts are kept" if runway.savings is not None else "no amount is kept"
    output.narrate(f"Noted: a runway of {runway_words(runway)}; {kept}.")
    return ExitCode.DONE


def _said(yes: bool, no: bool) -> bool | None:
    """What two flags that are each other's opposite say; None when neither was given."""
    if yes and no:
        raise BadInput("One of the two, --thin or --no-thin, --offer or --no-offer.")
    return True if yes else False if no else None
