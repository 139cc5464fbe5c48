"""What a person would read on the screen."""

from typing import Any

from textual.app import App
from textual.geometry import Region

from rutbreaker.tui.hiding import Hiding


def screen_lines(app: App[Any]) -> list[str]:
    """The lines of the screen on top, or of what hides it, without the spaces at their ends."""
    if isinstance(app, Hiding) and app.is_hidden:
        return [line.rstrip() for line in app.cover()]
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def screen_text(app: App[Any]) -> str:
    """The whole screen as one text."""
    return "\n".join(screen_lines(app))


def region_text(app: App[Any], region: Region) -> str:
    """The part of the screen that a widget covers: ``region_text(app, widget.region)``."""
    strips = app.screen._compositor.render_strips()
    lines = (strip.crop(region.x, region.right).text.rstrip() for strip in strips[region.y : region.bottom])
    return "\n".join(lines)
