"""The network behind the cases: who stands around a person, by what tie, and what a handover does to it."""
