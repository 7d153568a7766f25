"""Made-up wars with a known truth."""
