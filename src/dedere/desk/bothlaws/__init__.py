"""Both laws side by side: lapse of time computed, and the dual criminality worksheet."""
