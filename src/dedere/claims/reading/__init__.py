"""A report is read: its words become proposed claims, each with the characters it rests on."""
