"""The yearly return to a council of States: what it asks, what the docket answers, what is missing."""
