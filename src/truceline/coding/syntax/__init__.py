"""Reading events off a dependency parse: who governs which word, and what follows from it."""
