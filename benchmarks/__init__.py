"""One question per file, peers measured in the same run, outputs asserted equal before any timing.

Run as ``.venv/bin/python -m benchmarks.NAME [--quick] [--json]``.
"""
