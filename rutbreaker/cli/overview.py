"""What ``rut --help`` says: every command in a line."""

from rutbreaker.cli.commands import COMMANDS


def overview() -> str:
    """The program in a sentence, how it is called, and its commands by their groups."""
    lines = [
        "rutbreaker helps you out of a professional rut, one day at a time. It keeps",
        "everything in one private file, and never talks to the network.",
        "",
        "  rut                      open the dashboard",
        "  rut COMMAND [words]      do one thing from the shell",
        "  rut COMMAND --help       what a command takes, with examples",
        "  rut --plain [PANE]       every pane as text, for screen readers and pipes",
    ]
    group = None
    for command in COMMANDS:
        if command.group != group:
            group = command.group
            lines += ["", f"{group}:"]
        lines.append(f"  {command.name:<10} {command.line}")
    lines += [
        "",
        "Options:",
        "  --db FILE  use this data file, here or behind a command",
        "  --version  which version this is",
        "",
        "Exit codes: 0 done, 1 nothing to act on, 2 not understood, 3 data file busy,",
        "4 data file or output can't be used, 70 a defect, 128+n ended by signal n.",
    ]
    return "\n".join(lines)
