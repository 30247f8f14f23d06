"""It grows back: what the literature says of a network after a removal, as models with their assumptions."""
