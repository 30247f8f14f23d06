"""What the desk lists: cases, the day's work, the ledger, what was found, sources and their use."""
