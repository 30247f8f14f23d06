"""The network behind the cases: loaded as an act, read with its cases and what the docket says of them."""
