"""Draws the pictures in the README from the sample data: ``python -m tests.pictures``.

The clock stands still, so that the same program always draws the same pictures.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from rutbreaker.clock import FixedClock
from rutbreaker.config import Settings
from rutbreaker.opening import open_context
from rutbreaker.paths import find_places
from rutbreaker.sample.opening import fill
from rutbreaker.tui.app import RutbreakerApp
from rutbreaker.tui.gateway import Gateway
from tests.manual import ROOT

AT = datetime(2026, 11, 23, 8, 55, tzinfo=timezone(timedelta(hours=1)))
SIZE = (120, 36)

PICTURES: dict[str, Sequence[str]] = {
    "today": ("1",),
    "check-in": ("1", "c", "3", "2", "4"),
    "goals": ("3",),
    "change": ("6",),
    "review": ("7",),
}
"""The pictures by name, with the keys that lead to what they show."""


async def draw(gateway: Gateway, clock: FixedClock, keys: Sequence[str], size: tuple[int, int] = SIZE) -> str:
    """The screen after these keys, as SVG."""
    app = RutbreakerApp(gateway, clock, Settings())
    async with app.run_test(size=size) as pilot:
        for key in ("", *keys):
            if key:
                await pilot.press(key)
            await pilot.pause()
            while not gateway.is_idle:
                await pilot.pause()
            await pilot.pause()
        return app.export_screenshot(title="rutbreaker")


async def draw_all(folder: str) -> None:
    """Draw every picture into a folder."""
    clock = FixedClock(AT)
    os.makedirs(folder, exist_ok=True)
    for name, keys in PICTURES.items():
        with tempfile.TemporaryDirectory() as home:
            os.environ["RUTBREAKER_HOME"] = home
            gateway = Gateway(lambda: open_context(find_places(), clock=clock, settings=Settings()))
            gateway.open()
            await gateway.run(fill)
            picture = await draw(gateway, clock, keys)
            gateway.close()
        with open(os.path.join(folder, f"{name}.svg"), "w", encoding="utf-8") as file:
            file.write(picture)


def main() -> int:
    """Draw every picture; 0."""
    asyncio.run(draw_all(str(ROOT / "docs" / "pictures")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
