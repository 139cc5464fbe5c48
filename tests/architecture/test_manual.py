"""The made parts of the manual are what the program makes of them now."""

from tests.manual import pages, rewritten


def test_the_key_tables_are_up_to_date() -> None:
    assert {path.name for path in pages()} >= {"README.md", "keys.md"}
    for path in pages():
        page = path.read_text(encoding="utf-8")
        assert rewritten(page) == page, f"{path.name} is out of date: python -m tests.manual"
