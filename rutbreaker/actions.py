"""Everything a person can do in the dashboard, one row each: the only list of keys.

Bindings, the palette, the help, the key bar and the manual are made from this table. An action's method is
``action_`` and its id with underscores, on the dashboard for ``ANYWHERE`` and on the pane it names otherwise; a test
holds all of them together.
"""

from typing import NamedTuple

ANYWHERE = "anywhere"

PANES = {
    "today": "Today",
    "reflect": "Reflect",
    "goals": "Goals",
    "people": "People",
    "gratitude": "Gratitude",
    "change": "Change",
    "review": "Review",
}
"""The seven panes by their ids, with their names, in the order of their keys."""

PURPOSES = {
    "today": "The day at a glance: your check-in, your streak, what comes next, and something worth remembering.",
    "reflect": "Longer thoughts, free or answering a prompt. Nothing typed here is ever lost.",
    "goals": "What you are moving towards, why, what stands in the way, and the next step.",
    "people": "The people of your working life, and when you were last in touch.",
    "gratitude": "Everything that went well and everybody you were glad of, newest first.",
    "change": "How the case for a change stands in four blocks, and the options side by side. You decide.",
    "review": "A year of days, and how steadily you kept what you planned.",
}
"""What each pane is for, in a line."""


class Action(NamedTuple):
    """One thing a person can do.

    Attributes:
        id: its name in the configuration file, in kebab case.
        key: the usual key, as Textual names it; several are separated by commas.
        label: a word or two for the key bar and the palette.
        help: a sentence for the help and the manual.
        where: the pane it belongs to, or ``ANYWHERE``.
        shown: whether the key bar shows it.
        argument: what its method is called with, where several actions share one.
        method: the method that they share, where it isn't named by the beginning of the id.
    """

    id: str
    key: str
    label: str
    help: str
    where: str = ANYWHERE
    shown: bool = True
    argument: str = ""
    method: str = ""

    @property
    def call(self) -> str:
        """The action as Textual calls it."""
        if self.argument:
            return f"{self.method or self.id.rpartition('-')[0].replace('-', '_')}('{self.argument}')"
        return self.id.replace("-", "_")


def _talk(id: str, key: str, label: str, help: str, *, shown: bool = True) -> Action:
    """An action that is a conversation of ``tui/screens/quick.py``, under its own id."""
    return Action(id, key, label, help, shown=shown, argument=id, method="hold")


