"""A made-up war, written as a war folder."""
