"""PANEL and EVENTS to estimates: one file a question."""
