"""What the seal costs: envelopes and the journal, against those that do a part of the same."""
