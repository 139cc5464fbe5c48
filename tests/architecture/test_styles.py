"""The one style sheet: theme variables only, and no rule for anything that isn't there."""

import ast
import re

from tests.architecture.source import ROOT, modules, strings

_MADE_BY_TEXTUAL = {"Toast", "Screen", "ModalScreen"}
"""Types that the dashboard shows without naming them: ``notify`` makes a toast."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl)a?\(")


def _blocks() -> list[tuple[str, str]]:
    """The selector and the declarations of each rule."""
    sheet = re.sub(r"/\*.*?\*/", "", (ROOT / "styles.tcss").read_text(encoding="utf-8"), flags=re.DOTALL)
    return [(head.strip(), body) for head, body in re.findall(r"([^{};]+)\{([^{}]*)\}", sheet)]


def _dashboard_words() -> tuple[set[str], list[re.Pattern[str]]]:
    """The words of all texts of the dashboard, and patterns for those that are put together."""
    words, patterns = set(), []
    for module in modules():
        if module.room != "tui":
            continue
        for _, text in strings(module):
            words.update(re.findall(r"-?[A-Za-z][\w-]*", text))
            words.update(text.split())
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+" for part in node.values
                ]
                if any(isinstance(part, ast.Constant) and re.search(r"\w", str(part.value)) for part in node.values):
                    patterns.append(re.compile("".join(parts)))
    return words, patterns


def _names() -> set[str]:
    trees = [module.tree for module in modules() if module.room == "tui"]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return {node.id for node in nodes if isinstance(node, ast.Name)} | {
        node.name for node in nodes if isinstance(node, ast.ClassDef)
    }


def test_the_sheet_is_read() -> None:
    assert len(_blocks()) > 10
    assert ("Screen", " background: $background; color: $foreground; ") in _blocks()


def test_colours_are_the_themes() -> None:
    assert [body for _, body in _blocks() if _COLOUR.search(body)] == []
    for module in modules():
        if module.room == "tui" and module.name != "tui/theme.py":
            sheets = [text for _, text in strings(module) if re.search(r"\{[^}]*:[^}]*;[^}]*\}", text)]
            assert [text for text in sheets if _COLOUR.search(re.sub(r"[^{}]*\{", "{", text))] == [], module.name


def test_every_rule_is_for_something_that_is_there() -> None:
    words, patterns = _dashboard_words()
    names = _names() | _MADE_BY_TEXTUAL
    dead = []
    for selector, _ in _blocks():
        plain = re.sub(r":[\w-]+(\([^)]*\))?", "", selector)
        marked, typed = re.findall(r"[#.](-?[A-Za-z][\w-]*)", plain), re.findall(r"(?<![#.\w-])([A-Z]\w*)", plain)
        unknown = [word for word in marked if not (word in words or any(made.fullmatch(word) for made in patterns))]
        dead += [f"{selector}: {word}" for word in [*unknown, *(word for word in typed if word not in names)]]
    assert dead == []


def test_the_sheet_stays_small() -> None:
    assert len(_blocks()) <= 100


def test_a_widget_brings_at_most_ten_lines_of_style() -> None:
    long = []
    for module in modules():
        for node in ast.walk(module.tree):
            is_style = isinstance(node, ast.Assign | ast.AnnAssign) and "DEFAULT_CSS" in ast.unparse(node).split("=")[0]
            if is_style and isinstance(node.value, ast.Constant):  # type: ignore[attr-defined]
                lines = [line for line in str(node.value.value).splitlines() if line.strip()]  # type: ignore[attr-defined]
                if len(lines) > 10:
                    long.append(f"{module.at(node)}: {len(lines)}")
    assert long == []
