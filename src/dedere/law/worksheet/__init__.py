"""The dual criminality worksheet: the two offences side by side, and what each clause makes of them."""
