"""What instruments mean: findings, clocks and the one next thing; it never decides."""
