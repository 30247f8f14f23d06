"""Where to draw parties: around one of them by how far they are, or all of them spread out."""
