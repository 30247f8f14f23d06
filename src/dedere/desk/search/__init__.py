"""One search box over cases and handovers."""
