"""``rut completion``: a script that lets a shell complete the commands, their acts, options, and what these can be."""

from argparse import Namespace

from rutbreaker.cli import output
from rutbreaker.cli.exits import ExitCode
from rutbreaker.cli.parser import Parser
from rutbreaker.cli.shell import Shell
from rutbreaker.domain.text import one_line
from rutbreaker.errors import BadInput

SHELLS = ("bash", "zsh", "fish")
"""The shells that there is a script for."""

PROGRAMS = ("rut", "rutbreaker")
"""The names of the program."""


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.explain(
        "The script goes where the shell looks for such scripts, once; a new version of the program may know more, so "
        "then again. It holds for rut and rutbreaker, and reads none of your data.",
        'eval "$(rut completion bash)"',
        "rut completion zsh > _rut",
        "rut completion fish > rut.fish",
        words="bash|zsh|fish",
    )


def run(shell: Shell, args: Namespace) -> ExitCode:
    """Print the script."""
    if len(args.words) != 1 or args.words[0] not in SHELLS:
        said = f"“{one_line(' '.join(args.words), 40)}” is none" if args.words else "None is named"
        raise BadInput(f"Which shell? {said}; there are {', '.join(SHELLS)}.\n{args.usage}")
    output.block(script(args.words[0]))
    return ExitCode.DONE


def script(shell: str) -> str:
    """The script for a shell, for both names of the program."""
    # Late: it and all commands are imported for this one alone.
    import shtab

    from rutbreaker.cli.whole import whole_parser

    rut, other = PROGRAMS
    text = shtab.complete(whole_parser(), shell)
    if shell == "bash":
        return f"{text} {other}\n"
    if shell == "zsh":
        return text.replace(f"#compdef {rut}", f"#compdef {rut} {other}", 1).replace(f"-N {rut}", f"-N {rut} {other}")
    return f"{text}\ncomplete -c {other} -w {rut}\n"
