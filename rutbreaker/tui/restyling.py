"""Styling anew what a move of the focus can be seen on, and nothing else.

Textual (8.2.8) styles everything inside whatever takes or loses the focus, and everything inside the outermost box that
is styled by holding it: a pane's forty widgets for one border. Here the rules say who it is. What a child inherits must
not depend on the focus of its parent, therefore: ``tests/tui/test_restyling.py`` looks.
"""

from collections.abc import Iterable, Iterator, Sequence

from textual.css.model import RuleSet, Selector
from textual.dom import DOMNode
from textual.widget import Widget

_HAVING = frozenset({"focus", "blur"})
_HOLDING = frozenset({"focus-within"})
"""What rules call having the focus or not having it, and what they call holding it."""


def restyle_by_focus(widget: Widget) -> None:
    """Style one anew that took or lost the focus, if that shows on it, and what shows it inside."""
    _restyle([widget], _HAVING)


def restyle_around_focus(*moved: Widget | None) -> None:
    """Style anew, of what those that took or lost the focus stand in, whatever shows that, and what shows it inside."""
    nodes = (node for widget in moved if widget is not None for node in widget.ancestors_with_self)
    _restyle([node for node in dict.fromkeys(nodes) if isinstance(node, Widget)], _HOLDING)


def _restyle(widgets: Sequence[Widget], states: frozenset[str]) -> None:
    if not widgets:
        return
    sheet = widgets[0].app.stylesheet
    rules = [rule for rule in sheet.rules if not rule.pseudo_classes.isdisjoint(states)]
    themselves = frozenset(name for rule in rules for name in rule.selector_names)
    pairs, found = frozenset(_pairs(rules, states)), dict[DOMNode, None]()
    for widget in widgets:
        if not themselves.isdisjoint(_names_of(widget)):
            found[widget] = None
        inside = {last for around, last in pairs if around in widget._selector_names}
        if inside:
            found.update((node, None) for node in widget.walk_children() if not inside.isdisjoint(_names_of(node)))
    sheet.update_nodes(found)


def _pairs(rules: Iterable[RuleSet], states: frozenset[str]) -> Iterator[tuple[str, str]]:
    """From each rule about something inside what is in one of the states: what that is called, and what is inside."""
    for rule in rules:
        for *around, last in (chain.selectors for chain in rule.selector_set):
            for selector in around:
                if not selector.pseudo_classes.isdisjoint(states):
                    yield _name_of(selector), _name_of(last)


def _names_of(node: DOMNode) -> Iterator[str]:
    """By which names rules may mean a node, or a part that it draws by itself."""
    yield from node._selector_names
    yield from (f".{name}" for name in node._get_component_classes())


def _name_of(selector: Selector) -> str:
    """What a selector is about, as a style sheet would write it, without the states after it."""
    return selector.css.partition(":")[0]
