"""One index of a register, for lists and for one person: 64 bytes a name, sorted keys, mapped from disk."""
