"""What Spark joins on: the tokens, counts and candidates of the local index, however a roll is parted."""

import numpy as np
import polars as pl
import pytest

from dedere.persons.index.keys import YEAR_BITS
from dedere.persons.index.store import Index, build
from dedere.persons.matching.pairs import pairs
from dedere.persons.matching.search import Search
from dedere.persons.model.model import load
from dedere.persons.reading.strings import roll_of
from dedere.persons.spark import names
from dedere.persons.spark.lexicon import Lexicon, counted, lexicon
from dedere.persons.synthetic import Drawn, draw, profiles


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return draw(seed=4, recording=profiles()["usual"], register=1_500, wanted=60)


@pytest.fixture(scope="module")
def index(drawn: Drawn, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return build([roll_of(drawn.register)], tmp_path_factory.mktemp("index"))


def parts(table: pl.DataFrame, rows: int) -> list[pl.DataFrame]:
    """A roll as it lies in partitions, each row with its place."""
    roll = roll_of(table)
    return list(roll.with_columns(pl.int_range(roll.height).alias(names.PLACE)).iter_slices(rows))


def learnt(register: list[pl.DataFrame], wanted: list[pl.DataFrame]) -> Lexicon:
    counts = pl.concat(map(counted, register)).group_by("token").sum()
    tokens = pl.concat(map(counted, wanted))["token"].unique()
    return lexicon(counts, tokens, sum(part.height for part in register))


def test_tokens_counted_in_parts_are_worth_what_they_are_worth_together(drawn: Drawn, index: Index) -> None:
    found = learnt(parts(drawn.register, 400), parts(drawn.wanted, 25))
    place = {text: number for number, text in enumerate(found.texts)}
    at = np.array([place[text] for text in index.vocabulary.texts])
    for name, column in index.lexis.words._asdict().items():
        assert np.array_equal(getattr(found.words, name)[at], column), name


def test_keys_that_are_equal_lead_to_the_pairs_that_the_index_leads_to(drawn: Drawn, index: Index) -> None:
    register, wanted = parts(drawn.register, 400), parts(drawn.wanted, 25)
    told = learnt(register, wanted)
    hashes = pl.concat(names.asked(told, part) for part in wanted)["hash"].unique().sort().to_numpy()
    held = pl.concat(names.held(told, hashes, part) for part in register).explode("keys")
    brought = held.group_by(hash=pl.col("keys") // (1 << YEAR_BITS)).agg(names=pl.len()).sort("hash")
    asked = pl.concat(names.wanting(told, brought, part) for part in wanted).explode("keys")
    any_year = held.with_columns(keys=-1 - pl.col("keys") // (1 << YEAR_BITS))
    joined = asked.join(pl.concat([held, any_year]), on="keys")
    rows = joined.select(pl.col("unique_id", "unique_id_right") // (1 << names.NTH_BITS)).unique()
    search = Search(index, load())
    party = search.party(roll_of(drawn.wanted))
    local = pairs(index, party.words, party.records, search.weights, -1000.0)
    assert set(rows.iter_rows()) == set(zip(local.wanted.tolist(), local.held.tolist(), strict=True))


def test_a_name_s_number_says_its_row_and_which_of_the_row_s_names_it_is() -> None:
    aliases = ["Inés Rey Gil; Ada Cruz Rul", ""]
    table = pl.DataFrame({"id": ["1", "2"], "name": ["Ana Luna Paz", "Eva Sol Mar"], "aliases": aliases})
    roll = parts(table, 2)
    told = learnt(roll, roll)
    hashes = pl.concat(names.asked(told, part) for part in roll)["hash"].unique().sort().to_numpy()
    found = names.held(told, hashes, roll[0])["unique_id"]
    assert sorted(divmod(number, 1 << names.NTH_BITS) for number in found) == [(0, 0), (0, 1), (0, 2), (1, 0)]
