"""The list of cases, and the door of a new one."""
