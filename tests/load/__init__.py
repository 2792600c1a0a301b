"""Measurements, run by hand: they print times and fail nothing."""
