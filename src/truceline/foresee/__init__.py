"""Forecasts: how a running war may end, and how such forecasts came out in the past."""
