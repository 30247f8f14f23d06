"""The public figures: counts, what must be hidden of them, medians, and the return to a council of States."""
