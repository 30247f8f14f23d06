"""Command tests: one prepared registry for those that look, a small one for those that change."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.run import Shell
from cli.small import small_example

import cast


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A registry with the example in it."""
    shell = Shell(tmp_path_factory.mktemp("demonstration"), {"DEDERE_DEMO_PASSWORD": cast.PASSWORD})
    done = shell.run("demo", "--json")
    assert done.code == 0, done.error
    return shell


@pytest.fixture
def nowhere(tmp_path: Path) -> Shell:
    """A folder with no registry in it."""
    return Shell(tmp_path)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small example of invented persons."""
    return small_example(tmp_path_factory.mktemp("small") / "example")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, example: Path) -> Shell:
    """A registry that is up to date, in which tests file cases of their own."""
    shell = Shell(tmp_path_factory.mktemp("desk"))
    done = shell.run("demo", "--from", example, "--json", DEDERE_DEMO_PASSWORD=cast.PASSWORD)
    assert done.code == 0, done.error
    return shell
