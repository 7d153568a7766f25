"""Why leaders go on, and what would have to change: strategic models, labelled as models."""
