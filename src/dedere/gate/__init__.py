"""The gate: the machines' door, where envelopes come in and go out; no session, no officer, no page."""
