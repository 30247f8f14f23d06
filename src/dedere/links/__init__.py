"""Who hangs together: the network behind the cases, what a removal does to it, and what to remove."""
