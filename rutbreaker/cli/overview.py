"""What ``rut --help`` says: every command in a line."""

from rutbreaker.cli.commands import COMMANDS
from rutbreaker.cli.exits import ENDS

ABOUT = (
    "rutbreaker helps you out of a professional rut, one day at a time. It keeps",
    "everything in one private file, and never talks to the network.",
)
"""What the program is, in two lines."""

CALLS = (
    ("rut", "open the dashboard"),
    ("rut COMMAND [words]", "do one thing from the shell"),
    ("rut COMMAND --help", "what a command takes, with examples"),
    ("rut --plain [PANE]", "every pane as text, for screen readers and pipes"),
)
"""How the program is called, and what for."""

OPTIONS = (
    ("--db FILE", "use this data file, here or behind a command"),
    ("--version", "which version this is"),
)
"""What stands before a command."""


def overview() -> str:
    """The program in a sentence, how it is called, and its commands by their groups."""
    lines = [*ABOUT, "", *(f"  {call:<23}  {what}" for call, what in CALLS)]
    group = None
    for command in COMMANDS:
        if command.group != group:
            group = command.group
            lines += ["", f"{group}:"]
        lines.append(f"  {command.name:<10} {command.line}")
    lines += ["", "Options:", *(f"  {option:<9}  {what}" for option, what in OPTIONS), ""]
    ends = [f"{code} {means}" for code, means in ENDS]
    lines += [f"Exit codes: {', '.join(ends[:4])},", f"{', '.join(ends[4:])}."]
    return "\n".join(lines)
