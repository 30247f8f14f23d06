"""Recording an act, and signing one second."""
