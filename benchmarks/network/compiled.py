"""What compiles the published methods."""

from __future__ import annotations

from pathlib import Path

from dedere.compiling import compiler

compiled = compiler(Path(__file__).parent)
