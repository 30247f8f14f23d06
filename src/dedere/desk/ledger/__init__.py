"""The ledger: who recorded and who read what, and the proof that nothing was changed."""
