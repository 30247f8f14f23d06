"""What happened, and what may happen: cases, tracks, acts, handovers."""
