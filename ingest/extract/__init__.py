"""Find the items of a plan and who leads, takes part in or answers for each."""
