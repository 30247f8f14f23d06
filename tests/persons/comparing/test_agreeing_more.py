"""What agrees more never weighs less: one more thing that both records say alike, whatever else they say."""

from hypothesis import assume, given
from hypothesis import strategies as st

from people import CURPS, GIVENS, SURNAMES, Weighed, people, several

wanted_people = people.map(lambda person: person.but(curp="", aliases="", sex="", birth_state=""))
FAINT = 1e-4


@given(people, several(GIVENS, 0, 2), several(SURNAMES, 1, 2), st.sampled_from(GIVENS))
def test_one_more_given_name_that_both_bear(held, givens, surnames, more):
    assume(more not in givens)
    held = held.but(givens=tuple(dict.fromkeys((*held.givens, more))))
    before = held.but(givens=givens, surnames=surnames)
    told = Weighed(held, before, before.but(givens=(*givens, more)))
    assert told.bits(2, 0) >= told.bits(1, 0) - FAINT


@given(people, several(GIVENS, 1, 2), st.sampled_from(SURNAMES), st.booleans())
def test_one_more_surname_that_both_bear(held, givens, own, first):
    assume(own not in held.surnames)
    before = held.but(givens=givens, surnames=(own,))
    after = (held.surnames[0], own) if first else (own, held.surnames[0])
    told = Weighed(held, before, before.but(surnames=after))
    assert told.bits(2, 0) >= told.bits(1, 0) - FAINT


@given(people, wanted_people)
def test_the_same_date_instead_of_none_or_another(held, before):
    assume(held.born and not held.curp)
    told = Weighed(held, before, before.but(born=held.born))
    part = len(held.born) < 10 and before.born  # the year alone may say less than a date a day off
    assert part or told.bits(2, 0) >= told.bits(1, 0) - FAINT


@given(people, wanted_people, st.sampled_from(["birth_state", "curp", "aliases"]))
def test_one_more_particular_that_both_have(held, before, what):
    told = Weighed(held, before, before.but(**{what: getattr(held, what)}))
    assert told.bits(2, 0) >= told.bits(1, 0) - FAINT


@given(people, wanted_people, st.sampled_from(CURPS[1:]), st.sampled_from(CURPS[1:]))
def test_the_same_curp_instead_of_another(held, before, curp, other):
    told = Weighed(held.but(curp=curp), before.but(curp=other), before.but(curp=curp))
    assert told.bits(2, 0) >= told.bits(1, 0) - FAINT
