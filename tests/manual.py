"""Writes the parts of the manual that are made from the program: ``python -m tests.manual``.

Between ``<!-- keys -->`` and ``<!-- end -->`` in README.md and docs/ stand tables made from ACTIONS, between
``<!-- settings -->`` and ``<!-- end -->`` those made from SETTINGS; docs/rut.1 is what ``rut man`` prints. A test fails
when they are out of date.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rutbreaker.actions import ANYWHERE, PANES, PURPOSES, Action, actions_in
from rutbreaker.cli.man import page
from rutbreaker.config import SETTINGS, shown
from rutbreaker.keys import all_keys_of

ROOT = Path(__file__).resolve().parent.parent

MAN = ROOT / "docs" / "rut.1"
"""The page for man."""

_PART = re.compile(r"(<!-- (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def parts() -> dict[str, str]:
    """The parts by their names, in Markdown."""
    of_panes = {f"keys-{pane}": _table(actions_in(pane)) for pane in PANES}
    return {"keys": daily_keys(), "all-keys": all_keys(), "settings": all_settings(), **of_panes}


def daily_keys() -> str:
    """The keys that work in every pane, in one table."""
    return _table(action for action in actions_in(ANYWHERE) if not action.id.startswith("show-"))


def all_keys() -> str:
    """The keys of every pane, each under what the pane is for."""
    sections = [f"## Everywhere\n\n{_table(actions_in(ANYWHERE))}"]
    sections += [f"## {name}\n\n{PURPOSES[pane]}\n\n{_table(actions_in(pane))}" for pane, name in PANES.items()]
    return "\n".join(sections)


def all_settings() -> str:
    """Every setting, with what it is, which values can be, and the usual one."""
    rows = [f"| `{each.key}` | {each.meaning} | {each.allowed} | `{shown(each.usual)}` |" for each in SETTINGS]
    return "\n".join(["| setting | is | must be | usual |", "| --- | --- | --- | --- |", *rows, ""])


def rewritten(text: str) -> str:
    """A page with its made parts made anew."""
    made = parts()
    return _PART.sub(lambda found: f"{found.group(1)}{made[found.group('name')]}{found.group(3)}", text)


def pages() -> Sequence[Path]:
    """The pages that have made parts."""
    written = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    return [path for path in written if _PART.search(path.read_text(encoding="utf-8"))]


def _table(actions: Iterable[Action]) -> str:
    rows = [f"| {_keys(action)} | {action.help} | `{action.id}` |" for action in actions]
    return "\n".join(["| key | does | name in the configuration |", "| --- | --- | --- |", *rows, ""])


def _keys(action: Action) -> str:
    return " ".join(f"`{key}`" for key in all_keys_of(action, {}).split())


def main() -> int:
    """Write every page anew; 0."""
    for path in pages():
        path.write_text(rewritten(path.read_text(encoding="utf-8")), encoding="utf-8")
    MAN.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
