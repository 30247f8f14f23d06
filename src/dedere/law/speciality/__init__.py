"""The speciality ledger: what was granted, what was tried, what opened it, and what a State may raise."""
