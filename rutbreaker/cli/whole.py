"""The whole command line as one parser of argparse, made from the table of commands: for completion and the manual."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from rutbreaker.actions import PANES
from rutbreaker.cli.acts import Act
from rutbreaker.cli.commands import COMMANDS
from rutbreaker.cli.overview import OPTIONS
from rutbreaker.cli.parser import Parser

FILE = "FILE"
"""How the manual writes a word that is the path of a file."""


def parsers() -> Iterator[Parser]:
    """The parser of every command, in the order of the table."""
    for command in COMMANDS:
        parser = Parser(command.name, command.line)
        import_module(command.module).configure(parser)
        parser.finish()
        yield parser


def whole_parser() -> argparse.ArgumentParser:
    """The program with every command, act and option; words and values know what they can be.

    Nothing is read with it: a command has its own parser for that.
    """
    whole = argparse.ArgumentParser(prog="rut", add_help=False, allow_abbrev=False)
    for option, about in OPTIONS:
        name, _, value = option.partition(" ")
        action = whole.add_argument(name, action="store" if value else "store_true", help=about)
        _can_be(action, value)
    plain = whole.add_argument("--plain", nargs="*", metavar="PANE", help="every pane as text, or those named")
    plain.choices = tuple(PANES)
    whole.add_argument("-h", "--help", action="help", help="every command in a line")
    commands = whole.add_subparsers(metavar="COMMAND")
    for parser in parsers():
        _fill(commands.add_parser(parser.command, help=parser.line, **_BARE), parser, parser.acts)
    return whole


_BARE: dict[str, Any] = {"add_help": False, "allow_abbrev": False}


def _fill(into: argparse.ArgumentParser, parser: Parser, acts: Iterable[Act]) -> None:
    """Give a parser the options and words of a command or an act; acts become parsers of their own."""
    into.description = f"{parser.line[0].upper()}{parser.line[1:]}."
    for action in parser.options():
        into._add_action(action)
        _can_be(action, str(action.metavar), parser.meanings)
    by_first: dict[str, list[Act]] = {}
    for act in acts:
        by_first.setdefault(act.name.split()[0], []).append(act)
    if not by_first:
        _add_words(into, parser)
        return
    firsts = into.add_subparsers(metavar="ACT")
    for first, those in by_first.items():
        if len(those) == 1 and those[0].name == first:
            _fill(firsts.add_parser(first, help=those[0].line, **_BARE), parser.of_act(those[0]), ())
            continue
        group = firsts.add_parser(first, help=f"{parser.command} {first} ...", **_BARE)
        seconds = group.add_subparsers(metavar="ACT")
        for act in those:
            _fill(seconds.add_parser(act.name.split()[1], help=act.line, **_BARE), parser.of_act(act), ())


def _add_words(into: argparse.ArgumentParser, parser: Parser) -> None:
    for number, word in enumerate(parser.words.split()):
        is_last = number == len(parser.words.split()) - 1
        action = into.add_argument(f"word{number}", nargs="*" if is_last else "?", help=word)
        _can_be(action, word, parser.meanings)


def _can_be(action: argparse.Action, word: str, meanings: dict[str, Sequence[str]] | None = None) -> None:
    """Say what can stand for a word as the manual writes it, such as ``[week|month|DAY..DAY]`` or ``FILE``."""
    choices: list[str] = []
    for part in word.strip("[].").split("|"):
        if part == FILE:
            # What shtab looks for where an argument is a path.
            import shtab

            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif part in (meanings or {}):
            choices += (meanings or {})[part]
        elif part.isalpha() and part.islower():
            choices.append(part)
    if choices:
        action.choices = choices
