"""The dashboard in a real terminal, beside bare Textual apps."""

from tests.bench import keys, start, watching

PARTS = (*start.PARTS, *keys.PARTS, *watching.PARTS)
"""What is measured here."""
