"""The desk of a central authority for international surrender."""
