"""Which reports are reprints of others, and which of their events are one event."""
