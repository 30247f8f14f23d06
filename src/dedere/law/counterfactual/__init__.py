"""What would have to be otherwise for a clause to come out otherwise; each answer is tried first."""
