"""Numbers as a few characters: pure functions, no widget."""

from collections.abc import Sequence

STEPS = "▁▂▃▄▅▆▇█"
GAP = "·"
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def spark(values: Sequence[float | None], low: float, high: float) -> str:
    """One character per value, its height between ``low`` and ``high``; values outside are drawn at the edge.

    None is a gap, drawn as a dot. With ``low`` and ``high`` equal every value stands in the middle.
    """
    return "".join(GAP if value is None else STEPS[_step(value, low, high)] for value in values)


def bar(fraction: float, width: int, empty: str = " ") -> str:
    """A horizontal bar of exactly ``width`` cells, filled to ``fraction`` (0 to 1) in eighths of a cell.

    ``empty`` is the character of the cells not reached. Anything more than nothing shows at least an eighth.
    """
    width = max(width, 0)
    share = min(max(fraction, 0.0), 1.0)
    eighths = min(max(round(share * width * 8), 1 if share else 0), width * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(width, empty)


def _step(value: float, low: float, high: float) -> int:
    if high <= low:
        return len(STEPS) // 2 - 1
    share = min(max((value - low) / (high - low), 0.0), 1.0)
    return round(share * (len(STEPS) - 1))
