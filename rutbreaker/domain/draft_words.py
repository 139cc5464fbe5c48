"""What lies unfinished, in words: said at the next start, because a form that nobody opens would never offer it."""

from collections.abc import Iterable

_WORDS = {
    "win": "a win",
    "gratitude": "gratitude",
    "goal": "a goal",
    "close": "the end of a goal",
    "step": "a step",
    "next": "a next step",
    "routine": "a routine",
    "session": "a session",
    "person": "a person",
    "contact": "a contact",
    "event": "an event",
    "answer": "an answer about a change",
    "rulers": "the rulers",
    "option": "an option",
    "criterion": "a criterion",
    "Weekly": "a weekly review",
}
"""What is unfinished, by the first word of the draft's name."""

_SHORT = 8
"""Characters of an id that are enough to name it."""

_SHELL = "shell "
"""What the name of a draft begins with that was written in the editor from the shell."""


def draft_words(names: Iterable[str]) -> list[str]:
    """A sentence on what lies unfinished, and how to go on with it; none when nothing does.

    Check-ins, reflections and the source finder are left out: the dashboard shows those where they go on.

    Args:
        names: the names of the drafts, the newest first.
    """
    forms, commands = [], []
    for name in names:
        if name.startswith(_SHELL):
            command = " ".join(word[:_SHORT] for word in name.removeprefix(_SHELL).split())
            commands.append(f"rut {command} -e")
        elif name.split(" ")[0] in _WORDS:
            forms.append(_WORDS[name.split(" ")[0]])
    sentences = []
    if forms:
        sentences.append(f"Unfinished, as you left it: {_listed(forms)}. It is there when you open it again.")
    if commands:
        sentences.append(f"Unfinished in the editor; go on by: {_listed(commands)}.")
    return sentences


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))
