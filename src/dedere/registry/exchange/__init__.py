"""What passes between two States, in the registry: each row drawn from one line, looked up by query."""
