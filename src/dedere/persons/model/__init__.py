"""What each step of a comparison weighs, as numbers beside their names: trained, dated and kept."""
