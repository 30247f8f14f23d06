"""The seal: what another State can prove without trusting our disk; bytes in, bytes out, no dice."""
