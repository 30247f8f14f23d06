"""What compiles the functions of this room."""

from __future__ import annotations

from pathlib import Path

from dedere.compiling import compiler

compiled = compiler(Path(__file__).parent.parent)
