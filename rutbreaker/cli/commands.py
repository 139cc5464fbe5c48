"""The table of commands: the only list of them. A command's module is imported when it is called, no sooner."""

from typing import NamedTuple


class Command(NamedTuple):
    """One command: its name, the module that does it, what it does in one line, and the group it is listed under.

    The module has ``configure(parser)``, which says its options, and ``run(shell, args)``, which does it.
    """

    name: str
    module: str
    line: str
    group: str


COMMANDS = (
    Command("win", "rutbreaker.cli.win", "log something that went well", "Log"),
    Command("thanks", "rutbreaker.cli.thanks", "log something to be grateful for", "Log"),
    Command("checkin", "rutbreaker.cli.checkin", "rate the day, 1 to 5, five times", "Log"),
    Command("met", "rutbreaker.cli.met", "log that you were in touch with somebody", "Log"),
    Command("event", "rutbreaker.cli.event", "log an event with everybody met there", "Log"),
    Command("hours", "rutbreaker.cli.hours", "log the hours worked, or see the week's", "Log"),
    Command("today", "rutbreaker.cli.today", "the day: check-in, streak, wins, gratitude", "Look"),
    Command("log", "rutbreaker.cli.log", "everything logged, newest first", "Look"),
    Command("streak", "rutbreaker.cli.streak", "how steadily each thing was kept", "Look"),
    Command("review", "rutbreaker.cli.review", "a week gathered, or a longer time summed up", "Look"),
    Command("source", "rutbreaker.cli.source", "what the rut may come from, ranked", "Look"),
    Command("helps", "rutbreaker.cli.helps", "what goes with better days, tag by tag", "Look"),
    Command("person", "rutbreaker.cli.person", "the people of your working life, and who is due", "Look"),
    Command("search", "rutbreaker.cli.search", "find what holds some words", "Look"),
    Command("tags", "rutbreaker.cli.tags", "every tag, with how often it was used", "Look"),
    Command("status", "rutbreaker.cli.status", "one short line, also for a shell prompt", "Look"),
    Command("change", "rutbreaker.cli.change", "how the case for a change stands, and the options", "Look"),
    Command("trial", "rutbreaker.cli.trial", "try one tag, on and off by chance", "Look"),
    Command("demo", "rutbreaker.cli.demo", "look around in fourteen invented months", "Look"),
    Command("goal", "rutbreaker.cli.goal", "goals, with their steps, routines and time", "Move"),
    Command("edit", "rutbreaker.cli.edit", "change the text, day or tags of something logged", "Change"),
    Command("delete", "rutbreaker.cli.delete", "delete something logged", "Change"),
    Command("tag", "rutbreaker.cli.tag", "rename a tag everywhere, or merge two", "Change"),
    Command("pause", "rutbreaker.cli.pause", "expect nothing for a while", "Change"),
    Command("resume", "rutbreaker.cli.resume", "expect things again", "Change"),
    Command("undo", "rutbreaker.cli.undo", "take back the last change, again and again", "Change"),
    Command("redo", "rutbreaker.cli.redo", "do again what was undone", "Change"),
    Command("purge", "rutbreaker.cli.purge", "delete for good, out of the history too", "Change"),
    Command("help-lines", "rutbreaker.cli.help_lines", "whom to call when it is more than a rut", "Care"),
    Command("backup", "rutbreaker.cli.backup", "make a backup now, or list them", "Care"),
    Command("restore", "rutbreaker.cli.restore", "bring a backup back", "Care"),
    Command("doctor", "rutbreaker.cli.doctor", "look the data file through, and what surrounds it", "Care"),
    Command("config", "rutbreaker.cli.config", "look at the settings, and change them", "Care"),
    Command("completion", "rutbreaker.cli.completion", "let a shell complete commands and options", "Care"),
    Command("man", "rutbreaker.cli.man", "this manual as a page for man", "Care"),
    Command("where", "rutbreaker.cli.where", "where everything lies, and how to remove it", "Care"),
)


def command_named(name: str) -> Command | None:
    """The command of that name, or None."""
    return next((command for command in COMMANDS if command.name == name), None)
