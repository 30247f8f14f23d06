"""Fit the weights: a logistic regression of «one person» on the steps, bounded so that it is monotone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from dedere.persons.model.design import TERMS, bounds
from dedere.persons.model.monotone import MARGIN, conditions

RIDGE = 0.3  # the strength of the quadratic penalty that keeps a seldom seen step near nothing
_STRICT = 3e3  # and of the one that keeps the conditions of monotony
_TWO = np.log(2.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Pairs to learn from: their ``terms``, whether each is one person, how many it stands for.

    ``rows`` is how many the register had.
    """

    terms: csr_matrix
    true: NDArray[np.bool_]
    count: NDArray[np.float64]
    rows: int


def fitted(samples: list[Sample]) -> tuple[NDArray[np.float64], float]:
    """Return the weight of each term and the prior, in bits, by penalised maximum likelihood (L-BFGS-B)."""
    terms = vstack([each.terms for each in samples]).tocsr()
    sign = np.concatenate([2.0 * each.true - 1.0 for each in samples])
    count = np.concatenate([each.count for each in samples])
    rows = np.concatenate([np.full(len(each.true), -np.log2(each.rows)) for each in samples])
    used = np.flatnonzero(np.diff(terms.tocsc().indptr))
    terms = terms[:, used]
    turned = terms.T.tocsr()
    rules = conditions()[:, used[used < conditions().shape[1]]]
    bases = rules.shape[1]

    def loss(theta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = -sign * (terms @ theta[:-1] + theta[-1] + rows) * _TWO
        push = -sign * count / (1.0 + np.exp(-np.clip(margin, -500, 500))) * _TWO
        value = (count * np.logaddexp(0.0, margin)).sum() + RIDGE / 2 * (theta[:-1] ** 2).sum()
        slope = np.append(turned @ push + RIDGE * theta[:-1], push.sum())
        lacking = np.maximum(MARGIN - rules @ theta[:bases], 0.0)
        slope[:bases] -= _STRICT * (rules.T @ lacking)
        return float(value + _STRICT / 2 * (lacking**2).sum()), slope

    limits = bounds()
    found = minimize(
        loss,
        np.append(np.zeros(len(used)), 10.0),
        jac=True,
        method="L-BFGS-B",
        bounds=[limits[term] for term in used] + [(0.0, 40.0)],
        options={"maxiter": 500, "maxfun": 800},
    )
    theta = np.zeros(TERMS)
    theta[used] = found.x[:-1]
    return theta, float(found.x[-1])


def rival_part(
    bits: NDArray[np.float64], against: NDArray[np.float64], true: NDArray[np.bool_]
) -> tuple[float, float]:
    """Return what part of the rivals' weight makes the odds calibrated, and by what the prior then shifts."""
    sign = 2.0 * true - 1.0

    def loss(theta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = -sign * (bits - theta[0] * against + theta[1]) * _TWO
        push = -sign / (1.0 + np.exp(-np.clip(margin, -500, 500))) * _TWO
        return float(np.logaddexp(0.0, margin).sum()), np.array([-(push * against).sum(), push.sum()])

    found = minimize(
        loss, np.array([0.5, 0.0]), jac=True, method="L-BFGS-B", bounds=[(0.0, 1.0), (-4.0, 4.0)]
    )
    return float(found.x[0]), float(found.x[1])
