"""The names under which a person is recorded, each with where it comes from."""
