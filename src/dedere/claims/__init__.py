"""What sources say, and what stands when they disagree; nothing here decides which source is right."""
