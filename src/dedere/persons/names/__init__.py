"""Names as they are written: what is known of their words, their letters and their parts."""
