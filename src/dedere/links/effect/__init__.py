"""What the removal of a group does: before and after, both yardsticks, and the doubt about the ties."""
