"""Sign-in, second factor, the officer's own account."""
