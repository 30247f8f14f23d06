"""What a removal does: the sequences and the sets of `dedere.links`, and those of published methods."""
