"""What each article asks of a case, and what is known."""
