"""The benchmark: `make bench`."""

CITIES = ("orebro", "borlange", "malmo")
"""The pages that are loaded and changed between."""
