"""How two States record people: named rates, each the share of rows (0 to 1) to which one thing happens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who is in custody: shares of the persons drawn, and what families do with names."""

    women: float = 0.06
    central_americans: float = 0.03
    indigenous_places: float = (
        1.0  # how many times its share of the population a place of `indigenous` names has
    )
    twins: float = 0.012
    named_after_parent: float = 0.14
    mothers_names_only: float = 0.04
    one_surname: float = 0.015
    second_given: float = 0.46
    kin: float = 0.9  # spread (of a logarithm) of how much likelier one family is in custody than another
    readmitted: float = 0.22  # and so again, of those, a third time


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """One office's habits of recording. Both States have the same habits, each at rates of its own."""

    # how a name is spelt
    accents_kept: float = 0.06
    enye_plain: float = 0.24
    enye_damaged: float = 0.18
    particles_dropped: float = 0.08
    particles_joined: float = 0.01
    maria_short: float = 0.22
    jose_short: float = 0.04
    second_given_dropped: float = 0.06
    first_given_dropped: float = 0.005
    second_given_initial: float = 0.005
    first_given_initial: float = 0.001
    anglicised: float = 0.0
    short_form: float = 0.004
    respelt: float = 0.0
    misspelt: float = 0.03
    typo: float = 0.012
    misread: float = 0.002
    # how its parts are laid out
    hyphenated: float = 0.004
    both_in_first: float = 0.01
    second_dropped: float = 0.05
    second_alone: float = 0.002
    first_as_given: float = 0.0
    swapped: float = 0.008
    one_field: float = 0.08
    one_field_given_first: float = 0.5
    one_field_comma: float = 0.15
    one_field_any_order: float = 0.02
    truncated: float = 0.002
    capitals: float = 0.9
    # how a married woman is recorded, of those married
    married_de: float = 0.03
    married_hyphen: float = 0.002
    married_alone: float = 0.002
    # the day of birth
    born_missing: float = 0.05
    born_year_only: float = 0.04
    born_month_only: float = 0.004
    born_first_of_january: float = 0.008
    day_month_swapped: float = 0.004
    born_digit_wrong: float = 0.012
    born_year_off: float = 0.008
    # what else is written
    sex_missing: float = 0.01
    sex_wrong: float = 0.002
    state_missing: float = 0.12
    state_wrong: float = 0.04
    curp_known: float = 0.62
    curp_known_abroad: float = 0.06
    curp_of_another: float = 0.006
    curp_miswritten: float = 0.012
    nickname: float = 0.15
    alias: float = 0.03
    false_name: float = 0.006


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A profile: who is in custody, how State B writes its register, how State A writes whom it wants."""

    people: People
    register: Habits
    wanted: Habits
