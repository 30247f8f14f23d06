"""Which of two records is the one wanted changes what is told of the names' places, and of nothing else.

A name's step stands in the slot that the *held* record gives it, for a register writes a name in full and
in order; a name that only one record has is `not-given` on that side. So the slots of names may differ.
"""

from hypothesis import given

from people import Weighed, people

EITHER_WAY = ("birth", "sex", "birth-state", "curp", "nickname", "written", "together")
NAMES = ("paternal-surname", "maternal-surname", "first-given", "second-given", "third-given")
LEFT = ("none", "not-given", "differs")


@given(people, people)
def test_all_but_the_places_of_names_is_told_alike_both_ways(one, other):
    told = Weighed(one, other)
    there, back = told.steps(0, 1), told.steps(1, 0)
    assert {slot: there[slot] for slot in EITHER_WAY} == {slot: back[slot] for slot in EITHER_WAY}


@given(people, people)
def test_as_many_names_answer_to_each_other_both_ways(one, other):
    told = Weighed(one, other)
    there, back = (
        [step for slot, step in told.steps(*way).items() if slot in NAMES and step not in LEFT]
        for way in ((0, 1), (1, 0))
    )
    assert sorted(there) == sorted(back)


@given(people)
def test_a_record_agrees_with_itself_in_everything(one):
    steps = Weighed(one).steps(0, 0)
    assert {steps[slot] for slot in NAMES} <= {"same", "none"}
    assert steps["own-surname"] == steps["own-given"] == "none"
