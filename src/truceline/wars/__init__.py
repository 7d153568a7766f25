"""Data: one folder a war."""
