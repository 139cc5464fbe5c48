"""The rules that no tool knows: who may say what, how long things may be, and what never stands in this code."""

import ast
import re

import pytest

from tests.architecture.source import ROOT, Function, Module, imports, modules, strings

_SQL = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA\s|BEGIN\s+IMMEDIATE"
    r"|CREATE\s+(TABLE|INDEX|VIEW|TRIGGER))\b",
    re.DOTALL,
)
_NETWORK = {
    "socket", "ssl", "http", "urllib", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "imaplib", "poplib",
    "xmlrpc", "socketserver", "websockets", "webbrowser",
}  # fmt: skip
_CLOCK_READS = {
    ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"),
    ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"), ("time", "ctime"),
}  # fmt: skip
_TESTS = sorted((ROOT / "tests").rglob("*.py"))
_MAY_CATCH_ALL = {"cli/main.py": "the one place where every end of the program becomes an exit code"}


def _none(found: list[str]) -> None:
    assert not found, "\n".join(found)


def test_only_the_store_says_sql() -> None:
    _none([m.at(node) for m in modules() if m.room != "store" for node, text in strings(m) if _SQL.search(text)])


@pytest.mark.parametrize(
    ("library", "room"), [("sqlite3", "store"), ("sqlite_utils", "store"), ("textual", "tui"), ("rich", "tui")]
)
def test_a_library_stays_in_its_room(library: str, room: str) -> None:
    found = [(m, node) for m in modules() for node, name in imports(m) if name.split(".")[0] == library]
    _none([m.at(node) for m, node in found if m.room != room])
    assert found or library == "rich"


def test_nothing_here_can_reach_the_network() -> None:
    _none([m.at(node) for m in modules() for node, name in imports(m) if name.split(".")[0] in _NETWORK])


def test_only_the_clock_reads_the_time() -> None:
    def reads(module: Module) -> list[str]:
        return [
            module.at(node)
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and (node.value.id, node.attr) in _CLOCK_READS
        ]

    _none([place for m in modules() if m.name != "clock.py" for place in reads(m)])
    assert any(reads(m) for m in modules() if m.name == "clock.py")


def test_nobody_catches_everything_and_goes_on() -> None:
    def swallows(handler: ast.ExceptHandler) -> bool:
        caught = ast.unparse(handler.type) if handler.type else "everything"
        goes_up = isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None
        return bool(re.search(r"everything|\b(Base)?Exception\b", caught)) and not goes_up

    handlers = [(m, node) for m in modules() for node in ast.walk(m.tree) if isinstance(node, ast.ExceptHandler)]
    found = {m.name: m.at(handler) for m, handler in handlers if swallows(handler)}
    _none([place for name, place in found.items() if name not in _MAY_CATCH_ALL])


def test_no_module_is_longer_than_300_lines() -> None:
    _none([f"{m.name}: {lines}" for m in modules() if (lines := m.text.count("\n")) > 300])


def test_no_class_has_more_than_20_methods() -> None:
    classes = [(m, node) for m in modules() for node in ast.walk(m.tree) if isinstance(node, ast.ClassDef)]
    counts = [(m.at(node), sum(isinstance(part, Function) for part in node.body)) for m, node in classes]
    _none([f"{place}: {count}" for place, count in counts if count > 20])


def test_no_function_is_longer_than_40_lines() -> None:
    functions = [(m, node) for m in modules() for node in ast.walk(m.tree) if isinstance(node, Function)]
    lengths = [(m.at(node), (node.end_lineno or node.lineno) - node.lineno + 1) for m, node in functions]
    _none([f"{place}: {length}" for place, length in lengths if length > 40])


def test_every_public_name_says_what_it_means() -> None:
    def silent(module: Module) -> list[str]:
        outer: list[ast.Module | ast.ClassDef] = [module.tree]
        outer += [node for node in module.tree.body if isinstance(node, ast.ClassDef)]
        named = [node for part in outer for node in part.body if isinstance(node, ast.ClassDef | Function)]
        public = [node for node in named if not node.name.startswith("_")]
        return [module.at(node) for node in [module.tree, *public] if not ast.get_docstring(node)]

    _none([place for m in modules() for place in silent(m)])


def test_nothing_is_left_to_do() -> None:
    _none([m.name for m in modules() if re.search(r"\b(TODO|FIXME|XXX)\b", m.text)])


def test_styles_are_set_in_the_sheet_and_not_in_python() -> None:
    found = [(m, match) for m in modules() for match in re.finditer(r"\.styles\.\w+\s*=[^=]", m.text)]
    _none([f"{m.name}: {match.group()}" for m, match in found])


def test_panes_and_widgets_do_not_reach_for_the_app() -> None:
    reaching = re.compile(r"\bself\.app\b")
    rooms = ("tui/panes/", "tui/widgets/")
    _none([m.name for m in modules() if m.name.startswith(rooms) and reaching.search(m.text)])


def test_watchers_are_called_by_their_reactives_alone() -> None:
    called = re.compile(r"(?<!super\(\))\.watch_\w+\(")
    _none([f"{m.name}: {call.group()}" for m in modules() for call in called.finditer(m.text)])


def test_only_the_store_uses_the_connection() -> None:
    used = re.compile(r"connection\.(rows?|run|raw)\b")
    _none([f"{m.name}: {use.group()}" for m in modules() if m.room != "store" for use in used.finditer(m.text)])


_SLEEPS = re.compile(r"\bpause\(\s*[0-9.]+\s*\)|\btime\.sleep\(|asyncio\.sleep\(\s*[0-9.]*[1-9]")
_PROVES = re.compile(r"\bassert\b|\braises\(|check=True|asyncio\.timeout\(|run_state_machine_as_test\(")


def test_no_test_sleeps() -> None:
    _none([path.name for path in _TESTS if _SLEEPS.search(path.read_text(encoding="utf-8"))])


def test_every_test_can_fail() -> None:
    idle = []
    for path in _TESTS:
        functions = [
            node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, Function)
        ]
        bodies = {node.name: ast.unparse(node) for node in functions}
        proving = {name for name, body in bodies.items() if _PROVES.search(body)} | {"check_keys"}
        for name in bodies.keys() - proving:
            called = set(re.findall(r"(\w+)\(", bodies[name])) - {name}
            if name.startswith("test_") and not called & proving:
                idle.append(f"{path.name}: {name}")
    _none(idle)


def test_the_top_level_holds_what_it_should_and_nothing_else() -> None:
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert there - {"build", "dist"} == {
        "CHANGELOG.md", "LICENSE", "README.md", "docs", "pyproject.toml", "rutbreaker", "styles.tcss", "tests",
    }  # fmt: skip
