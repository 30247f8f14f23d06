"""What a file holds before anyone asks what it means: its encoding, its lines, records and objects."""
