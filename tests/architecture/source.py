"""The package's own source, as the tests of its architecture read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "rutbreaker"

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """One file: its path below the package (``store/rows.py``), its room (``store``), its text and its tree."""

    name: str
    room: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        """Where something stands, to be clicked on."""
        return f"rutbreaker/{self.name}:{getattr(node, 'lineno', 1)}"


@cache
def modules() -> tuple[Module, ...]:
    """Every file of the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        below, text = path.relative_to(PACKAGE), path.read_text(encoding="utf-8")
        room = below.parts[0] if len(below.parts) > 1 else below.stem
        found.append(Module(below.as_posix(), room, text, ast.parse(text)))
    return tuple(found)


def imports(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Every module that a file imports, at its top or later, by its full name."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or ""
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def strings(module: Module) -> Iterator[tuple[ast.Constant, str]]:
    """Every text in a file that isn't a docstring."""
    bare = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node, node.value
