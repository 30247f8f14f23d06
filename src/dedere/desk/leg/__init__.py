"""The custody leg of one person or of several, on a phone."""
