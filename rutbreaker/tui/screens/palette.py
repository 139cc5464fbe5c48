"""The command palette."""

from textual.app import ComposeResult
from textual.command import CommandInput, CommandPalette

from rutbreaker.domain.text import one_line

_HINT = "an action, a goal, a person, or words of a recent entry"


class PaletteInput(CommandInput):
    """The line of the palette, in which what is pasted is safe for the terminal."""

    def validate_value(self, value: str) -> str:
        """Make every control character a visible sign."""
        return one_line(value)


class Palette(CommandPalette):
    """Textual's palette, around a line that lets nothing through to the terminal."""

    def compose(self) -> ComposeResult:
        """Lay it out as Textual does, but for the line."""
        for part in super().compose():
            yield PaletteInput(placeholder=_HINT) if isinstance(part, CommandInput) else part
