"""Why an article was found so in a case, and what would change it."""
