"""How well reports are read: claims proposed beside the claims that a person wrote down."""
