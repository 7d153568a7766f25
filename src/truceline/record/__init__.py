"""The event store. The only place that knows DuckDB."""
