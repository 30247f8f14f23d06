"""Beyond one machine: the same standardisation, keys and weights, through Splink on Spark."""
