"""What was not written here is whole, licensed, and brings no brand, no font and nothing from elsewhere."""

from __future__ import annotations

import hashlib
from pathlib import Path

import dedere.desk

FOLDER = Path(dedere.desk.__file__).parent / "static" / "desk" / "vendor" / "govuk-frontend"


def test_vendored_files_are_the_ones_whose_hashes_are_noted() -> None:
    noted = dict(reversed(line.split()) for line in (FOLDER / "SHA256SUMS").read_text().splitlines())
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in FOLDER.iterdir()
        if path.name != "SHA256SUMS"
    }
    assert found == noted


def test_the_vendored_sheet_names_no_font_of_the_brand_and_fetches_nothing() -> None:
    sheet = (FOLDER / "govuk-frontend.min.css").read_text(encoding="utf-8")
    for unwanted in ("GDS Transport", "@font-face", "url(", "@import"):
        assert unwanted not in sheet


def test_the_vendored_sheet_comes_with_its_licence() -> None:
    assert "MIT License" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")


def test_our_own_sheets_and_script_fetch_nothing_from_elsewhere() -> None:
    for path in FOLDER.parents[1].glob("*.*"):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http" not in text, path.name
