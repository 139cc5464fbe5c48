"""What all fields have in common that a person writes in."""


class Writing:
    """A field that holds a text: a line (``SafeInput``) or a sheet (``WritingArea``).

    It stands behind the widget class among the bases: Textual takes a widget's style from the first one.
    """

    @property
    def written(self) -> str:
        """What stands here; exactly what was given, when that was not changed."""
        raise NotImplementedError

    def give(self, text: str) -> None:
        """Put a text here."""
        raise NotImplementedError
