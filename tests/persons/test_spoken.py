"""Every step that the matcher may tell, and all that may have been known, has words in both languages."""

import pytest

from dedere.persons.model.codes import SLOT_NAMES, STEPS
from dedere.persons.spoken import TOGETHER, how, what
from dedere.words.wording import codes

STRATA = [
    f"{date}-{count}-surnames" for date in ("no-date", "year", "month", "full-date") for count in range(3)
]


def test_every_step_has_words_for_what_was_compared_and_for_how_it_came_out():
    said = codes().keys()
    assert [slot for slot in (*SLOT_NAMES, "prior", "rivals") if f"evidence.{slot}" not in said] == []
    steps = {step for slot, steps in zip(SLOT_NAMES, STEPS, strict=True) for step in steps[1:]}
    plain = {step for step in (*steps, "own-names") if not step.endswith("-known")}
    assert [step for step in sorted(plain) if f"agreement.{step}" not in said] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_pattern_of_the_whole_is_told_in_words(language):
    for step in STEPS[SLOT_NAMES.index(TOGETHER)][1:]:
        told = how(f"{TOGETHER}.{step}", language)
        assert told.count(", ") >= 2
        assert "-surnames" not in told


def test_what_was_known_on_both_sides_has_words():
    said = codes().keys()
    assert [each for each in STRATA if f"stratum.{each}" not in said] == []


def test_a_step_is_told_in_the_language_asked_for():
    step = "paternal-surname.sounds-alike-moved"
    assert (what(step, "en"), how(step, "en")) == ("First surname", "sounds alike, in another place")
    assert (what(step, "es"), how(step, "es")) == ("Primer apellido", "suena igual, en otro lugar")
    assert (what("prior", "es"), how("prior", "es")) == ("Antes de comparar", "")
