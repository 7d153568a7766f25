"""A war set beside past wars: which looked like it, and how they ended."""
