"""The project stands alone: pure rooms need nothing, lock files name no address, pins agree."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASSESS = """
import sys
assert not any("site-packages" in place for place in sys.path), sys.path
from pathlib import Path
from dedere.law.assess import assess
from dedere.law.library import library
from dedere.law.readcase import read_case
import dedere.docket.acts, dedere.docket.handover, dedere.docket.text, dedere.docket.clock
for path in sorted(Path("tests/cases").glob("*.toml"))[:5]:
    print(assess(read_case(path), library()).case)
"""


def pins(name: str) -> dict[str, str]:
    return dict(
        re.findall(r"^([a-z0-9._-]+(?:\[[a-z,]+\])?)==(\S+)", (ROOT / name).read_text(), re.MULTILINE)
    )


def test_the_pure_rooms_assess_a_case_with_no_third_party_package() -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r})\n{ASSESS}",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert len(run.stdout.splitlines()) == 5


def test_the_larger_locks_hold_every_pin_of_the_smaller() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()
    assert pins("requirements-dev.lock").items() <= pins("requirements-bench.lock").items()


def test_lock_files_pin_names_and_hashes_only() -> None:
    for path in ROOT.glob("requirements*.lock"):
        assert "://" not in path.read_text(), path.name


def test_no_test_reaches_outside_the_project() -> None:
    outside = re.compile(rf"\.\./shared|{re.escape(str(ROOT.parent))}/")
    here = Path(__file__)
    found = [
        str(path.relative_to(ROOT))
        for folder in ("src", "tests", "docs", "benchmarks", "examples", "bin")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path != here and path.suffix in {".py", ".toml", ".md", ".html", ".csv", ""}
        if outside.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []
