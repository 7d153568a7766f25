"""The words all stages share. No files, no network, no models."""
