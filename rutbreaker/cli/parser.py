"""Reads the words and options of one command.

Words are gathered from wherever they stand between the options, so that ``rut win Shipped --date -1 the importer``
says what it seems to say. Everything behind ``--`` is a word.
"""

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

from rutbreaker.cli import output
from rutbreaker.domain.text import one_line, tag_named
from rutbreaker.errors import BadInput

if TYPE_CHECKING:
    # Only commands that have acts bring them along.
    from rutbreaker.cli.acts import Act

_WIDTH = 80
"""How wide a help text is."""


class Parser(argparse.ArgumentParser):
    """The parser of a command: refuses with a sentence, and finds words between options.

    Args:
        command: the command's name.
        line: what it does, in one line.
    """

    def __init__(self, command: str, line: str) -> None:
        super().__init__(
            prog=f"rut {command}",
            description=f"{line[0].upper()}{line[1:]}.",
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.usage = f"{self.prog} [options]"
        self.command, self.line, self.about, self.words = command, line, "", ""
        self.examples: tuple[str, ...] = ()
        self.acts: tuple[Act, ...] = ()
        self.meanings: dict[str, Sequence[str]] = {}
        self._alone: set[str] = set()
        self._asked: list[str] = []
        self._is_finished = False

    def explain(self, about: str, *examples: str, words: str = "") -> None:
        """Say more about the command, which words it takes (none unless said), and how it looks in use."""
        self.about, self.examples, self.words = about, examples, words
        self.usage = " ".join(part for part in (self.prog, words, "[options]") if part)
        self.description = f"{self.description}\n{about}".strip()
        self.epilog = "\n".join(("examples:", *(f"  {example}" for example in examples)))

    def has_acts(self, *acts: "Act", alone: str = "") -> None:
        """Let the command have acts, which its first words choose; ``alone`` are the options it takes without any."""
        self.acts, self._alone = acts, set(alone.split())

    def mean(self, meanings: Mapping[str, Sequence[str]]) -> None:
        """Say what can stand where the manual writes a word in capitals, so that it can be completed."""
        self.meanings |= meanings

    def option(self, *names: str, help: str, metavar: str | None = None, repeated: bool = False) -> None:
        """Let the command take an option: a flag, or with a value when ``metavar`` names it."""
        if metavar is None:
            self.add_argument(*names, action="store_true", help=help)
        else:
            self.add_argument(*names, action="append" if repeated else "store", metavar=metavar, help=help)

    def option_date(self, help: str) -> None:
        """Let the command take ``--date``."""
        self.option("--date", metavar="DAY", help=f"{help}: yesterday, -2, mon, 2026-11-02, 2 Nov")

    def option_tags(self, help: str) -> None:
        """Let the command take ``--tag``, as often as wanted; a word that can't be a tag is refused."""
        self.add_argument("--tag", action="append", default=[], type=tag_named, metavar="WORD", help=help)

    def option_json(self, help: str = "as JSON") -> None:
        """Let the command take ``--json``."""
        self.option("--json", help=help)

    def option_count(self) -> None:
        """Let the command take ``-n``, how many lines there may be."""
        self.add_argument("-n", dest="count", type=_count, metavar="COUNT", help="at most so many")

    def option_editor(self) -> None:
        """Let the command take ``-e``."""
        self.option("-e", "--editor", help="write it in $VISUAL or $EDITOR")

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The options of the command, with its words as ``words``; ``prog`` and ``usage`` are for its refusals.

        Raises:
            BadInput: there is something that the command doesn't take.
        """
        self.finish()
        end = arguments.index("--") if "--" in arguments else len(arguments)
        self._asked = [word for word in arguments[:end] if not word.startswith("-")]
        args, words = self.parse_known_args(arguments[:end])
        for word in words:
            if _is_option(word):
                self.error(f"there is no option {one_line(word, 40)}")
        args.words = [*words, *arguments[end + 1 :]]
        args.prog, args.usage = self.prog, self._usage_of(args.words)
        if args.words and not self.words:
            self.error(f"it takes no words, such as “{one_line(args.words[0], 40)}”")
        if self.acts:
            self._refuse_options_of_others(args)
        return args

    def finish(self) -> None:
        """Let the command take what all of them take; once is enough."""
        if not self._is_finished:
            self._is_finished = True
            self.option("--db", metavar="FILE", help="use this data file")
            self.add_argument("-h", "--help", action="help", help="show this")

    def options(self) -> list[argparse.Action]:
        """The options it takes, in their order; of a command with acts those it takes without any."""
        if not self.acts:
            return list(self._actions)
        from rutbreaker.cli.acts import options_of_acts

        hidden = options_of_acts(self.acts) - self._alone
        return [action for action in self._actions if action.dest not in hidden]

    def of_act(self, act: "Act") -> "Parser":
        """The parser of one act: its words, line, examples, and of the options those it takes."""
        parser = Parser(f"{self.command} {act.name}", act.line)
        parser.explain("", *act.examples, words=act.words)
        parser.mean(self.meanings)
        taken = {*act.options.split(), "db", "help"}
        for action in self._actions:
            if action.dest in taken:
                parser._add_action(action)
        return parser

    def format_help(self) -> str:
        """What ``--help`` says of the command, or of the act that was named with it."""
        if not self.acts:
            return super().format_help()
        from rutbreaker.cli.acts import acts_meant, acts_table

        acts = acts_meant(self.acts, self._asked)
        if len(acts) == 1:
            return self.of_act(acts[0]).format_help()
        parser = Parser(self.command, self.line)
        shown = acts or self.acts
        about = f"{self.about}\n\nacts, each with its own --help:\n"
        examples = dict.fromkeys((*self.examples, *(act.examples[0] for act in shown)))
        parser.explain(about + acts_table(shown), *examples, words=self.words)
        for action in self.options():
            parser._add_action(action)
        return parser.format_help()

    def error(self, message: str) -> NoReturn:
        """Refuse, with how it would be understood."""
        raise BadInput(f"{self.prog}: {message}.\n{self._usage_of(self._asked)}")

    def _refuse_options_of_others(self, args: argparse.Namespace) -> None:
        from rutbreaker.cli.acts import acts_meant, options_of_acts

        meant = acts_meant(self.acts, args.words)
        if args.words and not meant:
            # The command says that there is no such act.
            return
        taken = options_of_acts(meant) if len(meant) == 1 else set() if args.words else self._alone
        for action in self._actions:
            is_given = getattr(args, action.dest, None) not in (None, False)
            if is_given and action.dest in (options_of_acts(self.acts) | self._alone) - taken:
                act = meant[0].name if len(meant) == 1 else " ".join((self.prog, *args.words))
                raise BadInput(f"“{one_line(act, 40)}” takes no {action.option_strings[-1]}.\n{args.usage}")

    def _usage_of(self, words: Sequence[str]) -> str:
        if self.acts:
            from rutbreaker.cli.acts import acts_meant

            acts = acts_meant(self.acts, words)
            if len(acts) == 1:
                return f"Usage: {self.prog} {acts[0].call} [options]   More: {self.prog} {acts[0].name} --help"
        return f"Usage: {self.usage}   More: {self.prog} --help"

    def _print_message(self, message: str, file: object = None) -> None:
        """Argparse's help goes the way of all output."""
        output.block(message)


class _Formatter(argparse.HelpFormatter):
    """Keeps the line breaks of a description, and wraps what is too long between them."""

    def __init__(self, prog: str) -> None:
        # Given a width, argparse doesn't import shutil to ask the terminal for its own.
        super().__init__(prog, max_help_position=28, width=_WIDTH)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        import textwrap

        return "\n".join(textwrap.fill(line, width) for line in text.splitlines())


def _is_option(word: str) -> bool:
    """Whether a word was meant as an option: ``-5`` is a number, ``-`` is stdin, and a sentence is a sentence."""
    bare = word.lstrip("-")
    return word.startswith("-") and bool(bare) and not bare[0].isdigit() and not any(map(str.isspace, word))


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        raise BadInput(f"-n takes how many lines there may be, such as -n 20; not “{one_line(text, 20)}”.")
    return int(text[:9])
