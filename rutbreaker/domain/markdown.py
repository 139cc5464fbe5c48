"""A person's text within Markdown that leaves the program: theirs to format, but neither HTML nor a picture from afar.

Whatever shows such a page would otherwise run what was pasted into a note, or tell a stranger that it was looked at.
"""

import re

_HTML = re.compile(r"<(?=[A-Za-z/!?])")
_PICTURE = re.compile(r"!\[")


def harmless(text: str) -> str:
    """The text with no HTML and no picture in it; all else stays as typed, as does a ``<`` that begins neither."""
    # By a reference and not a backslash, which another one before it would take away again.
    return _PICTURE.sub(r"!\\[", _HTML.sub("&lt;", text))
