"""What may pass between two States and what it says: pure; keys and bytes are the seal's."""
