"""One case: who, which route, what comes next, what happened."""