ACTIONS: tuple[Action, ...] = (
    *(
        Action(f"show-{pane}", str(number), name, f"Go to {name}. {PURPOSES[pane]}", shown=False, argument=pane)
        for number, (pane, name) in enumerate(PANES.items(), 1)
    ),
    _talk("check-in", "c", "Check in", "Rate today: five digits and Enter."),
    _talk("check-in-on", "C", "Check in on…", "Rate another day, or amend its check-in.", shown=False),
    _talk("log-win", "w", "Win", "Log something that went well, in one line."),
    _talk("log-gratitude", "g", "Gratitude", "Log something or somebody you are grateful for."),
    _talk("write-reflection", "r", "Reflect", "Write a reflection."),
    _talk("search", "slash", "Search", "Search everything you have written."),
    _talk("undo", "u", "Undo", "Undo the last change; again and again, also after a restart."),
    _talk("redo", "U", "Redo", "Do again what was undone.", shown=False),
    Action("help", "question_mark", "Help", "Say what this pane is for and list its keys."),
    Action("hide", "ctrl+l", "Hide", "Hide the screen at once; Enter brings it back.", shown=False),
    _talk("help-lines", "f4", "Help lines", "Show whom to call when it is more than a rut.", shown=False),
    _talk("trial", "f5", "Trial", "Try one tag, on and off by chance; see what came of it.", shown=False),
    _talk("log-hours", "f6", "Hours", "Log the hours you worked, beside those of the week.", shown=False),
    _talk("back-up", "f7", "Back up", "Make a backup now; one is made by itself on every day of use.", shown=False),
    _talk("doctor", "f8", "Doctor", "Look the data file, its backups and its folder through.", shown=False),
    _talk("sample", "f9", "Sample data", "Look around in fourteen invented months, or return to yours.", shown=False),
    Action("command-palette", "ctrl+p", "Palette", "Find an action by its name; or a goal, a person, a recent entry."),
    Action("quit", "ctrl+q", "Quit", "Leave; everything is saved already.", shown=False),
    # Today
    Action("begin-source", "s", "Source", "Find the source of a rut, in four minutes.", "today", shown=False),
    Action("do-move", "space", "Do", "Do the selected next move: tick it, log the contact, go on with it.", "today"),
    Action(
        "open-entry", "e", "Open", "Open the selected line, to read or change it (also Enter).", "today", shown=False
    ),
    Action("delete-entry", "d", "Delete", "Delete what was logged; undo brings it back.", "today", shown=False),
    Action("explain-move", "y", "Why", "Say why the selected next move is here.", "today"),
    Action("put-off", "z", "Later", "Put the selected next move off: tomorrow, Monday, or a date.", "today"),
    Action("log-done-win", "w", "Win", "Log what was just ticked here as a win, or write one.", "today", shown=False),
    Action("answer-notice", "x", "Answer", "Answer the notice of a fall below your usual level.", "today", shown=False),
    # Reflect
    Action("new-reflection", "n,r", "New", "Write a reflection: on a blank page, or to a prompt.", "reflect"),
    Action("edit-reflection", "e", "Edit", "Open the selected reflection to change it or go on with it.", "reflect"),
    Action("delete-reflection", "d", "Delete", "Delete the selected reflection; undo brings it back.", "reflect"),
    Action("write-outside", "E", "$EDITOR", "Write the selected reflection, or a new one, in $EDITOR.", "reflect"),
    Action(
        "find-source",
        "s",
        "Source",
        "Find the source of a rut: 28 statements, four minutes; leave it and go on as you like.",
        "reflect",
    ),
    Action(
        "explain-source", "y", "Why", "Say what speaks for the selected source, and what people try (Enter).", "reflect"
    ),
    Action("filter-reflections", "f", "Filter", "Show all, one tag, or what answers one prompt.", "reflect"),
    # Goals
    Action("new-goal", "n", "New", "Set a goal: a title is enough; why, obstacle and plan make it likelier.", "goals"),
    Action("edit-goal", "e", "Edit", "Open the selected goal, step, routine or session.", "goals"),
    Action("goal-step", "a", "Add step", "Add a step; with a schedule it is a routine.", "goals", argument="step"),
    Action("tick-step", "space", "Tick", "Tick the selected step, or the routine for today; then w logs it.", "goals"),
    Action("goal-session", "t", "Time", "Log time spent, such as 45m rust book ch. 3.", "goals", argument="session"),
    Action("goal-park", "p", "Park", "Put the goal aside, until a day if you like; wake it.", "goals", argument="park"),
    Action("goal-close", "x", "Close", "Close the goal with a verdict, or let it go.", "goals", argument="close"),
    Action("delete-goal", "d", "Delete", "Delete what is selected, here or on the page; undo brings it back.", "goals"),
    Action("goal-ideas", "i", "Ideas", "Look through what people try against each source; make one a goal.", "goals"),
    Action(
        "goal-reached",
        "m",
        "Number",
        "Set the number that a goal has reached.",
        "goals",
        shown=False,
        argument="reached",
    ),
    Action(
        "goal-still", "s", "Standing still", "Say what becomes of a still goal.", "goals", shown=False, argument="still"
    ),
    Action("fold-goals", "f", "Closed", "Show the closed goals, or fold them away.", "goals", shown=False),
    Action(
        "move-step-down",
        "J",
        "Move down",
        "Move the selected step or routine down.",
        "goals",
        shown=False,
        argument="down",
    ),
    Action(
        "move-step-up", "K", "Move up", "Move the selected step or routine up.", "goals", shown=False, argument="up"
    ),
    Action("log-goal-win", "w", "Win", "Log what was just ticked as a win, or write one.", "goals", shown=False),
    # People
    Action("new-person", "n", "Person", "Add somebody, with a role and a rhythm of contact.", "people"),
    Action("log-contact", "l", "Contact", "Log that you were in touch, and what to ask the next time.", "people"),
    Action(
        "log-contact-with",
        "L",
        "Contact with",
        "Log a contact with somebody by name, who is added if new.",
        "people",
        shown=False,
    ),
    Action("log-event", "v", "Event", "Log an event with everybody you met there.", "people"),
    Action("edit-person", "e", "Edit", "Open the person, the event or the contact that is selected.", "people"),
    Action("delete-person", "d", "Delete", "Delete what is selected; undo brings it back.", "people"),
    Action("filter-people", "f", "Filter", "Show all, those to reconnect with, one role, or events.", "people"),
    # Gratitude
    Action("write-line", "n,g", "New", "Go to the line at the top: gratitude, or a win after `w`.", "gratitude"),
    Action("write-win", "w", "Win", "Go to the line at the top to log a win.", "gratitude", shown=False),
    Action(
        "edit-line", "e", "Edit", "Open the selected line to change its text, day, tags, why or person.", "gratitude"
    ),
    Action("delete-line", "d", "Delete", "Delete the selected line; undo brings it back.", "gratitude"),
    Action(
        "leave-line", "escape,down", "List", "Go from the line at the top back to the list.", "gratitude", shown=False
    ),
    Action("filter-lines", "f", "Filter", "Show all, only wins, only gratitude, or one tag.", "gratitude"),
    # Change
    Action("answer-item", "space", "Answer", "Answer the selected item: met, not met, not known yet.", "change"),
    Action(
        "open-row",
        "e",
        "Open",
        "Answer or overrule an item with a reason, fill an option's sheet, or weigh a criterion; Enter does too.",
        "change",
    ),
    Action(
        "ask-rulers",
        "m",
        "Rulers",
        "Say how important a change is and how confident you are.",
        "change",
        argument="rulers",
    ),
    Action("ask-runway", "b", "Runway", "Say for how many months your savings last.", "change", argument="runway"),
    Action("add-option", "o,n", "Option", "Add an option, one of the ways you could go.", "change"),
    Action("add-criterion", "i", "Criterion", "Add something to compare the options by, with its weight.", "change"),
    Action("score-option", "s", "Score", "Score the selected option from 1 to 5 by every criterion.", "change"),
    Action("explain-row", "y", "Why", "Say what counts for an item, or how an option's total comes about.", "change"),
    Action(
        "delete-row",
        "d",
        "Delete",
        "Delete an option or criterion, or take an answer or overruling back.",
        "change",
        shown=False,
    ),
    # Review
    Action("rate-day", "C", "Rate day", "Rate the selected day, or amend its check-in.", "review"),
    Action("edit-selected", "e", "Edit", "Open what is selected on the day, or a streak's schedule.", "review"),
    Action("delete-selected", "d", "Delete", "Delete what is selected on the day; undo brings it back.", "review"),
    Action("map-by", "f", "Map", "Map check-ins, wins, gratitude, reflections or a routine.", "review"),
    Action("year-back", "left_square_bracket", "Year back", "Go a year back.", "review", shown=False, argument="back"),
    Action("year-on", "right_square_bracket", "Year on", "Go a year on.", "review", shown=False, argument="on"),
    Action("span-shorter", "comma", "Shorter", "Chart a shorter time.", "review", shown=False, argument="shorter"),
    Action("span-longer", "full_stop", "Longer", "Chart a longer time.", "review", shown=False, argument="longer"),
    Action("explain", "y", "Why", "Say why the selected streak is the number it is.", "review"),
    Action("pause", "p", "Pause", "Declare a pause from the selected day on, or end the one under way.", "review"),
    Action("review-week", "W", "Week", "Review the week: what worked, what did not, what to try.", "review"),
    Action("list-pauses", "P", "Pauses", "Look through all pauses, to change or delete one.", "review", shown=False),
)
"""Every action; the order is the one of help and palette."""


def actions_in(where: str) -> tuple[Action, ...]:
    """The actions of a pane, or those of ``ANYWHERE``, in their order."""
    return tuple(action for action in ACTIONS if action.where == where)


def action_named(id: str) -> Action:
    """The action with an id."""
    return next(action for action in ACTIONS if action.id == id)
