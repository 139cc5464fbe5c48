"""The manual holds together: made parts are what the program makes of them now, and every page can be reached."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rutbreaker.actions import PANES, actions_in
from tests.architecture.source import ROOT
from tests.manual import pages, rewritten

_DOCS = ROOT / "docs"
_WRITTEN = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(_DOCS.rglob("*.md"))]
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _links(page: Path) -> Iterator[tuple[Path, str]]:
    """The files that a page links to, and the heading meant in them, if any; links to elsewhere are left out."""
    for link in _LINK.findall(_text(page)):
        if not re.match(r"[a-z]+:", link):
            path, _, heading = link.partition("#")
            yield (page.parent / path).resolve() if path else page, heading


def _anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    headings = re.findall(r"^#+ (.+)$", _text(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_made_tables_are_up_to_date() -> None:
    assert {path.name for path in pages()} >= {"README.md", "keys.md", "settings.md", *(f"{pane}.md" for pane in PANES)}
    for path in pages():
        page = _text(path)
        assert rewritten(page) == page, f"{path.name} is out of date: python -m tests.manual"


@pytest.mark.parametrize("page", _WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for target, heading in _links(page):
        assert target.is_file(), f"{page.name}: {target}"
        assert target.is_relative_to(ROOT)
        assert not heading or heading in _anchors(target), f"{page.name}: {target.name}#{heading}"


def test_every_page_is_in_the_index_and_the_index_in_the_readme() -> None:
    index = _DOCS / "README.md"
    linked = {target for target, _ in _links(index)}
    there = {path for path in _DOCS.rglob("*") if path.suffix in (".md", ".1")} - {index}
    assert there - linked == set()
    assert index in {target for target, _ in _links(ROOT / "README.md")}


def test_every_pane_has_its_page_and_nothing_else_has_one() -> None:
    assert sorted(path.stem for path in (_DOCS / "panes").iterdir()) == sorted(PANES)


@pytest.mark.parametrize("pane", PANES)
def test_a_page_of_a_pane_says_what_it_is_for_how_it_is_used_its_keys_and_its_dialogs(pane: str) -> None:
    page = _text(_DOCS / "panes" / f"{pane}.md")
    number = list(PANES).index(pane) + 1
    assert page.startswith(f"# {PANES[pane]}\n\nPane `{number}`. ")
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == ["What stands here", "A day with it", "Keys", "Dialogs"]
    made = re.search(rf"<!-- keys-{pane} -->\n(.*?)<!-- end -->", page, re.DOTALL)
    assert made is not None
    assert re.findall(r"`([\w-]+)` \|$", made[1], re.MULTILINE) == [action.id for action in actions_in(pane)]
