"""The page that plans: who could go, as the docket stands, what that leaves, what would move it."""
