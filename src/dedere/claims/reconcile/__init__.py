"""Claims brought together by event and attribute: what stands, who says otherwise, which rule says so."""

from dedere.claims.reconcile.outcome import Outcome, Question, Reconciled
from dedere.claims.reconcile.positions import Position
from dedere.claims.reconcile.reconcile import reconcile, reconciled
from dedere.claims.reconcile.rules import RULES, Rule

__all__ = ["RULES", "Outcome", "Position", "Question", "Reconciled", "Rule", "reconcile", "reconciled"]
