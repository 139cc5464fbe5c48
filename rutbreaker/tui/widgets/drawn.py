"""Content that is drawn for the width it gets, so that nobody has to draw it anew when that is known or changes."""

from collections.abc import Callable

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Drawn(Visual):
    """What ``draw`` makes for a width in cells; Static and the options of an OptionList take it like any text.

    It is laid out once. What was drawn for a guessed width first, and again at the Resize, was laid out twice.
    """

    def __init__(self, draw: Callable[[int], Content]) -> None:
        self._draw = draw

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The content in a width."""
        return self._draw(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width that the content takes where there is this much."""
        return self._draw(container_width).get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines that the content takes in a width."""
        return self._draw(width).get_height(rules, width)
