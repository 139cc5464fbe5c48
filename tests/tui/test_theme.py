"""Can every word be read, by day and by night?"""

import pytest
from textual.color import Color
from textual.theme import Theme

from rutbreaker.config import THEMES as KNOWN
from rutbreaker.config import Settings
from rutbreaker.tui.theme import DARK, LIGHT, THEMES
from tests.tui.conftest import Drive

READABLE = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text to its ground (level AA)."""

SEEN = 3.0
"""WCAG 2.2, 1.4.11: the least contrast of what isn't text."""

WORDS = ("foreground", "text-muted", "primary", "secondary", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface", "panel")


def luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(theme: Theme, word: str, ground: str) -> float:
    colors = theme.to_color_system().generate()
    below = Color.parse(colors[ground])
    if colors[word].startswith("auto "):  # "auto 87%": black or white, so much of it
        above = below.get_contrast_text(float(colors[word][5:-1]) / 100)
    else:
        above = Color.parse(colors[word])
    lighter, darker = sorted((luminance(below + above), luminance(below)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    black_on_white = Theme(name="plain", primary="#767676", background="#ffffff", foreground="#000000", dark=False)
    assert contrast(black_on_white, "foreground", "background") == pytest.approx(21)
    assert contrast(black_on_white, "primary", "background") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", ["text", *WORDS])
def test_words_are_readable_on_every_ground(theme: Theme, word: str, ground: str) -> None:
    assert contrast(theme, word, ground) >= READABLE


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    ("word", "ground"),
    [
        ("block-cursor-foreground", "block-cursor-background"),
        ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
        ("foreground", "block-hover-background"),
        ("footer-key-foreground", "footer-background"),
        ("footer-description-foreground", "footer-background"),
        ("button-color-foreground", "primary"),
        ("button-color-foreground", "success"),
        ("button-color-foreground", "warning"),
        ("button-color-foreground", "error"),
    ],
)
def test_cursor_footer_and_buttons_are_readable(theme: Theme, word: str, ground: str) -> None:
    assert contrast(theme, word, ground) >= READABLE


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("sign", ["border", "text-disabled", "scrollbar-active"])
def test_signs_can_be_seen(theme: Theme, sign: str) -> None:
    assert contrast(theme, sign, "surface") >= SEEN


def test_one_is_dark_and_one_is_light() -> None:
    assert (DARK.dark, LIGHT.dark) == (True, False)
    assert len({theme.name for theme in THEMES}) == 2


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_the_dashboard_begins_in_its_own_colours(drive: Drive, theme: Theme) -> None:
    async with drive(settings=Settings(theme=theme.name)) as driver:
        assert driver.app.screen.styles.background == Color.parse(theme.background or "")
        assert driver.app.has_class("-dark-mode") == theme.dark
        assert driver.app.has_class("-light-mode") != theme.dark


async def test_the_settings_know_every_theme_that_there_is(drive: Drive) -> None:
    async with drive() as driver:
        assert set(KNOWN) == set(driver.app.available_themes)
