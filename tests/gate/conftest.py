"""Two States that trust each other, each with a database of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

import twostates
from twostates import Installation


@pytest.fixture
def states(
    empty: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[Installation, Installation]]:
    """Mexico's and the United States' installations."""
    with django_db_blocker.unblock():
        yield twostates.pair(tmp_path, empty)
