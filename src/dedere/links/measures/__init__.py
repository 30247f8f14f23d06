"""What is measured on a network before and after a removal; one idea a file, each an array of figures."""
