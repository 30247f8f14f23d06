"""The desk: one folder for each journey that an officer makes."""
