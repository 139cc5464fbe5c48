"""The notice that days have fallen below their usual level, on Today, in Review and in the shell."""

import pytest

from rutbreaker.cli.main import main
from rutbreaker.context import Context
from rutbreaker.journal.slump import noticed_slumps, standing_slump
from tests.journal.test_slump import _live
from tests.tui.conftest import Drive


def _fallen(context: Context) -> None:
    _live(context)


def _usual(context: Context) -> None:
    _live(context, low=0)


async def test_today_says_what_since_when_how_big_and_how_often_that_is_wrong(drive: Drive) -> None:
    async with drive(seed=_fallen) as driver:
        words = " ".join(driver.text.split())
        assert "Clear dip" in words
        assert "Since around 9 Nov your days are below your usual" in words
        assert "wrong about once in" in words
        assert "x answers it" in words


async def test_usual_days_bring_no_notice_and_the_key_says_so(drive: Drive) -> None:
    async with drive(seed=_usual) as driver:
        assert "dip" not in driver.text
        await driver.press("x")
        assert "no notice to answer" in driver.text


async def test_it_is_dismissed_with_a_reason_and_comes_back_by_undo(drive: Drive) -> None:
    async with drive(seed=_fallen) as driver:
        await driver.press("x")
        await driver.type("the move")
        await driver.press("tab", "right", "enter")
        (slump,) = await driver.ask(noticed_slumps)
        assert slump.dismissal is not None
        assert (slump.dismissal.because, slump.dismissal.known) == ("the move", True)
        assert "Clear dip" not in driver.text
        await driver.press("u")
        assert await driver.ask(standing_slump) is not None
        assert "Clear dip" in driver.text


async def test_escape_lets_it_stand(drive: Drive) -> None:
    async with drive(seed=_fallen) as driver:
        await driver.press("x", "escape")
        assert await driver.ask(standing_slump) is not None


async def test_the_chart_in_review_marks_it(drive: Drive) -> None:
    async with drive(seed=_fallen, pane="review", size=(120, 50)) as driver:
        assert "▲ clear dip" in driver.text


def test_the_shell_says_it_too(context: Context, capsys: pytest.CaptureFixture[str]) -> None:
    _live(context)
    assert main(["today"], clock=context.clock) == 0
    assert "Clear dip. Since around 9 Nov" in capsys.readouterr().out
