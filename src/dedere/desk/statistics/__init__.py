"""The public statistics: the edition that was built, served as it is, to anybody."""
