"""What every page stands in: shell, addresses, errors, health."""
