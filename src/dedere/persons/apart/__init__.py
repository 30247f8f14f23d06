"""Two lists compared so that each side learns only what both have: terms, three messages, two disclosures."""
