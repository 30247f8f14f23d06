"""Which ties count as ties of crime; what is left out is counted, each with its reason."""

from __future__ import annotations

import polars as pl

from dedere.links.kinds import KINDS, Nature
from dedere.links.network import Network

# Lawyers never: whoever defends a person is no part of what that person is accused of (United Nations Basic
# Principles on the Role of Lawyers, 1990, principle 18). Rivals, successors and authorities that designate
# stand in a relation that is not one of working together: over such a tie nothing can be passed on.
COUNTING = (Nature.CRIME, Nature.ORGANISATION)
WITH_JOINT_OFFENCE = (Nature.BUSINESS, Nature.KIN)
NOT_LISTED = "not-listed"
OF_CRIME = "of-crime"


def reasons(ties: pl.DataFrame) -> pl.Series:
    """Why each tie does not count, a code of the group ``tie-left-out``, or null where it counts.

    A tie whose kind is not told counts: the file as a whole was handed in as a network. One whose kind is
    not in the list does not, since it may be a lawyer's or a cousin's.
    """
    natures = {code: kind.nature.value for code, kind in KINDS.items()}
    nature = pl.col("kind").replace_strict(natures, default=NOT_LISTED, return_dtype=pl.String)
    joint = nature.is_in(WITH_JOINT_OFFENCE) & pl.col("joint_offence").fill_null(False)
    counts = pl.col("kind").is_null() | nature.is_in(COUNTING) | joint
    return ties.select(reason=pl.when(~counts).then(nature))["reason"]


def of_crime(network: Network) -> Network:
    """Return the network of the ties that count, and of the parties who stand in it.

    A party all of whose ties are left out is left out too: a lawyer is no lone member. One who has no tie at
    all stays. The last step of ``made`` counts the ties left out by reason, and the ``parties`` with them.
    """
    why = reasons(network.ties)
    counts = why.drop_nulls().value_counts()
    left_out = dict(sorted(zip(counts["reason"], counts["count"], strict=True)))
    return network.keeping(why.is_null(), OF_CRIME, **left_out)
