"""Every kind of tie, basis, rating and reason has words, and no words lack one."""

from __future__ import annotations

from pathlib import Path

from dedere.links.counting import NOT_LISTED, OF_CRIME, WITH_JOINT_OFFENCE
from dedere.links.kinds import INFORMATION_RATINGS, KINDS, SOURCE_RATINGS, WORDS, Basis, Nature, rated
from dedere.links.network import WITHOUT
from dedere.links.projection import PROJECTED, TWO_MODE
from dedere.links.slices import BETWEEN
from dedere.words.wording import codes


def said(group: str) -> set[str]:
    return {key.partition(".")[2] for key in codes().keys() if key.startswith(f"{group}.")}  # noqa: SIM118


def test_every_kind_and_its_nature_have_words() -> None:
    assert said("tie") == set(KINDS)
    assert said("tie-nature") == {nature.value for nature in Nature}


def test_every_basis_and_rating_has_words() -> None:
    assert said("tie-basis") == {basis.value for basis in Basis}
    assert said("source-rating") == set(SOURCE_RATINGS)
    assert said("information-rating") == set(INFORMATION_RATINGS)


def test_every_reason_to_leave_a_tie_out_has_words() -> None:
    whole = {Nature.LAWFUL, Nature.RIVALRY, Nature.SUCCESSION, Nature.DESIGNATION, *WITH_JOINT_OFFENCE}
    assert said("tie-left-out") == {nature.value for nature in whole} | {NOT_LISTED}


def test_a_rating_is_a_letter_for_the_source_and_a_figure_for_the_information() -> None:
    assert rated("A1")
    assert not any(rated(text) for text in ("", "A", "1A", "G1", "A7", "a1", "A10"))


def test_a_word_means_one_kind() -> None:
    assert len(WORDS) == sum(1 + len(kind.also) for kind in KINDS.values())


def test_every_step_by_which_a_network_is_made_has_words() -> None:
    assert said("network-made") == {OF_CRIME, BETWEEN, TWO_MODE, PROJECTED, WITHOUT}


def test_the_page_of_forms_lists_every_kind_with_its_nature() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "networks.md").read_text(encoding="utf-8")
    rows = {line.split(" | ")[0].strip("| "): line for line in page.splitlines() if line.startswith("| ")}
    assert [code for code, kind in KINDS.items() if f"`{code}`" not in rows[kind.nature.value]] == []
