"""Results to pictures and pages. Computes nothing."""
