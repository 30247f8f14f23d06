"""The house keeps its shape: short modules, short functions, names with an edge."""

from __future__ import annotations

import ast
import re
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "dedere"
MODULES = sorted(
    path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts and path.name != "__init__.py"
)
TEMPLATES = sorted(path for path in (SOURCE / "desk").rglob("*.html"))
VAGUE = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "services",
    "service",
    "managers",
    "base",
    "misc",
    "core",
}


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions() -> list[tuple[str, int]]:
    """Every function with the length of its body, its docstring not counted."""
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                said = node.body[0] if ast.get_docstring(node) else None
                docstring = (said.end_lineno or 0) - said.lineno + 1 if said else 0
                length = (node.end_lineno or node.lineno) - node.lineno - docstring
                found.append((f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", length))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_has_at_most_300_lines_and_says_what_it_is(path: Path) -> None:
    assert lines(path) <= 300
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said, "the first line of a module is one sentence"


def test_the_median_module_has_at_most_90_lines() -> None:
    assert statistics.median(lines(path) for path in MODULES) <= 90


def test_no_function_passes_50_lines() -> None:
    assert [where for where, length in functions() if length > 50] == []


def test_the_median_function_has_at_most_8_lines() -> None:
    assert statistics.median(length for _, length in functions()) <= 8


def test_no_template_passes_130_lines() -> None:
    assert [str(path.relative_to(SOURCE)) for path in TEMPLATES if lines(path) > 130] == []


def test_no_file_has_a_name_without_an_edge() -> None:
    assert [str(path) for path in MODULES if path.stem in VAGUE] == []


def test_every_template_is_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*MODULES, *TEMPLATES])
    # allauth, axes and Django look these up by name.
    by_name = (
        "account/",
        "mfa/",
        "allauth/",
        "usersessions/",
        "403.html",
        "404.html",
        "500.html",
        "400.html",
    )
    names = [str(path.relative_to(SOURCE / "desk")) for path in TEMPLATES]
    assert [name for name in names if name not in text and not any(mark in name for mark in by_name)] == []


# The sheet itself, tables whose cells are already made harmless, and polars' frames.
_WRITES_TABLES = {
    "files/sheets.py",
    "desk/exports/tables.py",
    "links/writing/tables.py",
    "persons/batch/proposals.py",
}
_CSV = re.compile(r"csv\.(writer|DictWriter)\(|\.write_csv\(|\.write_excel\(")


def test_no_table_is_written_but_by_what_makes_formulas_harmless() -> None:
    found = {path for path in MODULES if _CSV.search(path.read_text(encoding="utf-8"))}
    assert {path.relative_to(SOURCE).as_posix() for path in found} == _WRITES_TABLES
    for name in ("links/writing/tables.py", "persons/batch/proposals.py"):
        text = (SOURCE / name).read_text(encoding="utf-8")
        assert text.count(".write_csv(") == len(re.findall(r"harmless_frame\(.*\)\.write_csv\(", text))
