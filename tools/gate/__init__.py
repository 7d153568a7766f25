"""The accuracy gate: scores coders on the gold and on development sets (`make gate`)."""
