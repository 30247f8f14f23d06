"""Officers: added, disabled, their roles changed, by the administrator."""
