"""On what terms a person is given up: which request comes first, what was promised, what may be tried."""
