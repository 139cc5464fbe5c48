"""How soon what a key does is seen: drawn within milliseconds, once instead of twice, with no garbage collected before.

What is said of Textual here was measured with 8.2.8.
"""

import gc
import os

_FRAMES_A_SECOND = "240"
"""Textual draws at the beat of a clock, by default 60 a second. What changes just after a beat waits for the next, and
what changes while it draws for the one after that: up to 33 ms, in which nothing is done. Nothing here moves by itself,
so a faster beat draws no more than what has changed; it is only seen sooner.
"""

_THRESHOLDS = (5_000, 20, 1_000)
"""Objects made until the youngest are looked through, and how often that happens until older ones are too. All of them
are looked through once in so many times only: that takes as long as bringing up a pane, and came in the midst of it.
"""

_WORTH_IT = 2
"""How often older garbage was collected since all was: with less there is little to find."""


def quicken() -> None:
    """Set the pace, before anything of Textual's is imported that reads it; who chose a beat of their own keeps it."""
    # Collecting garbage while a thousand classes are made costs a tenth of the start; it goes on after the first paint.
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES_A_SECOND)
    _lay_out_once()


def collect_again() -> None:
    """Collect garbage from now on; what there is by now stays and needs no more looking at."""
    gc.set_threshold(*_THRESHOLDS)
    gc.enable()
    gc.freeze()


def collect_all() -> None:
    """Collect all garbage, if there may be enough of it; for moments in which nobody waits."""
    if gc.get_count()[2] >= _WORTH_IT:
        gc.collect()


def _lay_out_once() -> None:
    """Let a widget's new size, which is what came of a layout, ask for no other layout and no other frame.

    What is drawn for the first time was else laid out and sent twice. Widgets that scroll over lines of their own keep
    Textual's way: how high they are does follow from that size. Scroll bars that come or go ask by themselves.
    """
    from textual.geometry import Size
    from textual.reactive import Reactive
    from textual.scroll_view import ScrollView
    from textual.widget import Widget

    for widget, asks in ((Widget, False), (ScrollView, True)):
        size = Reactive(Size(0, 0), layout=asks, repaint=asks)
        size.__set_name__(widget, "virtual_size")
        widget.virtual_size = size
