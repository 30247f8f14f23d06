"""Who finds the wanted in a register: ours and its peers, on the same files, in the same run."""
