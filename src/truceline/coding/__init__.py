"""Story to events."""
