"""Files of persons become rolls: tables of names, days and identifiers, some thousands of rows at a time."""
