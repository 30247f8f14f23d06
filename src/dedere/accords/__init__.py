"""What two States promised each other, and what each says became of it."""
