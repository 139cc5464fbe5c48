"""Text that tries to be more than text."""

HOSTILE = "[/x][@click=app.quit]go[/] \x1b]0;title\x07 \x9b31m \u202egnp \udcff end"
"""Markup that crashes, markup that clicks, escape sequences, a direction override, a lone surrogate."""

SHOWN = "[/x][@click=app.quit]go[/] ␛]0;title␇ \ufffd31m \ufffdgnp \ufffd end"
"""What a person reads instead."""

WIDE = "面白い本📚" * 30
"""Two cells a character."""
