"""The numbers a person is known by, read and checked: CURP and RFC."""
