"""How fast truceline is beside a plain loop: `python -m benchmarks`."""
