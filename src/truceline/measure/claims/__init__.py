"""A report's claims set against a war's record: which rule tests a claim, and what comes out."""
