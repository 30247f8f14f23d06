"""Profiles of recording: named, at random, and refused where they name what there is not."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from dedere.persons import synthetic
from dedere.persons.synthetic.recording import Recording


def rates(recording: Recording) -> dict[str, float]:
    return {
        f"{part.name}.{one.name}": getattr(getattr(recording, part.name), one.name)
        for part in fields(recording)
        for one in fields(getattr(recording, part.name))
    }


def test_the_shipped_profiles_differ_from_the_usual_one() -> None:
    shipped = synthetic.profiles()
    assert set(shipped) == {"usual", "careful", "hurried", "women", "indigenous", "central-americans"}
    assert all(shipped[name] != shipped["usual"] for name in shipped if name != "usual")


def test_a_profile_at_random_has_rates_and_the_same_dice_give_the_same() -> None:
    first, again = (synthetic.randomised(np.random.default_rng(4)) for _ in range(2))
    assert first == again
    assert first != synthetic.randomised(np.random.default_rng(5))
    shares = {name: rate for name, rate in rates(first).items() if not name.endswith(("_places", "kin"))}
    assert all(0 <= rate <= 1 for rate in shares.values())


def test_profiles_at_random_go_far_from_the_usual_one_on_both_sides() -> None:
    rng = np.random.default_rng(6)
    drawn = [synthetic.randomised(rng).wanted.second_dropped for _ in range(40)]
    usual = synthetic.profiles()["usual"].wanted.second_dropped
    assert min(drawn) < usual / 2 < usual * 1.5 < max(drawn)


def test_a_file_of_profiles_of_ones_own_starts_from_the_usual_one(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[ours.wanted]\nmisread = 0.25\n", encoding="utf-8")
    ours = synthetic.read_profiles(path, synthetic.profiles()["usual"])["ours"]
    assert ours.wanted.misread == 0.25
    assert ours.wanted.typo == synthetic.profiles()["usual"].wanted.typo


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[ours.wanted]\nmisred = 0.25\n", "misred"),
        ("[ours.wanted]\nmisread = 2.5\n", "2.5"),
        ("[ours.wonted]\nmisread = 0.25\n", "wonted"),
    ],
)
def test_a_profile_that_names_what_there_is_not_is_refused(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(synthetic.UnreadableProfile, match=said):
        synthetic.read_profiles(path, synthetic.profiles()["usual"])
