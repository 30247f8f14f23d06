"""The law in force, and an amendment tried on a copy: which open cases it touches."""
