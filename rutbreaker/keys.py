"""The keys of the actions: how they are read, which a person has chosen instead, and which can't be."""

from collections.abc import Mapping

from rutbreaker.actions import ACTIONS, ANYWHERE, PANES, Action, actions_in
from rutbreaker.errors import BadConfig

_BY_ID = {action.id: action for action in ACTIONS}

KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "space": "Space",
    "enter": "Enter",
    "backspace": "Backspace",
    "escape": "Esc",
    "comma": ",",
    "full_stop": ".",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
"""How a person reads the keys that Textual names by a word."""


RESERVED = frozenset(
    {
        "tab",
        "shift+tab",
        "enter",
        "escape",
        "up",
        "down",
        "left",
        "right",
        "j",
        "k",
        "pageup",
        "pagedown",
        "home",
        "end",
    }
)
"""Keys that move, open or leave in every list and dialog, so that nothing else may have them."""


def key_of(action: Action, keys: Mapping[str, str]) -> str:
    """The key that an action has, as a person reads it: the first, where there are several."""
    return _name(first_key(action, keys))


def first_key(action: Action, keys: Mapping[str, str]) -> str:
    """The key that an action has, as Textual names it: the first, where there are several."""
    return _keys(action, keys)[0]


def all_keys_of(action: Action, keys: Mapping[str, str]) -> str:
    """All the keys that an action has, as a person reads them."""
    return " ".join(map(_name, _keys(action, keys)))


def keys_named(action: str, keys: Mapping[str, str]) -> frozenset[str]:
    """The keys of the action with an id, as Textual names them."""
    return frozenset(_keys(_BY_ID[action], keys))


def _name(key: str) -> str:
    return f"^{key.removeprefix('ctrl+')}" if key.startswith("ctrl+") else KEY_NAMES.get(key, key)


def check_keys(keys: Mapping[str, str]) -> None:
    """Check the keys that somebody chose: known actions, keys that exist, none used twice in one place.

    Raises:
        BadConfig: says which action or key, and what would be allowed.
    """
    for name, key in keys.items():
        _check_row(name, key)
    for where in PANES:
        taken: dict[str, str] = {}
        for action in actions_in(where):
            for key in _keys(action, keys):
                if key in taken:
                    raise BadConfig(f"[keys] {key} is used twice in {PANES[where]}: {taken[key]} and {action.id}.")
                taken[key] = action.id
    everywhere: dict[str, str] = {}
    for action in actions_in(ANYWHERE):
        for key in _keys(action, keys):
            if key in everywhere:
                raise BadConfig(f"[keys] {key} is used twice: {everywhere[key]} and {action.id}.")
            everywhere[key] = action.id
    _check_shadows(keys, everywhere)


def usable_keys(keys: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The chosen keys without those that can't be, and for each of these what is wrong with it.

    Of two that can't be together, the one that stands further down goes.
    """
    usable, problems = dict(keys), list[str]()
    for name, key in keys.items():
        try:
            _check_row(name, key)
        except BadConfig as mistake:
            problems.append(f"{mistake.message} It is left out.")
            del usable[name]
    while (clash := _mistake_in(usable)) is not None:
        left_out = next((name for name in reversed(usable) if _mistake_in(_without(name, usable)) is None), "")
        left_out = left_out or next(reversed(usable))
        del usable[left_out]
        problems.append(f"{clash} {left_out} keeps its usual key.")
    return usable, problems


def _without(name: str, keys: Mapping[str, str]) -> dict[str, str]:
    return {other: key for other, key in keys.items() if other != name}


def _mistake_in(keys: Mapping[str, str]) -> str | None:
    try:
        check_keys(keys)
    except BadConfig as mistake:
        return mistake.message
    return None


def _check_row(name: str, key: str) -> None:
    """Check a key by itself."""
    if name not in _BY_ID:
        raise BadConfig(f"[keys] {name}: there is no such action. {_meant(name)}")
    for part in map(str.strip, key.split(",")):
        if not _is_key(part):
            raise BadConfig(f'[keys] {name}: "{part}" is no key. Write "x", "X", "f2", "ctrl+x" or "slash".')
        if part in RESERVED and part not in _keys(_BY_ID[name], {}):
            raise BadConfig(f"[keys] {name}: {_name(part)} moves, opens or leaves everywhere; choose another key.")


def _check_shadows(keys: Mapping[str, str], everywhere: Mapping[str, str]) -> None:
    """Check that no chosen key hides what another one does in a pane; some of the usual ones do so on purpose."""
    for where in PANES:
        for action in actions_in(where):
            for key in _keys(action, keys):
                other = everywhere.get(key)
                if other is not None and (action.id in keys or other in keys):
                    raise BadConfig(
                        f"[keys] {key} is used twice: {action.id} in {PANES[where]} would hide {other} there."
                    )


def _meant(name: str) -> str:
    """Which actions a wrong name may mean; all of them when it is like none."""
    from difflib import get_close_matches

    near = get_close_matches(name, _BY_ID)
    return f"Perhaps {' or '.join(near)}?" if near else f"There are: {', '.join(_BY_ID)}."


def _keys(action: Action, keys: Mapping[str, str]) -> list[str]:
    return [key.strip() for key in keys.get(action.id, action.key).split(",")]


def _is_key(key: str) -> bool:
    bare = key
    for modifier in ("ctrl+", "alt+", "shift+"):
        bare = bare.removeprefix(modifier)
    function_key = bare.startswith("f") and bare[1:].isdigit() and 1 <= int(bare[1:]) <= 24
    named = bare in KEY_NAMES or bare in {"tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
    return (len(bare) == 1 and bare.isalnum()) or function_key or named
