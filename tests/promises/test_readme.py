"""What README shows is what happens."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1]


def test_the_case_in_twenty_lines_prints_what_is_shown() -> None:
    code = block("python")
    assert len([line for line in code.splitlines() if line.strip()]) <= 20
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102  (the page's own example)
    printed = [line.rstrip() for line in out.getvalue().splitlines()]
    assert [line for line in block("text").splitlines() if line not in printed] == []


def test_the_two_commands_exist_and_explain_themselves() -> None:
    for command in re.findall(r"^(\./\w+)", block("sh"), re.MULTILINE):
        path = ROOT / command
        assert path.stat().st_mode & 0o111
        subprocess.run(["bash", "-n", str(path)], check=True)
    told = subprocess.run([str(ROOT / "desk"), "--help"], capture_output=True, text=True, check=True).stdout
    for option in ("--no-serve", "--json", "--port", "--fresh"):
        assert option in told


def test_a_command_the_desk_does_not_know_is_refused_with_the_usage() -> None:
    run = subprocess.run([str(ROOT / "desk"), "--frsh"], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "does not know --frsh" in run.stderr


def test_a_port_that_is_no_port_is_refused() -> None:
    run = subprocess.run([str(ROOT / "desk"), "--port", "many"], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "--port needs a number" in run.stderr
