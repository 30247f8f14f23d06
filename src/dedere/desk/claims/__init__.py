"""What sources say of an event, and what stands where they disagree."""
