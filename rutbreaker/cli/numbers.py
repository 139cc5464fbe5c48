"""How the shell says numbers."""


def periods(count: int, unit: str) -> str:
    """A number of days, weeks or months: "12 days", "1 week"."""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def percent(strength: float) -> str:
    """A strength from 0 to 1 in hundredths: "84 %"."""
    return f"{strength * 100:.0f} %"
